import { randomUUID } from 'node:crypto';
import {
  type AssignedUnit,
  figuresOf,
  type Matter,
  MATTER_CLASSES,
  RATING_GRADES,
  type RatedMatter,
  statisticsOf,
} from '@plenum/proposals-domain';
import { seededRandom } from '@plenum/test-kit';
import { type Congress, aCongress } from '../testing/congress.js';
import { type Stage, useStage } from '../testing/stage.js';
import { SessionMatters } from './session-matters.js';
import { SessionTally } from './session-tally.js';

let stage: Stage;
let congress: Congress;
let callId: string;

useStage(async (started) => {
  stage = started;
  congress = await aCongress(started);
  callId = await congress.call();
});

const NONE_DUE = { part: 0, whole: 0 };
const chance = seededRandom(20_261_201);
const several = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());
const orNothing = <T>(one: T): T | null => (chance.next() < 0.3 ? null : one);

interface Kept extends RatedMatter {
  readonly proposalId: string;
}

/** Matters of every sort, by few people and of few units: some units are rated by too few to be shown. */
function matters(count: number): readonly Kept[] {
  const [people, units, delegations] = [several(9), several(4), several(3)];
  return Array.from({ length: count }, () => {
    const assigned = chance.shuffle(units).slice(0, chance.integer(4));
    const matter: Matter = {
      class: chance.pick(MATTER_CLASSES),
      late: chance.next() < 0.2,
      category: orNothing(chance.pick(['后勤', '__proto__', "O'Neill"])),
      delegationId: orNothing(chance.pick(delegations)),
      leadProposerId: chance.pick(people),
      seconderIds: chance.shuffle(people).slice(0, chance.integer(5)),
      units: assigned.map((unitId): AssignedUnit => {
        const firstReply = orNothing(chance.pick(['IN_TIME', 'LATE'] as const));
        return { unitId, firstReply, resultCategory: firstReply && chance.pick(['SOLVED', 'PLANNED', 'REFERENCE']) };
      }),
      closed: chance.next() < 0.5,
      outcome: orNothing(chance.pick(['IMPLEMENTED', 'PLANNED', 'EXPLAINED'] as const)),
    };
    const isAsked = matter.closed && matter.class === 'FILED';
    const ratings = matter.units
      .filter(({ firstReply }) => firstReply !== null && chance.next() < 0.8)
      .map(({ unitId }) => ({ unitId, attitude: chance.pick(RATING_GRADES), result: chance.pick(RATING_GRADES) }));
    return { proposalId: randomUUID(), matter, ratings: isAsked || chance.next() < 0.5 ? ratings : [] };
  });
}

const EACH = 'jsonb_array_elements($1::jsonb) AS k';
const EACH_HANDLING = `${EACH}, jsonb_array_elements(k -> 'handlings') AS h`;
const text = (name: string, of = 'k'): string => `${of} ->> '${name}'`;
const uuid = (name: string, of = 'k'): string => `(${text(name, of)})::uuid`;
const LEAD = uuid('leadProposerId', "k -> 'matter'");

const KEEP = [
  `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, submitted_at, late,
      created_at, text_by, text_at, version)
    SELECT ${uuid('proposalId')}, ${uuid('organisationId')}, ${uuid('sessionId')}, ${uuid('callId')}, ${LEAD}, 's', 'g', 'm',
      CASE WHEN (k -> 'matter' -> 'closed')::boolean THEN 'CLOSED' ELSE 'SUBMITTED' END, now(), false,
      now(), ${LEAD}, now(), 1 FROM ${EACH}`,
  `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, version)
    SELECT ${uuid('id', 'h')}, ${uuid('proposalId')}, ${uuid('unitId', 'h')}, '{}', 'RATED', ${LEAD}, now(), 1 FROM ${EACH_HANDLING}`,
  // A first reply that was found dissatisfactory: only how the last was rated counts.
  `INSERT INTO replies (handling_id, round, text, result_category, channel, replied_by, replied_at, overdue)
    SELECT ${uuid('id', 'h')}, round, 't', 'SOLVED', 'ONLINE', ${LEAD}, now(), false FROM ${EACH_HANDLING}, generate_series(1, 2) AS round`,
  `INSERT INTO ratings (handling_id, round, attitude, result, rated_by, rated_at)
    SELECT ${uuid('id', 'h')}, 1, 'DISSATISFIED', 'DISSATISFIED', ${LEAD}, now() FROM ${EACH_HANDLING}
    UNION ALL SELECT ${uuid('id', 'h')}, 2, r ->> 'attitude', r ->> 'result', ${LEAD}, now()
    FROM ${EACH_HANDLING}, jsonb_array_elements(k -> 'ratings') AS r WHERE ${text('unitId', 'r')} = ${text('unitId', 'h')}`,
  `INSERT INTO matters (proposal_id, organisation_id, session_id, changed_at, matter, particulars)
    SELECT ${uuid('proposalId')}, ${uuid('organisationId')}, ${uuid('sessionId')}, now() - interval '1 hour', k -> 'matter',
      '{"subject":"s","docketNo":null,"names":{}}' FROM ${EACH}`,
];

async function keep(sessionId: string, kept: readonly Kept[]): Promise<void> {
  const { organisationId } = stage;
  const rows = kept.map((one) => {
    const handlings = one.matter.units.map(({ unitId }) => ({ id: randomUUID(), unitId }));
    return { ...one, organisationId, sessionId, callId, handlings };
  });
  for (const sql of KEEP) await stage.database.query(sql, [JSON.stringify(rows)]);
}

describe('the figures that are counted where matters are kept', () => {
  it.each([0, 1, 12, 40, 300])('are to the byte those that a fold of all of them has, of %d', async (count) => {
    const sessionId = await stage.laterSession();
    const kept = matters(count);
    await keep(sessionId, kept);
    const scope = { organisationId: stage.organisationId, sessionId, cutOff: new Date() };
    const counted = figuresOf(await stage.get(SessionTally).of(stage.database, scope), NONE_DUE);
    expect(counted).toEqual(statisticsOf(kept, NONE_DUE));
    const told = statisticsOf(await stage.get(SessionMatters).told(stage.database, scope), NONE_DUE);
    expect(JSON.stringify(counted)).toBe(JSON.stringify(told));
  });

  it('are groups: ten thousand matters are no more of them than there are sorts', async () => {
    const sessionId = await stage.laterSession();
    const [one] = matters(1);
    await keep(
      sessionId,
      Array.from({ length: 500 }, () => ({ ...one!, proposalId: randomUUID() })),
    );
    const tally = await stage.get(SessionTally).of(stage.database, { organisationId: stage.organisationId, sessionId, cutOff: new Date() });
    expect([tally.kinds, tally.categories, tally.delegations].map((groups) => groups.map(({ count }) => count))).toEqual([
      [500],
      [500],
      [500],
    ]);
  });
});
