import { randomUUID } from 'node:crypto';
import { dayOf } from '@plenum/calendar';
import { unzipSync } from 'fflate';
import { type Congress, CONTENT, REPLY, aCongress, done, step } from '../testing/congress.js';
import { rowsOf } from '../testing/exported-rows.js';
import { getRequestsOn, type RequestedIds } from '../testing/get-requests.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';

let stage: Stage;
let congress: Congress;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
});
afterEach(() => stage.setClock(null));

const FAIR = { attitude: 'SATISFIED', result: 'SATISFIED' };
const UNFAIR = { attitude: 'BASICALLY', result: 'DISSATISFIED', comment: 'Nothing was done.' };
const DAYS = 86_400_000;
const inDays = (days: number): Date => new Date(Date.now() + days * DAYS);
const feedbackIn = (n: number) => ({ feedbackDue: { kind: 'days', n } });

const pageOf = async (who: Person, id: string) => done(await stage.as(who).get(`/proposals/${id}`));
const workOf = async (id: string) => (await pageOf(congress.committee, id)).handlings[0];
const rated = (who: Person, id: string, body: object) => stage.as(who).decide(`/proposals/${id}/rating`, body);
const told = async (id: string, name: string) =>
  (await stage.eventsOf(id)).filter((event) => event.name.startsWith(`proposals.${name}.v`)).map(({ data }) => data);
/** What no unit may read before the matter is closed: the words of the rating, its grades, and who gave it. */
const CANARY = /Nothing was done\.|SATISFIED|BASICALLY/;
/** As files in words have it. */
const IN_WORDS = /Nothing was done\.|satisfied|满意/i;

/** All that a file says, however it is packed. */
const textOf = (file: Buffer): string =>
  file.subarray(0, 2).toString() === 'PK'
    ? Object.values(unzipSync(file))
        .map((part) => Buffer.from(part).toString('utf8'))
        .join(' ')
    : file.toString('utf8');

const getEndpoints = async (): Promise<readonly string[]> => {
  const { paths } = (await (await stage.request(null, '/docs-json')).json()) as { paths: Record<string, object> };
  return Object.keys(paths)
    .filter((path) => 'get' in paths[path]!)
    .map((path) => path.replace('/api/proposals', ''));
};

/** Whom of the units a GET answers, and that none of it shows a rating. @returns how many answers were looked at */
async function nothingShows(id: string, people: readonly Person[], ids: RequestedIds): Promise<number> {
  const endpoints = getRequestsOn(stage, id, ids);
  expect((await getEndpoints()).filter((path) => !(path in endpoints))).toEqual([]);
  let looked = 0;
  for (const who of people)
    for (const path of Object.values(endpoints).flat()) {
      const { status, file } = await stage.download(who, path);
      expect([path, status, [200, 400, 403, 404].includes(status)]).toEqual([path, status, true]);
      const isExport = path.startsWith('/exports/') && status === 200;
      const shown = isExport ? IN_WORDS.exec(await rowsOf(id, path, file)) : CANARY.exec(textOf(file));
      expect([path, shown?.[0] ?? null]).toEqual([path, null]);
      looked += status === 200 ? 1 : 0;
    }
  return looked;
}

const refusalOf = async (asked: Promise<{ readonly body: unknown }>) => (await asked).body as { readonly type: string };

