import { randomUUID } from 'node:crypto';
import { probe } from '@plenum/test-kit';
import { END_OF_CAUSE } from '../notices/endings/ended-notices.js';
import { type Person, Stage } from '../testing/stage.js';

describe('the inbox', () => {
  const stage = new Stage();
  let reader: Person;
  let colleague: Person;
  let foreigner: Person;

  beforeAll(async () => {
    reader = await stage.person({ seat: 'DELEGATE' });
    colleague = await stage.person({ seat: 'DELEGATE' });
    foreigner = await stage.person({}, randomUUID());
  });

  const invite = async (person: Person, subject: string): Promise<void> => {
    const proposal = {
      organisationId: stage.organisationId,
      sessionId: stage.sessionId,
      proposalId: randomUUID(),
      subject,
      docketNo: null,
    };
    await stage.hear('proposals.seconder-invited.v1', { ...proposal, leadProposerId: colleague.id, memberId: person.id });
  };
  const subjects = async (query = '') => (await stage.notices(reader, query)).map(({ params }) => params['subject']);

  it('pages one’s own notices, the latest first, and the unread among them', async () => {
    await invite(reader, 'first');
    await invite(reader, 'second');
    await invite(reader, 'third');
    expect(await subjects()).toEqual(['third', 'second', 'first']);
    const { body } = await stage.ask(reader, 'GET', '/notices?page=2&pageSize=2');
    expect(body).toMatchObject({ total: 3, page: 2, pageSize: 2, items: [{ params: { subject: 'first' } }] });

    const [third] = await stage.notices(reader);
    expect((await stage.ask(reader, 'POST', `/notices/${third?.id}/reading`)).status).toBe(204);
    const readAt = (await stage.notices(reader))[0]?.readAt;
    expect(readAt).toMatch(/^\d{4}-.*Z$/);
    expect((await stage.ask(reader, 'POST', `/notices/${third?.id}/reading`)).status).toBe(204);
    expect((await stage.notices(reader))[0]?.readAt).toBe(readAt);
    expect(await subjects('&unread=true')).toEqual(['second', 'first']);
    expect(await subjects('&unread=false')).toEqual(['third', 'second', 'first']);
  });

  it('shows those of a kind, of some days, or about something by its name, and of nobody else', async () => {
    const own = await stage.person();
    await invite(own, '延长图书馆开放时间');
    await invite(own, '100%');
    await invite(await stage.person(), '延长图书馆开放时间');
    await stage.appoint(own);
    const of = async (query: string) => (await stage.notices(own, query)).map(({ code, params }) => params['subject'] ?? code);
    expect(await of('&kind=service')).toEqual(['congress.office-assigned']);
    expect(await of('&kind=proposals&unread=true')).toEqual(['100%', '延长图书馆开放时间']);
    expect(await of('&kind=votes')).toEqual([]);
    expect(await of(`&search=${encodeURIComponent('图书馆')}`)).toEqual(['延长图书馆开放时间']);
    expect(await of('&search=TELLER')).toEqual(['congress.office-assigned']);
    expect(await of(`&search=${encodeURIComponent('%')}`)).toEqual(['100%']); // As it stands: no wildcard.
    expect(await of('&search=subject')).toEqual([]); // What a fact is called is none of its words.
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
    expect(await of(`&from=${day}&to=${day}`)).toHaveLength(3);
    expect([await of('&to=2026-01-01'), await of('&from=2999-01-01')]).toEqual([[], []]);
    expect((await stage.ask(own, 'GET', '/notices?kind=proposals&page=2&pageSize=1')).body).toMatchObject({ total: 2, items: [{}] });
  });

  it('is nobody else’s: not a colleague’s, not a foreigner’s, not a stranger’s', async () => {
    const [notice] = await stage.notices(reader);
    for (const other of [colleague, foreigner]) {
      expect(await stage.notices(other)).toEqual([]);
      expect(await stage.ask(other, 'POST', `/notices/${notice?.id}/reading`)).toMatchObject({
        status: 404,
        body: { type: 'notifier.not-found' },
      });
    }
    const endpoints = [
      ['GET', '/notices'],
      ['GET', '/notices/stream'],
      ['POST', `/notices/${notice?.id}/reading`],
      ['GET', '/preferences'],
      ['PUT', '/preferences'],
    ] as const;
    for (const [method, path] of endpoints)
      expect(await stage.ask(null, method, path)).toMatchObject({ status: 401, body: { type: 'unauthenticated' } });
  });

  it('says which of them are over: to whom it was theirs alone, and by whom it was done', async () => {
    const [asked, beside] = [await stage.person({ office: 'PROPOSALS_COMMITTEE' }), await stage.person({ office: 'PROPOSALS_COMMITTEE' })];
    const handler = await stage.person({ office: 'UNIT_HANDLER', unitId: stage.unitId });
    const { organisationId, sessionId } = stage;
    const proposal = { organisationId, sessionId, proposalId: randomUUID() as string, subject: 'Over', docketNo: '7' };
    const request = { ...proposal, requestId: randomUUID() as string, kind: 'objection' as const, askedBy: colleague.id };
    const owed = { memberIds: [], unitId: null, ofCommittee: true };
    const over = async (person: Person) => (await stage.notices(person)).map(({ code, over: how }) => [code, how]);
    const toSecond = { ...proposal, leadProposerId: colleague.id };
    for (const person of [asked, handler]) await stage.hear('proposals.seconder-invited.v1', { ...toSecond, memberId: person.id });
    await stage.hear('proposals.request-made.v1', { ...request, ...owed, reason: null, dueOn: null });
    await stage.hear('proposals.proposal-seconded.v1', { ...toSecond, memberId: handler.id, seconders: 1 });
    expect([await over(asked), await over(handler)]).toEqual([
      [
        ['proposals.request-made', null],
        ['proposals.seconder-invited', null],
      ],
      [['proposals.seconder-invited', 'done']],
    ]);

    await stage.hear('proposals.request-answered.v1', { ...request, answeredBy: asked.id, outcome: 'RETAINED', reason: null });
    expect([(await over(asked))[0], await over(beside)]).toEqual([
      ['proposals.request-made', 'done'],
      [['proposals.request-made', 'done-by-another']],
    ]);

    const handling = { ...proposal, handlingId: randomUUID() as string };
    const given = { leadProposerId: colleague.id, seconderIds: [], assistingUnitIds: [], dueOn: null };
    await stage.hear('proposals.proposal-assigned.v1', { ...handling, ...given, leadUnitId: stage.unitId });
    await stage.hear('proposals.assignment-taken-away.v1', { ...handling, unitId: stage.unitId });
    await stage.hear('proposals.proposal-assigned.v1', { ...handling, ...given, leadUnitId: stage.unitId });
    expect((await over(handler)).slice(0, 3)).toEqual([
      ['proposals.proposal-to-handle', null], // Given again after it was taken away.
      ['proposals.assignment-taken-away', null],
      ['proposals.proposal-to-handle', 'not-yours'],
    ]);
  });

  it('shows as over what was over before it was told, and sends it on no way', async () => {
    const invited = await stage.person({ seat: 'DELEGATE' });
    const { organisationId, sessionId } = stage;
    const proposal = { organisationId, sessionId, proposalId: randomUUID() as string, subject: 'Late', docketNo: null };
    await stage.database.query(
      `INSERT INTO notice_endings (event_id, about, code, how, at)
        VALUES ('heard-first', $1, 'proposals.seconder-invited', 'called-off', now() + interval '1 minute')`,
      [proposal.proposalId],
    );
    await stage.hear('proposals.seconder-invited.v1', { ...proposal, leadProposerId: colleague.id, memberId: invited.id });
    expect((await stage.notices(invited)).map(({ over }) => over)).toEqual(['called-off']);
    const sent = await stage.database.query<{ state: string; trouble: string }>(
      'SELECT d.state, d.trouble FROM deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.member_id = $1',
      [invited.id],
    );
    expect(sent).toEqual([{ state: 'withdrawn', trouble: 'called-off' }]);
  });

  it('finds what ended a notice by its index, however many were ended before', async () => {
    const plan = await stage.database.transaction(async (tx) => {
      await tx.query('SET LOCAL enable_seqscan = off'); // Of a table this small all is read otherwise.
      return tx.query(`EXPLAIN ${END_OF_CAUSE}`, ['a-cause']);
    });
    expect(JSON.stringify(plan)).toContain('notice_endings_about');
  });

  it('refuses what is malformed, naming it', async () => {
    expect(await stage.ask(reader, 'GET', '/notices?unread=perhaps')).toMatchObject({
      status: 400,
      body: { faults: [{ field: 'unread' }] },
    });
    for (const [field, value] of [
      ['kind', 'gossip'],
      ['from', '2026-02-30'],
      ['to', 'yesterday'],
      ['search', 'x'.repeat(101)],
    ])
      expect(await stage.ask(reader, 'GET', `/notices?${field}=${value}`)).toMatchObject({ status: 400, body: { faults: [{ field }] } });
    expect((await stage.ask(reader, 'POST', '/notices/not-an-id/reading')).status).toBe(400);
  });

  it('shows each notice live to its reader, in whichever replica, and to nobody else', async () => {
    const replica = await stage.replica();
    const [here, there, theirs] = [await stage.follow(reader), await stage.follow(reader, replica), await stage.follow(colleague, replica)];
    expect(here.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(here.headers.get('cache-control')).toBe('no-store');
    await invite(reader, 'live');
    for (const stream of [here, there]) {
      await probe('the stream has shown it', () => stream.text().includes('"subject":"live"'), { describe: () => stream.text() });
      expect(stream.text().match(/event: notice\ndata: /g)).toHaveLength(1);
    }
    expect(theirs.text()).not.toContain('event: notice');
    [here, there, theirs].forEach((stream) => stream.stop());
    await stage.closeReplica(replica);
  });

  it('tells who is looking to look again when the line to PostgreSQL was lost', async () => {
    const stream = await stage.follow(reader);
    const lost = async () => {
      await stage.database.query(
        `
          SELECT pg_terminate_backend(pid)
          FROM pg_stat_activity
          WHERE application_name = 'plenum-notifier-wire' AND datname = current_database()
        `,
      );
    };
    await lost();
    await probe('it says so', () => stream.text().includes('event: missed'), { describe: () => stream.text() });
    await invite(reader, 'after the loss');
    await probe('it shows notices again', () => stream.text().includes('after the loss'), { describe: () => stream.text() });
    stream.stop();
  });

  it('closes the oldest of too many streams, and all when the service stops', async () => {
    const replica = await stage.replica();
    const streams = [];
    for (let tab = 0; tab < 11; tab += 1) streams.push(await stage.follow(reader, replica));
    const [oldest, ...others] = streams;
    await probe('the oldest has ended', () => oldest?.hasEnded());
    expect(others.map((stream) => stream.hasEnded())).not.toContain(true);
    await stage.closeReplica(replica);
    await probe('all have ended', () => others.every((stream) => stream.hasEnded()));
  });

  it('ends the streams of a sign-in at once when that is ended, and no others', async () => {
    const [ended, kept] = [randomUUID(), randomUUID()];
    const [gone, staying] = [await stage.follow(reader, stage.app, ended), await stage.follow(reader, stage.app, kept)];
    await stage.hear('congress.sign-ins-ended.v1', { organisationId: stage.organisationId, memberId: reader.id, signInIds: [ended] });
    await probe('the stream has ended', () => gone.hasEnded());
    expect(staying.hasEnded()).toBe(false);
    await expect(stage.follow(reader, stage.app, ended)).rejects.toThrow('the stream answered 401');
    staying.stop();
  });

  it('says that it is ready', async () => {
    const response = await fetch(`${await stage.app.getUrl()}/health`);
    expect(await response.json()).toEqual({ service: 'notifier', status: 'ready', checks: { database: 'ok', redis: 'ok', relay: 'ok' } });
  });
});
