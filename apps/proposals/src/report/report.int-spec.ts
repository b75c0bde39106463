import { seededRandom } from '@plenum/test-kit';
import { type Congress, aCongress, done, REPLY, step } from '../testing/congress.js';
import { type Person, type Stage, useStage } from '../testing/stage.js';
import { MattersWorker } from './matters.worker.js';

let stage: Stage;
let congress: Congress;
let callId: string;
let people: readonly Person[];

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call({ withdrawUntil: 'reply' });
  people = [congress.lead, ...congress.seconders, ...(await Promise.all([0, 1, 2, 3].map(() => stage.person({ seat: 'DELEGATE' }))))];
});

const read = (who: Person, cutOff?: string) =>
  stage.as(who).get(`/proposals/statistics?sessionId=${stage.sessionId}${cutOff ? `&cutOff=${encodeURIComponent(cutOff)}` : ''}`);
const figuresOf = async (cutOff?: string) => done(await read(congress.committee, cutOff));

/** The same figures, counted from the rows by SQL alone. */
async function countedBySql(): Promise<object> {
  const [figures] = await stage.database.query(
    `WITH received AS (SELECT *,
       (SELECT r.overdue FROM handlings h JOIN replies r ON r.handling_id = h.id AND r.round = 1
         WHERE h.proposal_id = proposals.id) AS overdue
       FROM proposals WHERE session_id = $1 AND submitted_at IS NOT NULL),
     signed AS (SELECT lead_proposer_id AS member FROM received
       UNION ALL SELECT s.member_id FROM received r JOIN signatures s ON s.proposal_id = r.id WHERE s.state = 'SIGNED'),
     owed AS (SELECT * FROM received WHERE lead_unit_id IS NOT NULL AND state <> 'WITHDRAWN'),
     closed AS (SELECT (SELECT g.result FROM handlings h JOIN ratings g ON g.handling_id = h.id WHERE h.proposal_id = received.id
       ORDER BY g.round DESC LIMIT 1) AS rating FROM received WHERE state = 'CLOSED' AND track = 'PROPOSAL')
     SELECT (SELECT count(*)::int FROM received) AS received,
       (SELECT count(*)::int FROM received WHERE track = 'PROPOSAL' AND state <> 'WITHDRAWN') AS filed,
       (SELECT count(*)::int FROM received WHERE track = 'SUGGESTION' AND state <> 'WITHDRAWN') AS suggestions,
       (SELECT count(*)::int FROM received WHERE state = 'NOT_FILED') AS "notFiled",
       (SELECT count(*)::int FROM received WHERE state = 'RETURNED') AS returned,
       (SELECT count(*)::int FROM received WHERE state = 'WITHDRAWN') AS withdrawn,
       (SELECT count(*)::int FROM received WHERE state = 'SUBMITTED') AS "underReview",
       (SELECT count(*)::int FROM received WHERE state = 'CLOSED') AS closed,
       (SELECT jsonb_build_object('persons', count(DISTINCT member), 'personTimes', count(*)) FROM signed) AS signers,
       (SELECT jsonb_build_object('part', count(*) FILTER (WHERE overdue IS NOT NULL), 'whole', count(*)) FROM owed) AS answered,
       (SELECT jsonb_build_object('part', count(*) FILTER (WHERE NOT overdue), 'whole', count(overdue)) FROM owed) AS "inTime",
       (SELECT jsonb_build_object('given', count(*) FILTER (WHERE rating IS NOT NULL),
         'silent', count(*) FILTER (WHERE rating IS NULL)) FROM closed) AS satisfaction`,
    [stage.sessionId],
  );
  return figures as object;
}

const chance = seededRandom(20_261_130);