describe('a rating', () => {
  it('is asked for by the scale and the dimensions of the call, and for nothing else', async () => {
    const { lead, committee } = congress;
    const id = await congress.replied(await congress.call({ ratingScale: 4, ratingDimensions: ['result'] }));
    expect((await pageOf(lead, id)).call).toMatchObject({ ratingScale: 4, ratingDimensions: ['result'], ratedBy: 'lead' });
    expect(await refusalOf(rated(lead, id, FAIR))).toMatchObject({
      type: 'proposals.grade-not-offered',
      details: { dimension: 'attitude', offered: [] },
    });
    expect(await refusalOf(rated(lead, id, { comment: 'Fine.' }))).toMatchObject({
      type: 'proposals.incomplete',
      details: { fields: ['result'] },
    });
    expect(await refusalOf(rated(lead, id, { result: 'SPLENDID' }))).toMatchObject({ type: 'malformed' });
    done(await rated(lead, id, { result: 'VERY_SATISFIED' }));
    const [reply] = (await workOf(id)).replies;
    expect(reply.ratings).toMatchObject([{ attitude: null, result: 'VERY_SATISFIED', by: { id: lead.id } }]);
    done(await stage.as(committee).decide(`/proposals/${id}/ending`, {}));
    const three = await congress.replied(await congress.call());
    expect(await refusalOf(rated(lead, three, { ...FAIR, result: 'VERY_SATISFIED' }))).toMatchObject({
      type: 'proposals.grade-not-offered',
    });
  });

  it('is given by whoever has just shown the password for it, and by no session that stands open', async () => {
    const { lead, committee } = congress;
    const id = await congress.replied(await congress.call());
    const other = await congress.replied(await congress.call());
    const { id: handlingId, version } = await workOf(id);
    const send = (body: object, who = lead) =>
      stage.as(who).post(`/proposals/${id}/handlings/${handlingId}/rating`, { version, ...FAIR, ...body });
    expect(await refusalOf(send({}))).toMatchObject({ type: 'malformed' });
    expect(await refusalOf(send({ confirmation: 'a.b.c' }))).toMatchObject({ type: 'proposals.not-confirmed', status: 403 });
    // For another handling, or by another sign-in: `decide` shows the password for what it is sent to.
    const elsewhere = await stage.confirmationFor(lead, (await workOf(other)).id);
    const bySomebody = await stage.confirmationFor(committee, handlingId);
    for (const confirmation of [elsewhere, bySomebody, await stage.confirmationFor(lead, handlingId)])
      expect(await refusalOf(send({ confirmation }))).toMatchObject({ type: 'proposals.not-confirmed' });
    // Who may not rate is told that, whatever they show.
    expect(await refusalOf(send({ confirmation: bySomebody }, committee))).toMatchObject({ type: 'proposals.not-the-lead-proposer' });
    expect((await workOf(id)).state).toBe('REPLIED');
    done(await rated(lead, id, FAIR));
    expect(await refusalOf(rated(lead, id, FAIR))).toMatchObject({ type: 'proposals.wrong-state' });
  });

  it('of several is decided by the last, told once, and shows nobody else who gave which', async () => {
    const { lead, committee, handler } = congress;
    const [one, two, third] = congress.seconders as readonly [Person, Person, Person];
    const id = await congress.replied(await congress.call({ ratedBy: 'each' }));
    const owes = async (who: Person) =>
      done(await stage.as(who).get('/owed')).items.filter((task: { proposalId: string }) => task.proposalId === id);
    expect(await refusalOf(rated(third, id, FAIR))).toMatchObject({ type: 'proposals.not-a-rater' });
    expect(await owes(one)).toMatchObject([{ matter: 'rate' }]);
    done(await rated(one, id, UNFAIR));
    expect(await owes(one)).toEqual([]);
    expect(await refusalOf(rated(one, id, FAIR))).toMatchObject({ type: 'proposals.rated-already' });
    expect(await told(id, 'proposal-rated')).toEqual([]);
    expect((await workOf(id)).awaitedRatings).toMatchObject([{ id: lead.id }, { id: two.id }]);
    for (const who of [handler, two]) {
      const page = await pageOf(who, id);
      expect(page.handlings).toMatchObject([{ state: 'REPLIED', awaitedRatings: null, replies: [{ ratings: [] }] }]);
      // Who is asked learns that somebody has rated; the unit does not.
      expect(page.history.filter(({ kind }: { kind: string }) => kind === 'ProposalRated')).toMatchObject(
        who === two ? [{ actor: null }] : [],
      );
    }
    done(await rated(two, id, FAIR));
    done(await rated(lead, id, FAIR));
    expect((await workOf(id)).state).toBe('IN_PROGRESS'); // One was dissatisfied.
    expect(await told(id, 'proposal-rated')).toHaveLength(1);
    const [{ ratings }] = (await pageOf(committee, id)).handlings[0].replies;
    expect(ratings.map(({ by, result }: { by: Person; result: string }) => [by.id, result]).sort()).toEqual(
      [
        [one.id, 'DISSATISFIED'],
        [two.id, 'SATISFIED'],
        [lead.id, 'SATISFIED'],
      ].sort(),
    );
    expect((await pageOf(two, id)).handlings[0].replies[0].ratings).toMatchObject([{ by: { id: two.id } }]);
  });
});

