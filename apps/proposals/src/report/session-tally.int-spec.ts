import { randomUUID } from 'node:crypto';
import { type AssignedUnit, figuresOf, type Matter, MATTER_CLASSES, RATING_GRADES, statisticsOf } from '@plenum/proposals-domain';
import { seededRandom } from '@plenum/test-kit';
import { type Congress, aCongress } from '../testing/congress.js';
import { keepMatters, type KeptMatter } from '../testing/kept-matters.js';
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

/** Matters of every sort, by few people and of few units: some units are rated by too few to be shown. */
function matters(count: number): readonly KeptMatter[] {
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

const keep = (sessionId: string, kept: readonly KeptMatter[]) => keepMatters(stage, { sessionId, callId }, kept);

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
