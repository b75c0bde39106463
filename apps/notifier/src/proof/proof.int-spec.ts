import { randomUUID } from 'node:crypto';
import { readSpreadsheet } from '@plenum/service-kit';
import { probe } from '@plenum/test-kit';
import { type Person, Stage } from '../testing/stage.js';
import type { PaperListResponse, ProofResponse, ServedMatterPageResponse, ServedPersonResponse } from './proof.responses.js';

const DAY_MS = 86_400_000;

describe('the proof of service', () => {
  const stage = new Stage();
  let organiser: Person, reader: Person, addressless: Person, silent: Person, beside: Person, foreigner: Person;

  beforeAll(async () => {
    organiser = await stage.person({ office: 'SECRETARIAT', mail: null });
    reader = await stage.person({ seat: 'DELEGATE' });
    addressless = await stage.person({ seat: 'DELEGATE', mail: null });
    silent = await stage.person({ seat: 'DELEGATE' });
    beside = await stage.person();
    foreigner = await stage.person({ office: 'SECRETARIAT' }, randomUUID());
    await stage.database.query('UPDATE directory_members SET unit_id = $1 WHERE id = $2', [stage.unitId, addressless.id]);
  });
  afterEach(() => stage.setClock(null));

  const announce = async (title: string): Promise<string> => {
    const audience = { kind: 'delegates', id: stage.sessionId };
    const { status } = await stage.ask(organiser, 'POST', '/announcements', { audience, title, text: 'We meet there.', reaches: 3 });
    expect(status).toBe(201);
    const { items } = (await stage.ask(organiser, 'GET', '/proofs')).body as ServedMatterPageResponse;
    return items.find(({ params }) => params['title'] === title)?.id ?? '';
  };
  const proof = async (id: string, query = ''): Promise<ProofResponse> => (await stage.ask(organiser, 'GET', `/proofs/${id}${query}`)).body;
  const of = async (id: string, person: Person): Promise<ServedPersonResponse> => {
    const found = (await proof(id)).items.find(({ memberId }) => memberId === person.id);
    if (!found) throw new Error('they were not told');
    return found;
  };
  const paperList = async (id: string, days: number): Promise<PaperListResponse> =>
    (await stage.ask(organiser, 'GET', `/proofs/${id}/paper-list?days=${days}`)).body;
  const record = (id: string, people: readonly Person[], signedOn: string, by: Person | null = organiser) =>
    stage.ask(by, 'POST', `/proofs/${id}/signatures`, { memberIds: people.map((person) => person.id), signedOn });
  const correct = (id: string, person: Person, body: object, by: Person | null = organiser) =>
    stage.ask(by, 'PUT', `/proofs/${id}/signatures/${person.id}`, body);
  const dayAfter = (days: number): string =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * DAY_MS));
  const mailed = (id: string) =>
    probe('the mails are out', async () => (await proof(id)).items.filter(({ standing }) => standing === 'sent').length === 2);

  it('says of each who was told what became of it on every way, and who has opened it; and is filtered', async () => {
    const id = await announce('Hall 2');
    await mailed(id);
    const [notice] = await stage.notices(reader);
    await stage.ask(reader, 'POST', `/notices/${notice?.id}/reading`);
    const { matter, standings, items, total } = await proof(id);
    expect(matter).toMatchObject({ code: 'notifier.announced', told: 3, confirmed: 1, params: { title: 'Hall 2' } });
    expect(standings).toEqual({ signed: 0, opened: 1, sent: 1, waiting: 0, withdrawn: 0, notReached: 1 });
    expect(total).toBe(3);
    expect(items.find(({ memberId }) => memberId === reader.id)).toMatchObject({
      standing: 'opened',
      openedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      ways: [{ way: 'mail', state: 'sent', reason: null, at: expect.stringMatching(/Z$/) }],
      paper: null,
    });
    expect(items.find(({ memberId }) => memberId === addressless.id)).toMatchObject({
      standing: 'not-reached',
      unit: 'Logistics',
      openedAt: null,
      ways: [{ way: 'mail', state: 'skipped', reason: 'no-address', at: null }],
    });
    const ids = async (query: string) => (await proof(id, query)).items.map(({ memberId }) => memberId).sort();
    expect(await ids('?only=not-reached')).toEqual([addressless.id]);
    expect(await ids('?only=unconfirmed')).toEqual([addressless.id, silent.id].sort());
    expect(await ids('?only=signed')).toEqual([]);
    expect(await ids(`?search=${encodeURIComponent(silent.name)}`)).toEqual([silent.id]);
    expect(await ids(`?search=${encodeURIComponent('%')}`)).toEqual([]);
    expect(await proof(id, '?page=2&pageSize=2')).toMatchObject({ total: 3, page: 2, items: [{}] });
    expect(JSON.stringify(await proof(id))).not.toContain(reader.mail);
  });

  it('names a bounce with its reason, and what a group was posted', async () => {
    const id = await announce('Bounced');
    await mailed(id);
    await stage.database.query(
      `UPDATE deliveries d SET state = 'bounced', trouble = 'mailbox-full' FROM notices n
        WHERE n.id = d.notice_id AND n.member_id = $1 AND n.params ->> 'title' = 'Bounced'`,
      [silent.id],
    );
    expect(await of(id, silent)).toMatchObject({ standing: 'not-reached', ways: [{ state: 'bounced', reason: 'mailbox-full' }] });
    expect((await proof(id)).groups).toEqual([]);
    const { people } = await paperList(id, 30);
    expect(people.map(({ memberId, reason }) => `${memberId} ${reason}`).sort()).toEqual(
      [`${addressless.id} no-address`, `${silent.id} mailbox-full`].sort(),
    );
  });

  it('puts on the paper list whom nothing reached at once, and who has not opened it after the days that are asked for', async () => {
    const id = await announce('On paper');
    await mailed(id);
    const listed = async (days: number) => (await paperList(id, days)).people.map(({ memberId, reason }) => `${memberId} ${reason}`).sort();
    expect(await listed(3)).toEqual([`${addressless.id} no-address`]);
    stage.setClock(new Date(Date.now() + 3 * DAY_MS + 1_000));
    expect(await listed(4)).toEqual([`${addressless.id} no-address`]);
    expect(await listed(3)).toEqual([`${addressless.id} no-address`, `${silent.id} not-opened`, `${reader.id} not-opened`].sort());
    const notice = (await stage.notices(reader)).find(({ params }) => params['title'] === 'On paper');
    await stage.ask(reader, 'POST', `/notices/${notice?.id}/reading`);
    expect(await listed(3)).toEqual([`${addressless.id} no-address`, `${silent.id} not-opened`].sort());
    for (const days of ['-1', '61', '1.5'])
      expect(await stage.ask(organiser, 'GET', `/proofs/${id}/paper-list?days=${days}`)).toMatchObject({
        status: 400,
        body: { faults: [{ field: 'days' }] },
      });
  });

  it('has who signed on record once, whoever records it again, and they are unreached no more', async () => {
    const id = await announce('Signed');
    await mailed(id);
    const unreached = async () =>
      (await stage.ask(organiser, 'GET', '/unreached')).body.items.map(({ params }: { params: { title: string } }) => params.title);
    expect(await unreached()).toContain('Signed');
    const today = dayAfter(0);
    const both = await Promise.all([record(id, [addressless], today), record(id, [addressless, silent], today)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect(both.reduce((sum, { body }) => sum + body.recorded, 0)).toBe(2);
    expect((await record(id, [addressless, silent], today)).body).toEqual({ recorded: 0, before: 2 });
    expect(await of(id, addressless)).toMatchObject({
      standing: 'signed',
      paper: { signedOn: today, recordedBy: organiser.name, correction: null, isLate: false, version: 1 },
    });
    expect(await unreached()).not.toContain('Signed');
    expect((await paperList(id, 0)).people.map(({ memberId }) => memberId)).toEqual([reader.id]);
    expect((await proof(id, '?only=signed')).total).toBe(2);
    const audited = await stage.database.query<{ after: { recorded: number } }>(
      `SELECT after FROM audit_trail WHERE action = 'record-paper-signatures' AND subject_id = $1`,
      [id],
    );
    expect(audited.reduce((sum, { after }) => sum + after.recorded, 0)).toBe(2);
  });

  it('is corrected with a reason, on what was read; who did not sign is unreached again, and may sign later', async () => {
    const id = await announce('Corrected');
    await mailed(id);
    await record(id, [addressless], dayAfter(0));
    for (const [field, wrong] of [
      ['reason', { signedOn: null, reason: ' ', version: 1 }],
      ['signedOn', { signedOn: '2026-02-30', reason: 'Typed wrongly.', version: 1 }],
      ['version', { signedOn: null, reason: 'Typed wrongly.', version: 0 }],
    ] as const)
      expect(await correct(id, addressless, wrong)).toMatchObject({ status: 400, body: { faults: [{ field }] } });
    expect(await correct(id, addressless, { signedOn: null, reason: 'Another person of that name.', version: 2 })).toMatchObject({
      status: 409,
      body: { type: 'notifier.outdated' },
    });
    expect((await correct(id, addressless, { signedOn: null, reason: 'Another person of that name.', version: 1 })).status).toBe(204);
    expect(await of(id, addressless)).toMatchObject({
      standing: 'not-reached',
      paper: { signedOn: null, correction: 'Another person of that name.', version: 2 },
    });
    expect((await record(id, [addressless], dayAfter(0))).body).toEqual({ recorded: 1, before: 0 });
    expect(await of(id, addressless)).toMatchObject({ standing: 'signed', paper: { version: 3 } });
    expect(await correct(id, silent, { signedOn: null, reason: 'Never recorded.', version: 1 })).toMatchObject({ status: 404 });
    const [audited] = await stage.database.query<{ before: object; after: object }>(
      `SELECT before, after FROM audit_trail WHERE action = 'correct-paper-signature' AND subject_id = $1`,
      [id],
    );
    expect(audited).toMatchObject({
      before: { memberId: addressless.id, signedOn: dayAfter(0), recordedBy: organiser.id },
      after: { signedOn: null, reason: 'Another person of that name.' },
    });
  });

  it('is of no day before they were told and of no day to come, and of nobody who was not told', async () => {
    const id = await announce('Days');
    for (const day of [dayAfter(-1), dayAfter(1)])
      expect(await record(id, [addressless], day)).toMatchObject({
        status: 422,
        body: { type: 'notifier.signed-on-another-day', details: { from: dayAfter(0), to: dayAfter(0) } },
      });
    for (const people of [[beside], [addressless, foreigner]])
      expect(await record(id, people, dayAfter(0))).toMatchObject({ status: 422, body: { type: 'notifier.not-told' } });
    expect((await of(id, addressless)).paper).toBeNull();
    for (const [field, body] of [
      ['memberIds', { memberIds: [], signedOn: dayAfter(0) }],
      ['memberIds', { memberIds: ['x'], signedOn: dayAfter(0) }],
      ['memberIds', { memberIds: [silent.id, silent.id], signedOn: dayAfter(0) }],
      ['signedOn', { memberIds: [silent.id], signedOn: 'yesterday' }],
    ] as const)
      expect(await stage.ask(organiser, 'POST', `/proofs/${id}/signatures`, body)).toMatchObject({
        status: 400,
        body: { faults: [{ field }] },
      });
  });

  it('asks nobody to sign for what is over, and shows who signed after that as late', async () => {
    const ballotId = randomUUID();
    const { organisationId, sessionId } = stage;
    const ballot = { organisationId, sessionId, ballotId, kind: 'election' as const, title: 'Over soon' };
    await stage.hear('ballot.ballot-opened.v1', { ...ballot, electorate: 'delegates', memberIds: [] });
    const { items } = (await stage.ask(organiser, 'GET', '/proofs')).body as ServedMatterPageResponse;
    const id = items.find(({ params }) => params['title'] === 'Over soon')?.id ?? '';
    await probe('the mails are out', async () => (await proof(id)).standings.sent === 2);
    expect((await paperList(id, 0)).people).toHaveLength(3);
    await stage.database.query(
      `UPDATE notices SET over = 'called-off', over_at = created_at - interval '1 day' WHERE link = '/ballots/' || $1::text`,
      [ballotId],
    );
    expect((await paperList(id, 0)).people).toEqual([]);
    expect((await record(id, [addressless], dayAfter(0))).body).toEqual({ recorded: 1, before: 0 });
    expect(await of(id, addressless)).toMatchObject({ standing: 'signed', over: 'called-off', paper: { isLate: true } });
    expect(await of(id, silent)).toMatchObject({ standing: 'sent', over: 'called-off' });
  });

  it('is a workbook as well, of all or of some, and so are the unreached', async () => {
    const id = await announce('=In a file');
    await mailed(id);
    await record(id, [silent], dayAfter(0));
    const sheet = async (path: string) => {
      const response = await stage.askRaw(organiser, path);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.xlsx"$/);
      const content = Buffer.from(await response.arrayBuffer());
      return (await readSpreadsheet(content, { rows: 100, columns: 20 }, (reason) => new Error(reason))).cells;
    };
    const all = await sheet(`/proofs/${id}/people.xlsx?language=zh-CN`);
    expect(all[0]?.slice(0, 6)).toEqual(['通知', '工号', '姓名', '部门', '代表团', '送达情况']);
    expect(all).toHaveLength(4);
    const row = all.find((cells) => cells[2] === silent.name);
    expect([row?.[0], row?.[5], row?.[9], row?.[10]]).toEqual(['=In a file', '已纸质签收', dayAfter(0), organiser.name]);
    expect(row?.[8]).toMatch(/^邮件: 已由对方服务器接收, \d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(await sheet(`/proofs/${id}/people.xlsx?only=not-reached&language=en`)).toMatchObject([
      { 5: 'Standing' },
      { 2: addressless.name, 5: 'not reached', 8: 'mail: not sent, no mail address' },
    ]);
    const unreached = await sheet('/unreached/people.xlsx?reason=no-address');
    expect(unreached.slice(1).every((cells) => cells[5] === '没有邮箱地址')).toBe(true);
    expect(unreached.some((cells) => cells[0] === '=In a file' && cells[2] === addressless.name)).toBe(true);
  });

  it('knows of seats that were given, and nothing of a proposal', async () => {
    await stage.hear('proposals.seconder-invited.v1', {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject: 'Secret yet',
      docketNo: null,
      leadProposerId: reader.id,
      memberId: beside.id,
    });
    await stage.appoint(beside);
    const { items } = (await stage.ask(organiser, 'GET', '/proofs?pageSize=200')).body as ServedMatterPageResponse;
    expect(items[0]).toMatchObject({ code: 'congress.office-assigned', told: 1, confirmed: 0 });
    expect(JSON.stringify(items)).not.toContain('Secret yet');
  });

  it('is the organisers’ alone, and of their own organisation', async () => {
    const id = await announce('Not yours');
    const asks = (by: Person | null) => [
      stage.ask(by, 'GET', `/proofs/${id}`),
      stage.ask(by, 'GET', `/proofs/${id}/people.xlsx`),
      stage.ask(by, 'GET', `/proofs/${id}/paper-list`),
      record(id, [addressless], dayAfter(0), by),
      correct(id, addressless, { signedOn: null, reason: 'No.', version: 1 }, by),
    ];
    for (const [by, status] of [
      [null, 401],
      [reader, 403],
      [foreigner, 404],
    ] as const)
      expect((await Promise.all(asks(by))).map((answer) => answer.status)).toEqual([status, status, status, status, status]);
    expect((await stage.ask(foreigner, 'GET', '/proofs')).body).toMatchObject({ items: [], total: 0 });
    expect((await stage.ask(reader, 'GET', '/proofs')).status).toBe(403);
    expect((await stage.ask(reader, 'GET', '/unreached/people.xlsx')).status).toBe(403);
    expect((await of(id, addressless)).paper).toBeNull();
  });
});
