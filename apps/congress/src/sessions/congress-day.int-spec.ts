import { eventFaults, isEventName } from '@plenum/contracts';
import { verifyAuditChain, AuditSealer } from '@plenum/service-kit';
import { congressHouse, type Person } from '../testing/congress-house.js';

describe('a congress day', () => {
  const house = congressHouse();
  const seat = (secretary: Person, sessionId: string, memberId: string, kind = 'DELEGATE', delegationId?: string) =>
    house
      .as(secretary)
      .post(`/sessions/${sessionId}/delegates`, { memberId, kind, ...(delegationId ? { delegationId } : {}) })
      .expect(204);
  const attendance = async (person: Person, sessionId: string) =>
    (await house.as(person).get(`/sessions/${sessionId}/attendance`).expect(200)).body;

  const timeline = async (person: Person, sessionId: string, after = 0) =>
    (await house.as(person).get(`/sessions/${sessionId}/attendance/timeline?after=${after}`).expect(200)).body;
  const attendees = async (person: Person, sessionId: string, query = '') =>
    (await house.as(person).get(`/sessions/${sessionId}/attendance/attendees${query}`).expect(200)).body;

  it('goes from the term to the closing, and everybody hears of it', async () => {
    const secretary = await house.found('day');
    const people = await Promise.all(['T1', 'T2', 'T3'].map((staffNo) => house.join(secretary, staffNo)));
    const [first, second, guest] = people as [Person, Person, Person];
    const sessionId = await house.session(secretary);
    const delegation = await house
      .as(secretary)
      .post(`/sessions/${sessionId}/delegations`, { name: '第一代表团', headMemberId: first.memberId })
      .expect(201);
    await seat(secretary, sessionId, first.memberId, 'DELEGATE', delegation.body.id);
    await seat(secretary, sessionId, second.memberId, 'DELEGATE', delegation.body.id);
    await seat(secretary, sessionId, second.memberId, 'DELEGATE', delegation.body.id);
    await seat(secretary, sessionId, guest.memberId, 'INVITEE');

    const early = await house.as(first).post(`/sessions/${sessionId}/attendance`, {}).expect(409);
    expect(early.body).toMatchObject({ type: 'congress.session-state', details: { state: 'SET_UP' } });
    const opened = await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    expect(opened.body).toMatchObject({ state: 'OPEN', entitled: 2, termNo: 1, openedAt: expect.any(String) });

    await house.as(first).post(`/sessions/${sessionId}/attendance`).expect(204);
    await house.as(guest).post(`/sessions/${sessionId}/attendance`, {}).expect(204);
    expect(await attendance(first, sessionId)).toMatchObject({ entitled: 2, present: 1, needed: 2, quorate: false });
    await house.as(secretary).post(`/sessions/${sessionId}/attendance`, { memberId: second.memberId }).expect(204);
    await house.as(secretary).post(`/sessions/${sessionId}/attendance`, { memberId: second.memberId }).expect(204);
    expect(await attendance(guest, sessionId)).toMatchObject({ present: 2, quorate: true });
    await house.as(second).delete(`/sessions/${sessionId}/attendance/${second.memberId}`).expect(204);
    const { points, more } = await timeline(guest, sessionId);
    expect(points.map(({ move, present, quorate }: Record<string, unknown>) => [move, present, quorate])).toEqual([
      ['DESK_OPENED', 0, false],
      ['ARRIVED', 1, false],
      ['ARRIVED', 2, true],
      ['LEFT', 1, false],
    ]);
    expect(more).toBe(false);
    expect((await timeline(guest, sessionId, points[2].position)).points).toEqual([points[3]]);

    await house.changing(secretary).delete(`/sessions/${sessionId}/delegates/${second.memberId}`, { reason: '调离' }).expect(204);
    expect(await attendance(secretary, sessionId)).toMatchObject({ entitled: 1, present: 1, quorate: true });
    await house.changing(secretary).post(`/sessions/${sessionId}/closing`).expect(200);
    await house.as(first).post(`/sessions/${sessionId}/attendance`).expect(409);

    const rows = await house.database.query<{
      name: string;
      aggregate_id: string;
      version: number;
      data: { organisationId: string; memberId?: string };
    }>(
      `SELECT name, aggregate_id, version, data FROM outbox WHERE data ->> 'sessionId' = $1 AND name NOT LIKE '%office%' ORDER BY position`,
      [sessionId],
    );
    expect(rows.map(({ name }) => name.replace('congress.', ''))).toEqual([
      'session-set-up.v1',
      'delegation-formed.v1',
      'delegate-seated.v1',
      'delegate-seated.v1',
      'delegate-seated.v1',
      'session-opened.v1',
      'attendance-changed.v2',
      'attendance-changed.v2',
      'attendance-changed.v2',
      'attendance-changed.v2',
      'delegate-unseated.v1',
      'session-closed.v1',
    ]);
    expect(rows.map(({ version }) => version)).toEqual(rows.map((_, index) => index + 1));
    for (const { name, data, aggregate_id: about } of rows) {
      expect(about).toBe(sessionId);
      expect(isEventName(name) && eventFaults(name, data)).toEqual([]);
    }
  });

  it('counts everybody who signs in at the same moment', async () => {
    const secretary = await house.found('crowd');
    const sessionId = await house.session(secretary);
    const ids = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, n) =>
          (
            await house
              .as(secretary)
              .post('/members', { staffNo: `T${n}`, name: `教师 ${n}` })
              .expect(201)
          ).body.id as string,
      ),
    );
    for (const id of ids) await seat(secretary, sessionId, id);
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    await Promise.all(ids.map((memberId) => house.as(secretary).post(`/sessions/${sessionId}/attendance`, { memberId }).expect(204)));
    expect((await attendance(secretary, sessionId)).present).toBe(20);
    expect((await timeline(secretary, sessionId)).points.map((point: { present: number }) => point.present)).toEqual(
      Array.from({ length: 21 }, (_, n) => n),
    );
    const told = (await house.told('congress.attendance-changed.v2')).filter(({ aggregate_id: about }) => about === sessionId);
    expect(told.map(({ data }) => data['presentCount'])).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    expect(new Set(told.map(({ version }) => version)).size).toBe(20);
  });

  it('marks who was signed in by another hand, to the desk and to themselves', async () => {
    const secretary = await house.found('byhand');
    const sessionId = await house.session(secretary);
    const teacher = await house.join(secretary, 'T1');
    await seat(secretary, sessionId, teacher.memberId);
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    await house.as(secretary).post(`/sessions/${sessionId}/attendance`, { memberId: teacher.memberId }).expect(204);
    expect((await attendance(teacher, sessionId)).own).toMatchObject({ standing: 'HERE', byDesk: true });
    expect(await attendees(secretary, sessionId, '')).toMatchObject({ items: [{ staffNo: 'T1', byDesk: true }] });
    expect(
      (await house.told('congress.attendance-changed.v2')).filter(({ aggregate_id: about }) => about === sessionId).map(({ data }) => data),
    ).toMatchObject([{ memberId: teacher.memberId, present: true, by: secretary.memberId, late: false }]);
    await house.as(teacher).delete(`/sessions/${sessionId}/attendance/${teacher.memberId}`).expect(204);
    await house.as(teacher).post(`/sessions/${sessionId}/attendance`).expect(204);
    expect((await attendance(teacher, sessionId)).own).toMatchObject({ standing: 'HERE', byDesk: false });
  });

  it('shows the desk who is expected, here, gone and late, and everybody else only figures and themselves', async () => {
    const secretary = await house.found('desk');
    const sessionId = await house.session(secretary);
    const [early, leaver, absent, guest] = (await Promise.all(
      ['T1', 'T2', 'T21', 'G1'].map((staffNo) => house.join(secretary, staffNo)),
    )) as [Person, Person, Person, Person];
    const { id: delegationId } = (await house.as(secretary).post(`/sessions/${sessionId}/delegations`, { name: '第一代表团' }).expect(201))
      .body;
    for (const { memberId } of [early, leaver]) await seat(secretary, sessionId, memberId, 'DELEGATE', delegationId);
    await seat(secretary, sessionId, absent.memberId);
    await seat(secretary, sessionId, guest.memberId, 'INVITEE');
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    for (const person of [early, leaver, guest]) await house.as(person).post(`/sessions/${sessionId}/attendance`).expect(204);
    await house.as(leaver).delete(`/sessions/${sessionId}/attendance/${leaver.memberId}`).expect(204);

    expect(await attendance(absent, sessionId)).toEqual({
      state: 'OPEN',
      entitled: 3,
      present: 1,
      needed: 2,
      quorate: false,
      own: { kind: 'DELEGATE', standing: 'EXPECTED', since: null, byDesk: false },
    });
    expect((await attendance(leaver, sessionId)).own).toEqual({
      kind: 'DELEGATE',
      standing: 'LEFT',
      since: expect.any(String),
      byDesk: false,
    });
    expect((await attendance(secretary, sessionId)).own).toBeNull();
    await house.as(early).get(`/sessions/${sessionId}/attendance/attendees`).expect(403);
    await house.as(early).get(`/sessions/${sessionId}/attendance/delegations`).expect(403);

    const numbers = async (query: string) =>
      (await attendees(secretary, sessionId, query)).items.map(({ staffNo }: { staffNo: string }) => staffNo);
    expect(await numbers('')).toEqual(['G1', 'T1', 'T2', 'T21']);
    expect(await numbers('?show=HERE')).toEqual(['G1', 'T1']);
    expect(await numbers('?show=EXPECTED')).toEqual(['T21']);
    expect(await numbers('?show=LEFT')).toEqual(['T2']);
    expect(await numbers('?show=LATE')).toEqual([]);
    expect(await numbers(`?delegationId=${delegationId}&show=HERE`)).toEqual(['T1']);
    expect(await numbers('?search=t2')).toEqual(['T2', 'T21']);
    expect(await attendees(secretary, sessionId, '?search=T2&pageSize=1')).toMatchObject({
      total: 2,
      items: [{ staffNo: 'T2', standing: 'LEFT', late: false, delegationName: '第一代表团' }],
    });
    await house.as(secretary).get(`/sessions/${sessionId}/attendance/attendees?show=EVERYBODY`).expect(400);

    await house.database.query(
      `UPDATE sessions SET opens_at = now() - interval '1 hour', opened_at = now() - interval '2 hours' WHERE id = $1`,
      [sessionId],
    );
    await house.as(leaver).post(`/sessions/${sessionId}/attendance`).expect(204); // Comes back: present again, and since the first arrival.
    expect(await numbers('?show=LATE')).toEqual(['G1', 'T1', 'T2']);
    const {
      items: [back],
    } = await attendees(secretary, sessionId, '?search=T2&show=HERE');
    expect(Date.parse(back.since)).toBeGreaterThan(Date.parse(back.arrivedAt));
    const { delegations } = (await house.as(secretary).get(`/sessions/${sessionId}/attendance/delegations`).expect(200)).body;
    expect(delegations).toEqual([
      { delegationId, name: '第一代表团', entitled: 2, here: 2, expected: 0, left: 0, late: 2 },
      { delegationId: null, name: null, entitled: 1, here: 0, expected: 1, left: 0, late: 0 },
    ]);
  });

  it('answers every phone of a hall of five thousand in a few hundred bytes, and none twice with the same', async () => {
    const secretary = await house.found('weight');
    const delegate = await house.join(secretary, 'T1');
    const sessionId = await house.session(secretary);
    await seat(secretary, sessionId, delegate.memberId);
    const fill = `
      WITH people AS (INSERT INTO members (id, organisation_id, staff_no, name, active, standing, version) SELECT gen_random_uuid(), $1,
        'W' || n, '代表', true, 'FULL', 1 FROM generate_series(1, 4999) n RETURNING id)
      INSERT INTO seats (organisation_id, session_id, member_id, kind) SELECT $1, $2, id, 'DELEGATE' FROM people
    `;
    await house.database.query(fill, [secretary.organisationId, sessionId]);
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    const ask = (person: Person, tag = '') => house.as(person).get(`/sessions/${sessionId}/attendance`).set('if-none-match', tag);
    const first = await ask(delegate).expect(200);
    expect(first.body).toMatchObject({ entitled: 5_000, present: 0, needed: 3_334 });
    expect(Number(first.headers['content-length'])).toBeLessThan(300);
    const again = await ask(delegate, first.headers['etag']).expect(304);
    expect(again.text).toBe('');
    expect(Number(again.headers['content-length'] ?? 0)).toBe(0); // Else whoever passes it on waits for a body.
    await ask(secretary, first.headers['etag']).expect(200); // Another person on the same device is told of himself.
    await house.as(delegate).post(`/sessions/${sessionId}/attendance`).expect(204);
    expect((await ask(delegate, first.headers['etag']).expect(200)).body).toMatchObject({ present: 1, own: { standing: 'HERE' } });
    expect((await attendees(secretary, sessionId, '?pageSize=200')).items).toHaveLength(200);
  });

  it('refuses what does not fit together', async () => {
    const secretary = await house.found('misfit');
    const sessionId = await house.session(secretary);
    const stranger = await house.found('misfit-2');
    const me = secretary.memberId;
    const refused = async (path: string, body: object, status: number, type: string) => {
      const answer = await house.as(secretary).post(path, body);
      expect({ path, status: answer.status, type: answer.body.type }).toEqual({ path, status, type });
    };
    await refused(`/sessions/${sessionId}/opening`, { version: 1 }, 422, 'congress.no-delegates');
    await refused(`/sessions/${sessionId}/closing`, { version: 1 }, 409, 'congress.session-state');
    await refused(`/sessions/${sessionId}/delegates`, { memberId: stranger.memberId, kind: 'DELEGATE' }, 404, 'congress.not-found');
    await refused(
      `/sessions/${sessionId}/delegates`,
      { memberId: me, kind: 'DELEGATE', delegationId: sessionId },
      404,
      'congress.not-found',
    );
    await refused(`/sessions/${sessionId}/delegates`, { memberId: me, kind: 'KING' }, 400, 'malformed');
    await refused(`/sessions/${sessionId}/delegations`, { name: '团', headMemberId: stranger.memberId }, 404, 'congress.not-found');
    await refused('/terms', { termNo: 1, kind: 'STAFF_CONGRESS', from: '2040-01-01', to: '2042-12-31' }, 409, 'congress.term-exists');
    await refused('/terms', { termNo: 2, kind: 'STAFF_CONGRESS', from: '2003-09-01', to: '2006-08-31' }, 409, 'congress.terms-overlap');
    await refused('/terms', { termNo: 2, kind: 'STAFF_CONGRESS', from: '2040-02-30', to: '2042-12-31' }, 400, 'malformed');
    await refused('/members', { staffNo: 'S1', name: '同号' }, 409, 'congress.member-exists');
    await refused('/members', { staffNo: 'T8', name: '王', unitId: sessionId }, 404, 'congress.not-found');
    await refused('/members', { staffNo: '工号', name: '' }, 400, 'malformed');
    await house.as(secretary).post('/units', { code: 'GH', name: '工会' }).expect(201);
    await refused('/units', { code: 'GH', name: '别的' }, 409, 'congress.unit-exists');
    await refused('/units', { code: 'XX', name: '工会' }, 409, 'congress.unit-exists');
    await refused('/offices', { memberId: me, office: 'TELLER' }, 422, 'congress.office-scope');
    await refused('/offices', { memberId: stranger.memberId, office: 'PRESIDIUM' }, 404, 'congress.not-found');
    await refused('/offices', { memberId: me, office: 'UNIT_HEAD', unitId: sessionId }, 404, 'congress.not-found');
    await refused('/offices', { memberId: me, office: 'SECRETARIAT' }, 409, 'congress.office-held');
    await refused(`/sessions/${sessionId}/attendance`, { memberId: me, late: true }, 400, 'malformed');
  });

  it('has the days on which it works set by its secretariat, told once for each change', async () => {
    const [secretary, elsewhere] = [await house.found('calendar'), await house.found('calendar-2')];
    const teacher = await house.join(secretary, 'T1');
    const usual = { zone: 'Asia/Shanghai', daysOff: [], workingDays: [] };
    const own = { zone: 'Asia/Shanghai', daysOff: ['2026-01-20', '2026-09-10'], workingDays: ['2026-09-12'] };
    expect((await house.as(teacher).get('/calendar').expect(200)).body).toEqual({ ...usual, version: 0 });
    expect(
      (
        await house
          .as(secretary)
          .put('/calendar', { daysOff: ['2026-09-10', '2026-01-20'], workingDays: ['2026-09-12'], version: 0 })
          .expect(200)
      ).body,
    ).toEqual({ ...own, version: 1 });
    await Promise.all(
      [1, 2, 3].map(() =>
        house
          .as(secretary)
          .put('/calendar', { ...own, version: 1 })
          .expect(200),
      ),
    );
    expect((await house.as(teacher).get('/calendar').expect(200)).body).toEqual({ ...own, version: 1 });
    expect((await house.as(elsewhere).get('/calendar').expect(200)).body).toEqual({ ...usual, version: 0 });
    await house.as(secretary).put('/calendar', { version: 1 }).expect(200);
    const told = (await house.told('congress.calendar-set.v1')).filter(({ aggregate_id: about }) => about === secretary.organisationId);
    expect(told.map(({ version, data }) => [version, data])).toEqual([
      [1, { organisationId: secretary.organisationId, ...own }],
      [2, { organisationId: secretary.organisationId, ...usual }],
    ]);
    for (const { data } of told) expect(eventFaults('congress.calendar-set.v1', data)).toEqual([]);
    const refused = async (calendar: object, status: number, type: string) =>
      expect((await house.as(secretary).put('/calendar', { ...calendar, version: 2 })).body).toMatchObject({ status, type });
    await refused({ daysOff: ['2026-09-31'] }, 422, 'calendar.no-such-date');
    await refused({ daysOff: ['2026-09-10'], workingDays: ['2026-09-10'] }, 422, 'calendar.contradictory-override');
    await refused({ zone: 'Mars/Olympus' }, 422, 'calendar.unknown-time-zone');
    await refused({ daysOff: ['10 September'] }, 400, 'malformed');
    await refused({ daysOff: ['2026-09-10', '2026-09-10'] }, 400, 'malformed');
    expect((await house.as(teacher).put('/calendar', { ...own, version: 2 })).body).toMatchObject({
      status: 403,
      type: 'congress.forbidden',
    });
    expect((await house.as(teacher).get('/calendar').expect(200)).body).toEqual({ ...usual, version: 2 });
  });

  it('keeps the organisation’s last secretary, and a relieved one loses the office at once', async () => {
    const secretary = await house.found('last');
    const deputy = await house.join(secretary, 'T1');
    const [own] = (await house.as(secretary).get('/offices?office=SECRETARIAT').expect(200)).body.items;
    expect((await house.as(secretary).delete(`/offices/${own.id}`).expect(409)).body.type).toBe('congress.last-secretariat');
    await house.as(secretary).post('/offices', { memberId: deputy.memberId, office: 'SECRETARIAT' }).expect(201);
    await house.as(deputy).delete(`/offices/${own.id}`).expect(204);
    await house.as(secretary).post('/units', { code: 'A', name: '甲' }).expect(403);
    await house.as(deputy).delete(`/offices/${own.id}`).expect(410);
    expect((await house.told('congress.office-relieved.v1')).at(-1)).toMatchObject({
      aggregate_id: own.id,
      version: 2,
      data: { officeId: own.id, memberId: secretary.memberId },
    });
  });

  it('assigns a chief once, whoever asks at the same time', async () => {
    const secretary = await house.found('chief');
    const sessionId = await house.session(secretary);
    const ids = await Promise.all(
      ['A', 'B', 'C'].map(
        async (staffNo) => (await house.as(secretary).post('/members', { staffNo, name: staffNo }).expect(201)).body.id as string,
      ),
    );
    const answers = await Promise.all(
      ids.map((memberId) => house.as(secretary).post('/offices', { memberId, office: 'SCRUTINEER', sessionId, chief: true })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('shows me who I am, what I hold and where I sit', async () => {
    const secretary = await house.found('me');
    const teacher = await house.join(secretary, 'T1', '王小明');
    const unit = await house.as(secretary).post('/units', { code: 'LIB', name: '图书馆' }).expect(201);
    await house
      .changing(secretary)
      .patch(`/members/${teacher.memberId}`, { unitId: unit.body.id, email: 'wang@school.example', mobile: '13800138000' })
      .expect(200);
    await house.as(secretary).post('/offices', { memberId: teacher.memberId, office: 'UNIT_HEAD', unitId: unit.body.id }).expect(201);
    const sessionId = await house.session(secretary);
    await seat(secretary, sessionId, teacher.memberId);
    const { body } = await house.as(teacher).get('/me').expect(200);
    expect(body).toEqual({
      member: {
        id: teacher.memberId,
        staffNo: 'T1',
        name: '王小明',
        email: 'wang@school.example',
        mobile: '+8613800138000',
        unitId: unit.body.id,
        unitName: '图书馆',
      },
      organisation: expect.objectContaining({ code: 'me', level: 1, parentId: null }),
      offices: [{ id: expect.any(String), office: 'UNIT_HEAD', sessionId: null, unitId: unit.body.id, chief: false }],
      mandates: [
        {
          sessionId,
          sessionTitle: '第 1 届一次',
          sessionState: 'SET_UP',
          delegationId: null,
          delegationName: null,
          kind: 'DELEGATE',
          present: false,
        },
      ],
    });
    const versions = (await house.told('congress.member-registered.v2')).filter(({ aggregate_id: about }) => about === teacher.memberId);
    expect(versions.map(({ version, data }) => [version, data['mail'], data['unitId']])).toEqual([
      [1, null, null],
      [2, 'wang@school.example', unit.body.id],
    ]);
  });

  it('leaves an audit row for each change, in an unbroken chain', async () => {
    await house.app.get(AuditSealer).sealAll();
    expect(await verifyAuditChain(house.database)).toEqual({ ok: true, rows: expect.any(Number), head: expect.any(String) });
    const actions = await house.database.query<{ action: string }>('SELECT DISTINCT action FROM audit_trail ORDER BY action');
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'amend-member',
        'assign-office',
        'close-session',
        'form-delegation',
        'found-organisation',
        'issue-sign-in-code',
        'leave-session',
        'open-session',
        'register-member',
        'relieve-office',
        'seat-delegate',
        'set-calendar',
        'set-password',
        'set-up-session',
        'set-up-term',
        'set-up-unit',
        'sign-in-to-session',
        'unseat-delegate',
      ]),
    );
    const [unseated] = await house.database.query<{ after: { events: unknown[] } }>(
      `SELECT after FROM audit_trail WHERE action = 'unseat-delegate'`,
    );
    expect(unseated?.after.events).toContainEqual(expect.objectContaining({ type: 'DelegateUnseated', reason: '调离' }));
  });
});
