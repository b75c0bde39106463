import { createHash } from 'node:crypto';
import { eventFaults, isEventName } from '@plenum/contracts';
import { congressHouse, type Person } from '../testing/congress-house.js';

const TODAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF`);
const PLAN = '绩效工资分配方案（草案）';

describe('the papers of a session', () => {
  const house = congressHouse();
  const at = (sessionId: string) => `/sessions/${sessionId}/papers`;

  /** A session with two delegates and an agenda that was agreed; it is planned for long ago, so that what is sent today is late. */
  const staged = async (code: string) => {
    const secretary = await house.found(code);
    const [delegate, other, staff] = (await Promise.all(['T1', 'T2', 'T3'].map((staffNo) => house.join(secretary, staffNo)))) as [
      Person,
      Person,
      Person,
    ];
    const sessionId = await house.session(secretary);
    for (const { memberId } of [delegate, other])
      await house.as(secretary).post(`/sessions/${sessionId}/delegates`, { memberId, kind: 'DELEGATE' }).expect(204);
    const agenda = `/sessions/${sessionId}/agenda`;
    const items = [{ kind: 'DECIDE', title: '绩效工资分配方案', vote: 'SECRET' }];
    const { body } = await house.as(secretary).put(agenda, { items, version: 0 }).expect(200);
    await house.as(secretary).post(`${agenda}/agreement`, { party: '校长办公会', on: TODAY, version: 1 }).expect(200);
    return { secretary, delegate, other, staff, sessionId, itemId: body.items[0].id as string };
  };
  const read = async (person: Person, sessionId: string) => (await house.as(person).get(at(sessionId)).expect(200)).body;
  const bring = (person: Person, path: string, content: Buffer) => house.as(person).post(path).attach('file', content, 'plan.pdf');
  const asPaper = (itemId: string, version: number) => `?itemId=${itemId}&title=${encodeURIComponent(PLAN)}&version=${version}`;
  const fetched = async (person: Person, path: string) => {
    const answer = await house
      .as(person)
      .get(path)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
      });
    return { status: answer.status, headers: answer.headers, body: answer.body as Buffer };
  };

  it('are brought in, sent out, read by delegates, and keep their versions', async () => {
    const { secretary, delegate, other, staff, sessionId, itemId } = await staged('papers');
    const path = at(sessionId);
    const one = await bring(secretary, `${path}${asPaper(itemId, 0)}`, pdf('one')).expect(201);
    const [paper] = one.body.papers;
    const sha256 = createHash('sha256').update(pdf('one')).digest('hex');
    expect(one.body).toMatchObject({ version: 1, days: 7, mayBring: true });
    expect(paper).toMatchObject({ title: PLAN, state: 'DRAFT', late: true, readers: null, versions: [{ nth: 1, kind: 'pdf', sha256 }] });
    expect((await read(delegate, sessionId)).papers).toEqual([]);
    const file = `${path}/${paper.id}/versions/1`;
    expect((await fetched(delegate, file)).status).toBe(404);
    for (const [who, status] of [
      [staff, 403],
      [null, 401],
    ] as const) {
      await house.as(who).get(path).expect(status);
      await house.as(who).get(file).expect(status);
    }

    const sending = { paperIds: [paper.id], version: 1 };
    await house.as(delegate).post(`${path}/sending`, sending).expect(403);
    const sent = await house.as(secretary).post(`${path}/sending`, sending).expect(200);
    expect(sent.body.papers).toMatchObject([{ state: 'SENT', readers: 0 }]);
    expect((await read(delegate, sessionId)).papers).toMatchObject([{ opened: false, readers: null, versions: [{ nth: 1, sha256 }] }]);
    const answer = await fetched(delegate, file);
    expect(answer.body.equals(pdf('one'))).toBe(true);
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent(`${PLAN}.pdf`).slice(0, 20));
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' });
    await fetched(delegate, file);
    await fetched(secretary, file); // Prepares it, and has no seat: on no reading list.
    expect((await read(delegate, sessionId)).papers[0].opened).toBe(true);
    const list = (await house.as(secretary).get(`${path}/${paper.id}/readers`).expect(200)).body;
    expect(list).toMatchObject({
      nth: 1,
      readers: [
        { memberId: other.memberId, openedAt: null },
        { memberId: delegate.memberId, openedAt: expect.any(String) },
      ],
    });
    await house.as(delegate).get(`${path}/${paper.id}/readers`).expect(403);

    const two = await bring(secretary, `${path}/${paper.id}/versions?version=2`, pdf('two')).expect(201);
    expect(two.body.papers).toMatchObject([{ state: 'DRAFT', versions: [{ nth: 1 }, { nth: 2, sentAt: null }], readers: 1 }]);
    expect((await read(delegate, sessionId)).papers[0].versions).toHaveLength(1);
    expect((await fetched(delegate, `${path}/${paper.id}/versions/2`)).status).toBe(404);
    const same = await bring(secretary, `${path}/${paper.id}/versions?version=3`, pdf('two')).expect(409);
    expect(same.body).toMatchObject({ type: 'congress.paper-known', details: { title: PLAN } });
    const stale = await house
      .as(secretary)
      .post(`${path}/sending`, { paperIds: [paper.id], version: 2 })
      .expect(409);
    expect(stale.body).toMatchObject({ type: 'congress.outdated', details: { current: 3 } });
    const gone = await house.as(secretary).post(`${path}/${paper.id}/withdrawal`, { reason: '改为下次讨论', version: 3 }).expect(200);
    expect(gone.body.papers).toMatchObject([{ state: 'WITHDRAWN', withdrawnFor: '改为下次讨论', late: false }]);
    expect((await read(delegate, sessionId)).papers).toEqual([]);
    expect((await fetched(delegate, file)).status).toBe(404);

    const told = (await house.told('congress.papers-sent.v1')).filter(({ data }) => data['sessionId'] === sessionId);
    expect(told).toMatchObject([{ data: { papers: [{ paperId: paper.id, title: PLAN, nth: 1, sha256 }] } }]);
    for (const { data } of told) expect(isEventName('congress.papers-sent.v1') && eventFaults('congress.papers-sent.v1', data)).toEqual([]);
  });

  it('keep the session shut while they are late, until a reason is given, which stands in its record', async () => {
    const { secretary, delegate, sessionId, itemId } = await staged('papers-late');
    await bring(secretary, `${at(sessionId)}${asPaper(itemId, 0)}`, pdf('late')).expect(201);
    const shut = await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(409);
    expect(shut.body).toMatchObject({ type: 'congress.papers-late', details: { titles: [PLAN] } });
    const [{ id: paperId }] = (await read(secretary, sessionId)).papers;
    await house
      .as(secretary)
      .post(`${at(sessionId)}/sending`, { paperIds: [paperId], version: 1 })
      .expect(200); // Too late: the day of the session is long over.
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(409);
    const opening = { latePapersReason: '上级文件昨日才到，代表团已逐一传阅' };
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`, opening).expect(200);
    const { lateOpening } = (await house.as(delegate).get(`/sessions/${sessionId}/agenda`).expect(200)).body;
    expect(lateOpening).toEqual({ titles: [PLAN], reason: opening.latePapersReason });
    expect((await read(secretary, sessionId)).papers[0].late).toBe(false); // Once it is open, nothing waits any more.
    const [row] = await house.database.query<{ after: { events: object[] } }>(
      "SELECT after FROM audit_trail WHERE action = 'open-session' AND subject_id = $1",
      [sessionId],
    );
    expect(row?.after.events).toMatchObject([{ type: 'SessionOpened', late: { reason: opening.latePapersReason } }]);
  });

  it('are in time by the days of the rule, which the next session takes over', async () => {
    const { secretary, sessionId, itemId } = await staged('papers-rule');
    const path = at(sessionId);
    const soon = new Date(Date.now() + 6 * 86_400_000);
    await house.database.query('UPDATE sessions SET opens_at = $2, closes_at = $3 WHERE id = $1', [
      sessionId,
      soon,
      new Date(soon.getTime() + 3_600_000),
    ]);
    await bring(secretary, `${path}${asPaper(itemId, 0)}`, pdf('plan')).expect(201);
    const [{ id: paperId }] = (await read(secretary, sessionId)).papers;
    await house
      .as(secretary)
      .post(`${path}/sending`, { paperIds: [paperId], version: 1 })
      .expect(200);
    expect((await read(secretary, sessionId)).papers[0].late).toBe(true); // Seven days before it was yesterday.
    const rule = await house.as(secretary).put(`${path}/rule`, { days: 5, clause: '某市条例第十条', version: 2 }).expect(200);
    expect(rule.body).toMatchObject({ days: 5, clause: '某市条例第十条', papers: [{ late: false }] });
    await house.changing(secretary).post(`/sessions/${sessionId}/opening`).expect(200);
    const next = await house.session(secretary, 2);
    expect(await read(secretary, next)).toMatchObject({ days: 5, clause: '某市条例第十条', version: 0, papers: [] });
    const bounds = await house.as(secretary).put(`${path}/rule`, { days: 0, version: 3 }).expect(400);
    expect(bounds.body.faults).toEqual([expect.objectContaining({ field: 'days' })]);
  });

  it('refuse what is no paper', async () => {
    const { secretary, sessionId, itemId } = await staged('papers-refused');
    const path = at(sessionId);
    const text = await bring(secretary, `${path}${asPaper(itemId, 0)}`, Buffer.from('not a document')).expect(422);
    expect(text.body.type).toBe('congress.paper-kind');
    const large = Buffer.concat([pdf('large'), Buffer.alloc(10_485_760)]);
    expect((await bring(secretary, `${path}${asPaper(itemId, 0)}`, large).expect(413)).body.type).toBe('congress.paper-too-large');
    const none = await house
      .as(secretary)
      .post(`${path}${asPaper(itemId, 0)}`)
      .expect(400);
    expect(none.body.faults).toEqual([{ field: 'file', reason: 'required' }]);
    const unknown = await bring(secretary, `${path}${asPaper('00000000-0000-4000-8000-000000000000', 0)}`, pdf('x')).expect(404);
    expect(unknown.body).toMatchObject({ type: 'congress.not-found', details: { object: 'item' } });
    expect((await read(secretary, sessionId)).version).toBe(0);
  });
});