/** One more proposal, some way along, by whoever it falls to. */
async function somethingHappens(open: { readonly id: string; readonly lead: Person }[]): Promise<void> {
  const { committee, handler } = congress;
  if (open.length < 4 || chance.next() < 0.5) {
    const [lead, ...others] = chance.shuffle(people) as [Person, ...Person[]];
    const { id } = done(
      await stage
        .as(lead)
        .post('/proposals', { callId, subject: 'Light', grounds: 'Dark.', measures: 'Lamps.', category: chance.pick(['a', 'b']) }),
    );
    done(await step(stage, lead, id, 'invitations', { memberIds: [] }));
    for (const who of others.slice(0, 2 + chance.integer(2))) done(await step(stage, who, id, 'seconding'));
    if (chance.next() < 0.8) done(await step(stage, lead, id, 'submission'));
    open.push({ id, lead });
    return;
  }
  const { id, lead } = chance.pick(open);
  const { state } = done(await stage.as(lead).get(`/proposals/${id}`));
  const reason = 'So it was found.';
  const takesBack = () => step(stage, lead, id, 'withdrawal', { reason });
  const deeds: Record<string, () => Promise<unknown>> = {
    SECONDING: () => step(stage, lead, id, 'submission'),
    SUBMITTED: () =>
      step(stage, committee, id, 'review', { outcome: chance.pick(['FILED', 'FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED']), reason }),
    RETURNED: () => (chance.next() < 0.7 ? step(stage, lead, id, 'submission') : takesBack()),
    FILED: () =>
      chance.next() < 0.9
        ? step(stage, committee, id, 'assignment', { leadUnitId: chance.pick([stage.logistics, stage.finance]) })
        : takesBack(),
    SUGGESTION: () => step(stage, committee, id, 'assignment', { leadUnitId: stage.logistics }),
    ASSIGNED: () => (chance.next() < 0.9 ? step(stage, handler, id, 'reply', REPLY) : takesBack()),
    REPLIED: () =>
      step(stage, lead, id, 'rating', { attitude: 'SATISFIED', result: chance.pick(['SATISFIED', 'DISSATISFIED']), comment: null }),
    RATED: () => step(stage, committee, id, 'ending', { outcome: 'PLANNED', reason }),
  };
  await deeds[state]?.();
}

describe('the figures of a random house', () => {
  it('are what SQL counts from its rows, now, and later of then', async () => {
    const open: { readonly id: string; readonly lead: Person }[] = [];
    const then: { cutOff: string; counted: object; told: object }[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (let nth = 0; nth < 32; nth += 1) await somethingHappens(open);
      const told = await figuresOf();
      const counted = await countedBySql();
      expect(told).toMatchObject(counted);
      then.push({ cutOff: told.cutOff, counted, told });
    }
    expect(then[2]!.counted).not.toEqual(then[0]!.counted);
    for (const { cutOff, told } of then) expect(await figuresOf(cutOff)).toEqual(told);
    // The summary is only one: without it the facts tell the same, and it comes again.
    await stage.database.query('DELETE FROM matters');
    for (const { cutOff, told } of then) expect(await figuresOf(cutOff)).toEqual(told);
    while (await stage.get(MattersWorker).summariseSome());
    for (const { cutOff, told } of then) expect(await figuresOf(cutOff)).toEqual(told);
    expect(await stage.database.query('SELECT count(*)::int AS made FROM matters')).toEqual([{ made: then[2]!.told['received' as never] }]);
  });

  it('are empty before the session began', async () => {
    expect(await figuresOf('2020-01-01T00:00:00Z')).toMatchObject({ received: 0, signers: { persons: 0, personTimes: 0 }, byUnit: [] });
  });
});

describe('the cut-off', () => {
  it.each(['2026-W52', '2026-12-01T00:00:00', 'yesterday', ''])('is an instant: %s is none', async (cutOff) => {
    const answer = await stage.as(congress.committee).get(`/proposals/statistics?sessionId=${stage.sessionId}&cutOff=${cutOff}`);
    expect(answer.body).toMatchObject({ status: 400, faults: [{ field: 'cutOff', reason: 'isInstant' }] });
  });

  it('is not ahead', async () => {
    expect((await read(congress.committee, '2099-01-01T00:00:00Z')).body).toMatchObject({ type: 'proposals.cut-off-ahead', status: 422 });
  });

  it('is for who sits in the session or runs it', async () => {
    expect((await read(congress.seconders[0]!)).status).toBe(200);
    expect((await read(congress.staff)).status).toBe(403);
    const other = await stage.elsewhere();
    expect((await read(await other.person({ office: 'PRESIDIUM' }))).status).toBe(404);
  });
});
