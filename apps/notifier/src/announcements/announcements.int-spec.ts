import { randomUUID } from 'node:crypto';
import { Database } from '@plenum/database';
import { type Person, Stage } from '../testing/stage.js';

describe('announcements', () => {
  const stage = new Stage();
  let secretary: Person;
  let delegates: readonly Person[];
  let ofUnit: Person;

  beforeAll(async () => {
    secretary = await stage.person({ office: 'SECRETARIAT' });
    delegates = [
      await stage.person({ seat: 'DELEGATE' }),
      await stage.person({ seat: 'DELEGATE' }),
      await stage.person({ seat: 'INVITEE' }),
    ];
    ofUnit = await stage.person();
    await stage.database.query('UPDATE directory_members SET unit_id = $1 WHERE id = $2', [stage.unitId, ofUnit.id]);
  });
  afterEach(() => stage.setClock(null));

  const WORDS = { title: '会场调整', text: '下午的分组讨论改在三楼会议室。\n\n请相互转告。' };
  const session = () => ({ kind: 'delegates', id: stage.sessionId });
  const preview = (audience: object, by: Person | null = secretary) => stage.ask(by, 'POST', '/announcements/preview', { audience });
  const reaches = async (audience: object): Promise<number> => (await preview(audience)).body.reaches;
  const announce = (audience: object, count: number, more: object = {}, by: Person | null = secretary) =>
    stage.ask(by, 'POST', '/announcements', { audience, ...WORDS, reaches: count, ...more });
  const sent = async (by = secretary) => (await stage.ask(by, 'GET', '/announcements')).body;

  it('reach whom they are for, each once, in the inbox and by mail, with its lines and without anything that leads elsewhere', async () => {
    const everybody = { kind: 'staff', id: null };
    const count = await reaches(everybody);
    expect(count).toBe(5);
    const text = `${WORDS.text}\nhttps://elsewhere.example.test/x`;
    const { status, body } = await announce(everybody, count, { text });
    expect([status, body.reached]).toEqual([201, 5]);
    for (const person of [...delegates, ofUnit, secretary]) expect(await stage.codes(person)).toEqual(['notifier.announced']);
    expect((await stage.notices(ofUnit))[0]).toMatchObject({
      link: null,
      params: { title: '会场调整', announcement: text, by: secretary.name },
    });
    stage.setClock(new Date(Date.now() + 3_600_000)); // What waits for others to go with it has waited.
    const [mail] = await stage.mailbox.mailsTo(ofUnit.mail);
    expect(mail?.subject).toBe('会场调整');
    expect(mail?.text).toContain(`下午的分组讨论改在三楼会议室。\n\n请相互转告。\n〔网址略〕\n\n发布人：${secretary.name}`);
  });

  it('know the seats of a session, those who have not signed in, a delegation and a unit', async () => {
    const [first, second, observer] = delegates as [Person, Person, Person];
    expect(await reaches(session())).toBe(3);
    await stage.know('congress.attendance-changed.v2', {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      memberId: first.id,
      present: true,
      at: new Date().toISOString(),
      by: null,
      late: false,
      presentCount: 1,
      entitled: 2,
    });
    expect(await reaches({ kind: 'absent', id: stage.sessionId })).toBe(1); // The full delegate who is not there, no observer.
    const { status } = await announce({ kind: 'absent', id: stage.sessionId }, 1, { title: '请签到' });
    expect(status).toBe(201);
    const told = async (person: Person) => (await stage.notices(person)).map(({ params }) => params['title']);
    expect(await told(second)).toContain('请签到');
    for (const other of [first, observer, ofUnit]) expect(await told(other)).not.toContain('请签到');
    const unit = { kind: 'unit', id: stage.unitId };
    expect(await reaches(unit)).toBe(1);
    const delegationId = randomUUID();
    const { organisationId, sessionId } = stage;
    await stage.know('congress.delegation-formed.v1', {
      organisationId,
      sessionId,
      delegationId,
      name: '第一代表团',
      headMemberId: first.id,
    });
    await stage.database.query('UPDATE directory_seats SET delegation_id = $1 WHERE member_id = ANY($2)', [
      delegationId,
      [first.id, observer.id],
    ]);
    expect(await reaches({ kind: 'delegation', id: delegationId })).toBe(2);
  });

  it('are sent to nobody where they would reach another number than their sender was shown', async () => {
    const before = await sent();
    const { status, body } = await announce(session(), 99);
    expect([status, body.type, body.details]).toEqual([409, 'notifier.audience-changed', { reaches: 3 }]);
    expect(await sent()).toEqual(before);
  });

  it('are kept with whom they were for, who sent them, how many they reached and how many have read them', async () => {
    const [first] = delegates as [Person];
    const { body } = await announce(session(), 3, { title: '请阅读' });
    const [notice] = await stage.notices(first);
    await stage.ask(first, 'POST', `/notices/${notice?.id}/reading`);
    expect((await sent()).items[0]).toMatchObject({
      id: body.id,
      audience: { kind: 'delegates', name: 'Session 2' },
      title: '请阅读',
      text: WORDS.text,
      sentBy: secretary.name,
      reached: 3,
      read: 1,
    });
    const [audited] = await stage.app
      .get(Database)
      .query<{ after: object }>("SELECT after FROM audit_trail WHERE action = 'announce' ORDER BY occurred_at DESC LIMIT 1");
    expect(audited?.after).toEqual({ audience: session(), reached: 3 });
  });

  it('are sent once however often the same request comes', async () => {
    const [key, signIn] = [randomUUID(), randomUUID()];
    const once = async () =>
      (await stage.client(secretary, signIn)).post(
        '/announcements',
        { audience: session(), ...WORDS, title: '只发一次', reaches: 3 },
        { 'idempotency-key': key },
      );
    const [one, other] = await Promise.all([once(), once()]);
    expect([one.status, one.body]).toEqual([201, other.body]);
    expect((await sent()).items.filter(({ title }: { title: string }) => title === '只发一次')).toHaveLength(1);
  });

  it('are twenty in a day and no more; the next day they are as many again', async () => {
    const unit = { kind: 'unit', id: stage.unitId };
    stage.setClock('2031-05-01T00:00:00Z');
    expect((await preview(unit)).body).toEqual({ reaches: 1, left: 20 });
    for (let nth = 1; nth <= 19; nth += 1) expect((await announce(unit, 1)).status).toBe(201);
    const both = await Promise.all([announce(unit, 1), announce(unit, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await announce(unit, 1)).body).toMatchObject({ type: 'notifier.too-many-announcements' });
    stage.setClock('2031-05-02T00:00:01Z');
    expect((await preview(unit)).body).toEqual({ reaches: 1, left: 20 });
  });

  it.each([
    ['audience.kind', { audience: { kind: 'not-voted', id: randomUUID() } }],
    ['audience.id', { audience: { kind: 'unit', id: null } }],
    ['title', { title: '' }],
    ['title', { title: '题'.repeat(61) }],
    ['text', { text: '文'.repeat(2_001) }],
    ['reaches', { reaches: 0 }],
  ])('are refused with a bad %s', async (field, wrong) => {
    const { status, body } = await announce(session(), 3, wrong);
    expect([status, body.faults.map((fault: { field: string }) => fault.field)]).toEqual([400, [field]]);
  });

  it('are refused to what another organisation has, and are not for a delegate, a stranger or who organises elsewhere', async () => {
    for (const kind of ['unit', 'delegation', 'delegates', 'absent']) expect((await preview({ kind, id: randomUUID() })).status).toBe(404);
    const [delegate] = delegates as [Person];
    const elsewhere = await stage.person({ office: 'SECRETARIAT' }, randomUUID());
    for (const [who, status] of [
      [null, 401],
      [delegate, 403],
    ] as const) {
      expect((await preview(session(), who)).status).toBe(status);
      expect((await announce(session(), 3, {}, who)).status).toBe(status);
      expect((await stage.ask(who, 'GET', '/announcements')).status).toBe(status);
    }
    expect((await preview(session(), elsewhere)).status).toBe(404);
    expect((await sent(elsewhere)).items).toEqual([]);
  });
});