describe('a unit that handles a matter again', () => {
  /** Rated by its lead and both seconders, each in turn. */
  const judged = async (callId: string, judgements: readonly object[]): Promise<string> => {
    const id = await congress.replied(callId);
    for (const [nth, who] of [congress.lead, ...congress.seconders.slice(0, 2)].entries()) done(await rated(who, id, judgements[nth]!));
    return id;
  };
  /** All that the service answers its people about one matter, without what tells one matter from another. */
  const answersAbout = async (id: string, who: Person): Promise<readonly string[]> => {
    const ids = { callId: (await pageOf(who, id)).callId, handlingId: (await workOf(id)).id, commitmentId: id, attachmentId: id };
    const paths = Object.values(getRequestsOn(stage, id, ids))
      .flat()
      .filter((path) => path.includes(id));
    const answers = await Promise.all(paths.map((path) => stage.download(who, path)));
    return answers.map(({ status, file }) => `${status} ${alike(textOf(file))}`);
  };
  const alike = (said: string): string =>
    said
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'then')
      .replaceAll(/"receiptNo":\d+/g, 'receipt')
      .replaceAll(/\b\d+-\d+-\d{3}\b/g, 'docket');

  it('is told that it is to, and neither by whom, of how many, in which dimension nor with which grade', async () => {
    const callId = await congress.call({ ratedBy: 'each' });
    const one = await judged(callId, [FAIR, UNFAIR, FAIR]);
    const others = await judged(callId, [{ ...UNFAIR, attitude: 'DISSATISFIED' }, FAIR, { attitude: 'DISSATISFIED', result: 'SATISFIED' }]);
    const { handler } = congress;
    const head = await stage.person({ office: 'UNIT_HEAD', unitId: stage.logistics });
    for (const who of [handler, head, congress.assistant]) expect(await answersAbout(one, who)).toEqual(await answersAbout(others, who));
    const { history, handlings } = await pageOf(handler, one);
    const kinds = history.map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(kinds.indexOf('ProposalReplied'))).toEqual(['ProposalReplied', 'ProposalReopened']);
    expect(handlings).toMatchObject([{ state: 'IN_PROGRESS', awaitedRatings: null, silence: null }]);
    for (const id of [one, others]) {
      const [reopened] = await told(id, 'proposal-reopened');
      const { organisationId: _o, sessionId: _s, proposalId: _p, leadProposerId: _l, seconderIds: _c, ...rest } = reopened!;
      const handlingId = (await workOf(id)).id;
      const units = { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] };
      expect(rest).toEqual({
        subject: CONTENT.subject,
        docketNo: expect.any(String),
        handlingId,
        ...units,
        round: 2,
        dueOn: expect.any(String),
      });
    }
  });

  it('is not told either that others were silent beside who rated', async () => {
    const id = await congress.replied(await congress.call({ ...feedbackIn(5), ratedBy: 'each' }));
    done(await rated(congress.lead, id, UNFAIR));
    stage.setClock(inDays(7));
    expect(await stage.settleFeedback()).toBe(1);
    const kinds = async (who: Person) => (await pageOf(who, id)).history.map(({ kind }: { kind: string }) => kind);
    expect((await kinds(congress.handler)).slice(-2)).toEqual(['ProposalReplied', 'ProposalReopened']);
    expect((await kinds(congress.committee)).slice(-3)).toEqual(['ProposalRated', 'FeedbackLapsed', 'ProposalReopened']);
  });
});

