import { syntheticPeople } from '@plenum/test-kit';
import supertest from 'supertest';
import { congressHouse, type Person } from '../testing/congress-house.js';

const HEADER = ['工号', '姓名', '部门', '邮箱', '代表团', '代表类别', '会籍'];
const csv = (rows: readonly (readonly string[])[]) => Buffer.from([HEADER, ...rows].map((row) => row.join(',')).join('\n'));

interface Preview {
  readonly importId: string;
  readonly confirmedAt: string | null;
  readonly summary: Record<'new' | 'changed' | 'unchanged' | 'refused', number>;
  readonly rows: {
    row: number;
    state: string;
    faults: { column: string; reason: string }[];
    changed: string[];
    values: Record<string, string>;
  }[];
}

describe('the import of a roster', () => {
  const house = congressHouse();

  const upload = (person: Person | null, file: Buffer, sessionId?: string, fileName = '名册.csv') => {
    const request = supertest(house.url)
      .post('/api/congress/roster-imports')
      .query(sessionId ? { sessionId } : {});
    if (person) void request.set('authorization', `Bearer ${person.accessToken}`);
    return request.attach('file', file, fileName);
  };
  const preview = async (person: Person, rows: readonly (readonly string[])[], sessionId?: string): Promise<Preview> =>
    (await upload(person, csv(rows), sessionId).expect(201)).body;
  const confirm = (person: Person, importId: string) => house.changing(person).post(`/roster-imports/${importId}/confirmation`);
  const membersOf = async (person: Person) => (await house.as(person).get('/members?sort=staffNo&pageSize=200').expect(200)).body;
  const counts = async () =>
    (
      await house.database.query<Record<string, number>>(
        `
          SELECT (SELECT count(*)::int FROM members) AS members, (SELECT count(*)::int FROM seats) AS seats, (SELECT count(*)::int
            FROM outbox) AS events
        `,
      )
    )[0];

  /** An organisation with a department, a session and a delegation. */
  async function prepared(code: string): Promise<{ secretary: Person; sessionId: string; unitId: string; delegationId: string }> {
    const secretary = await house.found(code);
    const unit = await house.as(secretary).post('/units', { code: 'LIB', name: '图书馆' }).expect(201);
    const sessionId = await house.session(secretary);
    const delegation = await house.as(secretary).post(`/sessions/${sessionId}/delegations`, { name: '第一代表团' }).expect(201);
    return { secretary, sessionId, unitId: unit.body.id, delegationId: delegation.body.id };
  }

  it('sets up the units and delegations that it names, those that were asked for and no others', async () => {
    const { secretary, sessionId } = await prepared('creates');
    const { importId, missing, summary } = (
      await upload(
        secretary,
        csv([
          ['T1', '王甲子', '财务处', '', '第二代表团', ''],
          ['T2', '李乙丑', '财务处', '', '', ''],
          ['T3', '张丙寅', '总务处', '', '', ''],
        ]),
        sessionId,
      ).expect(201)
    ).body;
    expect(summary).toMatchObject({ new: 0, refused: 3 });
    expect(missing).toEqual({
      units: [
        { name: '财务处', rows: 2, wanted: false },
        { name: '总务处', rows: 1, wanted: false },
      ],
      delegations: [{ name: '第二代表团', rows: 1, wanted: false }],
    });
    const chosen = await house
      .changing(secretary)
      .put(`/roster-imports/${importId}/creations`, { units: ['财务处'], delegations: ['第二代表团'] })
      .expect(200);
    expect(chosen.body).toMatchObject({ confirmedAt: null, summary: { new: 2, refused: 1 } });
    expect((await house.as(secretary).get('/units').expect(200)).body.total).toBe(1);
    await confirm(secretary, importId).expect(200);
    const units = (await house.as(secretary).get('/units').expect(200)).body.items as { code: string; name: string }[];
    expect(units.map(({ code, name }) => [code, name])).toEqual([
      ['LIB', '图书馆'],
      ['U01', '财务处'],
    ]);
    expect((await house.as(secretary).get(`/sessions/${sessionId}/delegates`).expect(200)).body.items).toEqual([
      expect.objectContaining({ staffNo: 'T1', delegationName: '第二代表团', kind: 'DELEGATE' }),
    ]);
    await house.changing(secretary).put(`/roster-imports/${importId}/creations`, { units: [], delegations: [] }).expect(409);
  });

  it('shows anew what somebody else has set up meanwhile', async () => {
    const { secretary } = await prepared('meanwhile');
    const { importId } = await preview(secretary, [['T1', '王甲子', '财务处', '', '', '']]);
    await house
      .changing(secretary)
      .put(`/roster-imports/${importId}/creations`, { units: ['财务处'], delegations: [] })
      .expect(200);
    await house.as(secretary).post('/units', { code: 'FIN', name: '财务处' }).expect(201);
    expect((await confirm(secretary, importId).expect(409)).body.type).toBe('congress.roster-outdated');
    const { body } = await house.as(secretary).get(`/roster-imports/${importId}`).expect(200);
    expect(body).toMatchObject({ summary: { new: 1 }, missing: { units: [] } });
    await confirm(secretary, importId).expect(200);
  });

  it('finds its header below a title, and people in either case', async () => {
    const { secretary } = await prepared('titled');
    await house.as(secretary).post('/members', { staffNo: 'T1', name: '王甲子' }).expect(201);
    const { body } = await upload(
      secretary,
      Buffer.from('某某学校教职工名册\n制表：人事处\n工号,姓名,会籍\nｔ1,王甲子,正常\nT2,李乙丑,保留会籍'),
    ).expect(201);
    expect(body.rows).toMatchObject([
      { row: 4, state: 'unchanged' },
      { row: 5, state: 'new' },
    ]);
  });

  it('writes nothing until it is confirmed, and then members, seats and events together', async () => {
    const { secretary, sessionId, unitId, delegationId } = await prepared('plain');
    const before = await counts();
    const { importId, summary, rows } = await preview(
      secretary,
      [
        ['T1', '王甲子', '图书馆', 't1@example.test', '第一代表团', '正式代表'],
        ['T2', '李乙丑', 'LIB', '', '', '特邀代表'],
        ['T3', '张丙寅', '', '', '', ''],
        ['T4', '刘丁卯', '没有的部门', '', '', ''],
      ],
      sessionId,
    );
    expect(summary).toEqual({ new: 3, changed: 0, unchanged: 0, refused: 1 });
    expect(rows[3]).toEqual({
      row: 5,
      state: 'refused',
      faults: [{ column: 'unit', reason: 'unknown' }],
      changed: [],
      values: expect.objectContaining({ staffNo: 'T4', unit: '没有的部门' }),
      folded: [],
    });
    expect(await counts()).toEqual(before);

    const { body } = await confirm(secretary, importId).expect(200);
    expect(body.confirmedAt).toEqual(expect.any(String));
    expect((await membersOf(secretary)).items.slice(1)).toEqual([
      expect.objectContaining({ staffNo: 'T1', name: '王甲子', unitId, unitName: '图书馆', email: 't1@example.test', account: 'NONE' }),
      expect.objectContaining({ staffNo: 'T2', unitId, email: null }),
      expect.objectContaining({ staffNo: 'T3', unitId: null }),
    ]);
    const delegates = await house.as(secretary).get(`/sessions/${sessionId}/delegates`).expect(200);
    expect(delegates.body.items).toEqual([
      expect.objectContaining({ staffNo: 'T1', delegationId, delegationName: '第一代表团', kind: 'DELEGATE' }),
      expect.objectContaining({ staffNo: 'T2', delegationId: null, kind: 'INVITEE' }),
    ]);
    expect(await counts()).toEqual({
      members: (before?.['members'] ?? 0) + 3,
      seats: (before?.['seats'] ?? 0) + 2,
      events: (before?.['events'] ?? 0) + 5,
    });
  });

  it('changes nothing when the same file comes again, or the same confirmation', async () => {
    const { secretary, sessionId } = await prepared('again');
    const rows = [
      ['T1', '王甲子', 'LIB', '', '第一代表团', ''],
      ['T2', '李乙丑', '', 'x@example.test', '', '列席代表'],
    ];
    const first = await preview(secretary, rows, sessionId);
    await confirm(secretary, first.importId).expect(200);
    const before = await counts();
    await confirm(secretary, first.importId).expect(200);
    const second = await preview(secretary, rows, sessionId);
    expect(second.summary).toEqual({ new: 0, changed: 0, unchanged: 2, refused: 0 });
    await confirm(secretary, second.importId).expect(200);
    expect(await counts()).toEqual(before);
  });

  it('confirms once, however many confirm at the same moment', async () => {
    const { secretary } = await prepared('together');
    const before = await counts();
    const rows = [
      ['T1', '王甲子', '', '', '', ''],
      ['T2', '李乙丑', '', '', '', ''],
    ];
    const { importId } = await preview(secretary, rows);
    const answers = await Promise.all(Array.from({ length: 5 }, () => confirm(secretary, importId).sent()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await counts())?.['events']).toBe((before?.['events'] ?? 0) + 2);
  });

  it('changes members and seats that are there, as new versions', async () => {
    const { secretary, sessionId, delegationId } = await prepared('change');
    const teacher = await house.join(secretary, 'T1', '王甲子');
    await house.as(secretary).post(`/sessions/${sessionId}/delegates`, { memberId: teacher.memberId, kind: 'ATTENDEE' }).expect(204);
    const { importId, rows } = await preview(secretary, [['T1', '王甲丑', 'LIB', '', '第一代表团', '正式代表']], sessionId);
    expect(rows[0]).toMatchObject({ state: 'changed', changed: ['name', 'unit', 'delegation', 'kind'] });
    await confirm(secretary, importId).expect(200);
    const me = await house.as(teacher).get('/me').expect(200);
    expect(me.body).toMatchObject({ member: { name: '王甲丑', unitName: '图书馆' }, mandates: [{ kind: 'DELEGATE', delegationId }] });
    const versions = (await house.told('congress.member-registered.v2')).filter(({ aggregate_id: about }) => about === teacher.memberId);
    expect(versions.map(({ version, data }) => [version, data['name']])).toEqual([
      [1, '王甲子'],
      [2, '王甲丑'],
    ]);
  });

  it('writes the standing of members, and the seats of who lost the vote follow in every session that is not over', async () => {
    const { secretary, sessionId, delegationId } = await prepared('standing');
    const teacher = await house.join(secretary, 'T1', '王甲子');
    const seat = (memberId: string, kind = 'DELEGATE') =>
      house.changing(secretary).post(`/sessions/${sessionId}/delegates`, { memberId, kind, delegationId });
    for (const { memberId } of [secretary, teacher]) await seat(memberId).expect(204);
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    await house.as(teacher).post(`/sessions/${sessionId}/attendance`, {}).expect(204);
    const { importId, rows } = await preview(secretary, [
      ['T1', '王甲子', '', '', '', '', '保留会籍'],
      ['T2', '李乙丑', '', '', '', '', '名誉会员'],
      ['T3', '张丙寅', '', '', '', '正式代表', '暂停权利'],
      ['T4', '刘丁卯', '', '', '', '', '保留会籍'],
    ]);
    expect(rows.map(({ row, state, faults }) => [row, state, faults])).toEqual([
      [2, 'changed', []],
      [3, 'refused', [{ column: 'standing', reason: 'unknown' }]],
      [4, 'refused', [{ column: 'kind', reason: 'no-session' }]],
      [5, 'new', []],
    ]);
    await confirm(secretary, importId).expect(200);
    const shown = (await membersOf(secretary)).items.map(({ staffNo, standing }: Record<string, string>) => [staffNo, standing]);
    expect(shown).toEqual([
      ['S1', 'FULL'],
      ['T1', 'RETAINED'],
      ['T4', 'RETAINED'],
    ]);
    // A colleague's standing is the secretariat's to know, and one's own.
    expect((await membersOf(teacher)).items.map(({ standing }: Record<string, string>) => standing)).toEqual([null, 'RETAINED', null]);
    expect((await house.as(teacher).get(`/sessions/${sessionId}/attendance`).expect(200)).body).toMatchObject({ entitled: 1, present: 0 });
    expect((await house.as(teacher).get('/me').expect(200)).body.mandates).toEqual([
      expect.objectContaining({ kind: 'ATTENDEE', delegationId }),
    ]);
    const told = (await house.told('congress.member-registered.v2')).filter(({ aggregate_id: about }) => about === teacher.memberId);
    expect(told.at(-1)).toMatchObject({ version: 2, data: { standing: 'RETAINED', hasVote: false, active: true } });
    expect((await house.told('congress.delegate-seated.v1')).at(-1)).toMatchObject({
      data: { memberId: teacher.memberId, kind: 'ATTENDEE' },
    });

    expect((await seat(teacher.memberId).sent()).body).toMatchObject({
      status: 422,
      type: 'congress.no-vote',
      details: { memberId: teacher.memberId, standing: 'RETAINED' },
    });
    const amend = (changes: object) => house.changing(secretary).patch(`/members/${teacher.memberId}`, changes);
    expect((await amend({ standing: 'HONORARY' }).sent()).body).toMatchObject({
      status: 400,
      faults: [{ field: 'standing', reason: 'isIn' }],
    });
    expect((await amend({ standing: 'FULL' }).expect(200)).body).toMatchObject({ standing: 'FULL' });
    await seat(teacher.memberId).expect(204);
    expect((await house.as(teacher).get(`/sessions/${sessionId}/attendance`).expect(200)).body).toMatchObject({ entitled: 2, present: 1 });
    await amend({ standing: 'SUSPENDED' }).expect(200);
    expect((await house.as(secretary).get(`/sessions/${sessionId}/attendance`).expect(200)).body).toMatchObject({
      entitled: 1,
      present: 0,
    });
    // R18: who leaves loses the seat.
    await amend({ standing: 'FULL', active: false }).expect(200);
    expect((await house.as(secretary).get(`/sessions/${sessionId}/delegates`).expect(200)).body.items).toEqual([
      expect.objectContaining({ memberId: secretary.memberId }),
    ]);
    const registered = (body: object) => house.as(secretary).post('/members', body);
    expect((await registered({ staffNo: 'T8', name: '周戊辰', standing: 'RETAINED' }).expect(201)).body).toMatchObject({
      standing: 'RETAINED',
    });
    expect((await registered({ staffNo: 'T9', name: '吴己巳' }).expect(201)).body).toMatchObject({ standing: 'FULL' });
  });

  it('seats a member either with the vote or not at all as a full delegate, whoever asks first', async () => {
    const { secretary, sessionId } = await prepared('standing-race');
    for (let times = 0; times < 4; times += 1) {
      const {
        body: { id },
      } = await house
        .as(secretary)
        .post('/members', { staffNo: `R${times}`, name: '郑庚午' })
        .expect(201);
      const answers = await Promise.all([
        house.as(secretary).post(`/sessions/${sessionId}/delegates`, { memberId: id, kind: 'DELEGATE' }),
        house.changing(secretary).patch(`/members/${id}`, { standing: 'RETAINED' }).sent(),
      ]);
      expect(answers.every(({ status }) => status < 500)).toBe(true);
    }
    const { body } = await house.as(secretary).get(`/sessions/${sessionId}/delegates?kind=DELEGATE`).expect(200);
    expect(body.items).toEqual([]);
  });

  it('looks again when it is confirmed: what changed meanwhile is shown before anything is written', async () => {
    const { secretary } = await prepared('stale');
    const { importId } = await preview(secretary, [
      ['T1', '王甲子', '', '', '', ''],
      ['T2', '李乙丑', '', '', '', ''],
    ]);
    await house.as(secretary).post('/members', { staffNo: 'T1', name: '王某' }).expect(201);
    const before = await counts();
    const { body } = await confirm(secretary, importId).expect(409);
    expect(body).toMatchObject({ type: 'congress.roster-outdated', details: { rows: ['2'] } });
    expect(await counts()).toEqual(before);
    const renewed = await house.as(secretary).get(`/roster-imports/${importId}`).expect(200);
    expect(renewed.body).toMatchObject({ confirmedAt: null, summary: { new: 1, changed: 1 } });
    await confirm(secretary, importId).expect(200);
    expect((await membersOf(secretary)).items.map(({ name }: { name: string }) => name)).toEqual(['秘书甲', '王甲子', '李乙丑']);
  });

  it('is for a session that is not over', async () => {
    const { secretary, sessionId } = await prepared('over');
    const rows = [['T1', '王甲子', '', '', '第一代表团', '']];
    const early = await preview(secretary, rows, sessionId);
    await house.as(secretary).post(`/sessions/${sessionId}/delegates`, { memberId: secretary.memberId, kind: 'DELEGATE' }).expect(204);
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    await house.changing(secretary).post(`/sessions/${sessionId}/closing`).expect(200);
    for (const refused of [upload(secretary, csv(rows), sessionId), confirm(secretary, early.importId)]) {
      expect((await refused.expect(409)).body.type).toBe('congress.session-state');
    }
  });

  it('grows the base of a quorum that is already counted', async () => {
    const { secretary, sessionId } = await prepared('grow');
    await house.as(secretary).post(`/sessions/${sessionId}/delegates`, { memberId: secretary.memberId, kind: 'DELEGATE' }).expect(204);
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    await house.as(secretary).post(`/sessions/${sessionId}/attendance`, {}).expect(204);
    const { importId } = await preview(
      secretary,
      [
        ['T1', '王甲子', '', '', '', '正式代表'],
        ['T2', '李乙丑', '', '', '', '正式代表'],
      ],
      sessionId,
    );
    await confirm(secretary, importId).expect(200);
    const { body } = await house.as(secretary).get(`/sessions/${sessionId}/attendance`).expect(200);
    expect(body).toMatchObject({ entitled: 3, present: 1, needed: 2, quorate: false });
    const { body: told } = await house.as(secretary).get(`/sessions/${sessionId}/attendance/timeline?after=0`).expect(200);
    expect(told.points.map(({ entitled, quorate }: Record<string, unknown>) => [entitled, quorate])).toEqual([
      [1, false],
      [1, true],
      [2, false],
      [3, false],
    ]);
  });

  it('refuses what is no roster, too large, or nothing', async () => {
    const { secretary } = await prepared('none');
    const refusal = async (file: Buffer) => (await upload(secretary, file).expect(422)).body;
    expect(await refusal(Buffer.from('a,b\n1,2'))).toMatchObject({
      type: 'congress.roster-unreadable',
      details: { reason: 'missing-column:staffNo', row: 1 },
    });
    expect(await refusal(Buffer.from([0xff, 0xfe, 0x00]))).toMatchObject({ details: { reason: 'not-a-text' } });
    expect((await upload(secretary, Buffer.alloc(5_242_881, 'a')).expect(413)).body.type).toBe('too-large');
    expect((await house.as(secretary).post('/roster-imports').expect(400)).body).toMatchObject({
      type: 'malformed',
      faults: [{ field: 'file', reason: 'required' }],
    });
    expect(
      (
        await supertest(house.url)
          .post('/api/congress/roster-imports')
          .set('authorization', `Bearer ${secretary.accessToken}`)
          .field('note', 'x')
          .expect(400)
      ).body.type,
    ).toBe('malformed');
  });

  it('names every fault of 40 faulty rows among 5,000, and writes the others', async () => {
    const { secretary, sessionId } = await prepared('large');
    const people = syntheticPeople(5_000, 7);
    const rows = people.map(({ staffNo, name, email }) => [staffNo, name, 'LIB', email, '第一代表团', '正式代表']);
    const FAULTS: readonly (readonly [number, string, string, string])[] = [
      [0, 'staffNo', '', 'required'],
      [0, 'staffNo', '工号', 'form'],
      [0, 'staffNo', '=1+1', 'formula'],
      [1, 'name', '', 'required'],
      [2, 'unit', '没有的部门', 'unknown'],
      [3, 'email', 'nowhere', 'form'],
      [4, 'delegation', '没有的代表团', 'unknown'],
      [5, 'kind', '旁听', 'unknown'],
    ];
    const expected = Array.from({ length: 40 }, (_, n) => {
      const [column, key, cell, reason] = FAULTS[n % FAULTS.length] as (typeof FAULTS)[number];
      const at = n * 124 + 17;
      (rows[at] as string[])[column] = cell;
      return { row: at + 2, faults: [{ column: key, reason }] };
    });

    const started = performance.now();
    const { importId, summary, rows: shown } = (await upload(secretary, csv(rows), sessionId).expect(201)).body as Preview;
    const previewed = performance.now();
    expect(summary).toEqual({ new: 4_960, changed: 0, unchanged: 0, refused: 40 });
    expect(shown.filter(({ state }) => state === 'refused').map(({ row, faults }) => ({ row, faults }))).toEqual(expected);
    await confirm(secretary, importId).expect(200);
    const confirmed = performance.now();
    process.stdout.write(
      `roster of 5,000 rows: preview ${Math.round(previewed - started)} ms, confirmation ${Math.round(confirmed - previewed)} ms\n`,
    );

    const asked = performance.now();
    const page = (await house.as(secretary).get('/members?sort=strokes&page=50&pageSize=100').expect(200)).body;
    process.stdout.write(`page 50 of 4,961 members by strokes: ${Math.round(performance.now() - asked)} ms\n`);
    expect(page).toMatchObject({ total: 4_961, page: 50, pageSize: 100 });
    expect(page.items).toHaveLength(61);
    const again = (await upload(secretary, csv(rows), sessionId).expect(201)).body as Preview;
    expect(again.summary).toEqual({ new: 0, changed: 0, unchanged: 4_960, refused: 40 });
  }, 60_000);
});