describe('silence', () => {
  it('is reminded of, and settled once when the last day is over: left out, and ended without a reason', async () => {
    const { lead, committee } = congress;
    const id = await congress.replied(await congress.call(feedbackIn(5)));
    const [deadline] = await told(id, 'deadline-set').then((all) => all.filter(({ matter }) => matter === 'feedback'));
    const [reminder] = deadline?.['steps'] as readonly { readonly at: string }[];
    expect(new Date(reminder!.at).getTime()).toBeLessThan(new Date(deadline?.['dueAt'] as string).getTime());
    stage.setClock(inDays(4));
    expect(await stage.settleFeedback()).toBe(0);
    stage.setClock(inDays(7));
    expect(await refusalOf(rated(lead, id, FAIR))).toMatchObject({ type: 'proposals.feedback-over' });
    // Two replicas at once, and one that was killed before: each settles what is left, none twice.
    const settled = await Promise.all([stage.settleFeedback(), stage.settleFeedback()]);
    expect(settled[0]! + settled[1]!).toBe(1);
    expect(await told(id, 'feedback-lapsed')).toMatchObject([{ memberIds: [lead.id], policy: 'exclude', isRated: false, round: 1 }]);
    expect((await pageOf(lead, id)).handlings).toMatchObject([
      { state: 'REPLIED', silence: { policy: 'exclude', explanation: null }, allowedActions: [] },
    ]);
    const tasks = async () =>
      done(await stage.as(committee).get('/owed')).items.filter((task: { proposalId: string }) => task.proposalId === id);
    expect(await tasks()).toMatchObject([{ matter: 'close' }]);
    done(await stage.as(committee).decide(`/proposals/${id}/ending`, {}));
    expect(await pageOf(lead, id)).toMatchObject({ state: 'CLOSED' });
    expect(
      await stage.database.query('SELECT FROM ratings g JOIN handlings h ON h.id = g.handling_id WHERE h.proposal_id = $1', [id]),
    ).toEqual([]);
  });

  it('changes nothing where the change is cut off half-way, and is settled by the next who comes', async () => {
    const id = await congress.replied(await congress.call(feedbackIn(5)));
    stage.setClock(inDays(7));
    await stage.asOwner(`CREATE FUNCTION killed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`);
    await stage.asOwner('CREATE TRIGGER killed BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION killed()');
    try {
      await expect(stage.settleFeedback()).rejects.toThrow(/killed|aborted/); // Whichever statement of it is answered first.
      expect(await workOf(id)).toMatchObject({ state: 'REPLIED', silence: null, awaitedRatings: [{ id: congress.lead.id }] });
    } finally {
      await stage.asOwner('DROP TRIGGER killed ON outbox', 'DROP FUNCTION killed');
    }
    expect(await stage.settleFeedback()).toBe(1);
    expect(await stage.settleFeedback()).toBe(0);
    expect(await told(id, 'feedback-lapsed')).toHaveLength(1);
  });

  it('is to be explained where the call says so, once, by whoever was asked; or the committee says why', async () => {
    const { lead, committee, handler } = congress;
    const callId = await congress.call({ ...feedbackIn(5), silencePolicy: 'explain' });
    const [id, other] = [await congress.replied(callId), await congress.replied(callId)];
    const explain = (who: Person, explanation = 'I was on leave.') => stage.as(who).decide(`/proposals/${id}/silence`, { explanation });
    expect(await refusalOf(explain(lead))).toMatchObject({ type: 'proposals.silence-not-owed' });
    stage.setClock(inDays(7));
    expect(await stage.settleFeedback()).toBe(2);
    expect((await pageOf(lead, id)).handlings[0].allowedActions).toEqual(['rate', 'explain-silence']);
    const toExplain = async () =>
      done(await stage.as(lead).get('/owed?matter=explain')).items.flatMap((item: { matter: string; proposalId: string; dueAt: string }) =>
        item.matter === 'explain' ? [[item.proposalId, item.dueAt !== null]] : [],
      );
    expect(await toExplain()).toEqual(
      expect.arrayContaining([
        [id, true],
        [other, true],
      ]),
    );
    expect(await refusalOf(explain(handler))).toMatchObject({ type: 'proposals.not-the-lead-proposer' });
    done(await explain(lead));
    expect(await refusalOf(explain(lead))).toMatchObject({ type: 'proposals.silence-explained' });
    expect((await workOf(id)).silence).toMatchObject({ policy: 'explain', explanation: { text: 'I was on leave.', by: { id: lead.id } } });
    done(await stage.as(committee).decide(`/proposals/${id}/ending`, {}));
    expect(await refusalOf(stage.as(committee).decide(`/proposals/${other}/ending`, {}))).toMatchObject({
      type: 'proposals.reason-required',
    });
    done(await rated(lead, other, FAIR)); // Late, which does as well.
    expect(await workOf(other)).toMatchObject({ state: 'RATED', silence: null });
    expect(await toExplain()).toEqual([]);
  });

  it('is taken as satisfied where the call says so, counted beside the ratings and in none of them', async () => {
    const { lead, committee } = congress;
    const figures = async () => done(await stage.as(committee).get(`/proposals/statistics?sessionId=${stage.sessionId}`)).satisfaction;
    stage.setClock(inDays(7)); // Where matters of before were closed.
    const before = await figures();
    stage.setClock(null);
    const id = await congress.replied(await congress.call({ ...feedbackIn(5), silencePolicy: 'deemed-satisfied' }));
    stage.setClock(inDays(7));
    expect(await stage.settleFeedback()).toBe(1);
    expect((await pageOf(lead, id)).handlings).toMatchObject([
      { state: 'RATED', replies: [{ ratings: [] }], silence: { policy: 'deemed-satisfied' } },
    ]);
    done(await stage.as(committee).decide(`/proposals/${id}/ending`, {}));
    const { given, silent, deemedSatisfied } = await figures();
    expect({ given, silent, deemedSatisfied }).toEqual({
      given: before.given,
      silent: before.silent + 1,
      deemedSatisfied: before.deemedSatisfied + 1,
    });
  });

  it('of some of several leaves it to those who rated', async () => {
    const { lead, committee } = congress;
    const [one, two] = congress.seconders as readonly [Person, Person];
    const id = await congress.replied(await congress.call({ ...feedbackIn(5), ratedBy: 'each' }));
    done(await rated(one, id, UNFAIR));
    stage.setClock(inDays(7));
    expect(await refusalOf(stage.as(committee).decide(`/proposals/${id}/ending`, { reason: 'Enough.' }))).toMatchObject({
      type: 'proposals.feedback-pending',
    });
    expect(await stage.settleFeedback()).toBe(1);
    expect((await workOf(id)).state).toBe('IN_PROGRESS');
    const [lapsed] = await told(id, 'feedback-lapsed');
    expect([...(lapsed?.['memberIds'] as string[])].sort()).toEqual([lead.id, two.id].sort());
    expect(lapsed).toMatchObject({ isRated: true });
  });
});

describe('three rounds and the meeting after them', () => {
  it('are told of to everybody concerned and show a unit no rating anywhere; the meeting ends the matter', async () => {
    const { lead, committee, handler, assistant, seconders } = congress;
    const callId = await congress.call({ maxRounds: 3 });
    const id = await congress.submitted(callId);
    done(await step(stage, committee, id, 'review', { outcome: 'FILED' }));
    const leader = await stage.person({ office: 'LEADER_IN_CHARGE', unitId: stage.finance });
    done(
      await stage.as(committee).decide(`/proposals/${id}/assignment`, { leadUnitId: stage.logistics, assistingUnitIds: [stage.finance] }),
    );
    const promises = [{ promise: 'A second counter.', due: { kind: 'days', n: 90 } }];
    done(await stage.as(handler).decide(`/proposals/${id}/reply`, { ...REPLY, resultCategory: 'PLANNED', promises }));
    const [commitment] = done(await stage.as(handler).get(`/proposals/${id}/commitments`)).items;
    const ids = { callId, handlingId: (await workOf(id)).id, commitmentId: commitment.id, attachmentId: randomUUID() };
    for (const round of [1, 2, 3]) {
      done(await rated(lead, id, UNFAIR));
      expect(await nothingShows(id, [handler, assistant, leader], ids)).toBeGreaterThan(40);
      for (const { name, data } of await stage.eventsOf(id)) expect([name, CANARY.exec(JSON.stringify(data))]).toEqual([name, null]);
      expect((await workOf(id)).state).toBe(round < 3 ? 'IN_PROGRESS' : 'ESCALATED');
      if (round < 3) done(await stage.as(handler).decide(`/proposals/${id}/reply`, REPLY));
    }
    const today = dayOf(new Date());
    const minutes = { metOn: today, present: [committee.id, lead.id, handler.id], minutes: 'No budget this year.', outcome: 'PLANNED' };
    const meet = (who: Person, body: object = minutes) => stage.as(who).decide(`/proposals/${id}/meeting`, body);
    expect(await refusalOf(meet(handler))).toMatchObject({ type: 'proposals.not-the-committee' });
    expect(await refusalOf(meet(committee, { ...minutes, present: [] }))).toMatchObject({ type: 'malformed' });
    expect(await refusalOf(meet(committee, { ...minutes, minutes: ' ' }))).toMatchObject({ type: 'proposals.incomplete' });
    expect(await refusalOf(meet(committee, { ...minutes, metOn: '2026-02-31' }))).toMatchObject({ type: 'malformed' });
    expect(await refusalOf(meet(committee, { ...minutes, metOn: '2100-01-01' }))).toMatchObject({
      type: 'proposals.meeting-in-the-future',
    });
    expect(await refusalOf(meet(committee, { ...minutes, present: [randomUUID()] }))).toMatchObject({ type: 'proposals.unknown-member' });
    expect(await refusalOf(meet(committee, { ...minutes, version: 1 }))).toMatchObject({ type: 'proposals.outdated' });
    done(await meet(committee));
    expect(await refusalOf(meet(committee))).toMatchObject({ type: 'proposals.wrong-state' });
    expect(await pageOf(lead, id)).toMatchObject({
      state: 'CLOSED',
      handlings: [{ ending: { outcome: 'PLANNED' }, meeting: { metOn: today, minutes: 'No budget this year.' } }],
    });
    // Closed, it is open to them: what was looked for is there.
    const [table] = getRequestsOn(stage, id, ids)['/exports/matters.csv'].slice(-3);
    expect(IN_WORDS.exec(await rowsOf(id, table!, (await stage.download(handler, table!)).file))).not.toBeNull();
    expect(CANARY.exec(textOf((await stage.download(handler, `/proposals/${id}`)).file))).not.toBeNull();
    for (const table of ['outbox', 'facts', 'audit_trail', 'idempotency_keys']) {
      const kept = await stage.database.query<{ said: string }>(`SELECT to_jsonb(kept)::text AS said FROM ${table} kept`);
      expect([table, kept.find(({ said }) => said.includes('Nothing was done.'))]).toEqual([table, undefined]);
    }
    const other = await stage.person({ seat: 'DELEGATE' });
    expect((await pageOf(other, id)).handlings[0].meeting).toMatchObject({ minutes: null });
    expect((await pageOf(assistant, id)).handlings[0].meeting).toMatchObject({ minutes: 'No budget this year.' });
    expect(await told(id, 'escalation-settled')).toMatchObject([
      {
        leadProposerId: lead.id,
        seconderIds: seconders.slice(0, 2).map((one) => one.id),
        leadUnitId: stage.logistics,
        assistingUnitIds: [stage.finance],
        presentIds: minutes.present,
        metOn: today,
        outcome: 'PLANNED',
      },
    ]);
  }, 240_000);
});
