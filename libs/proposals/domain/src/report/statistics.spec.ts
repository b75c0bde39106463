import fc from 'fast-check';
import type { Proposal } from '../proposal/proposal.js';
import { proposalStatistics } from './statistics.js';
import { TOO_LATE, aCall, aProposal, inState, when } from '../testing/a-proposal.js';
import { LEAD } from '../testing/people.js';
import { submit, withdraw } from '../filing/submission.js';
import { PROPOSAL_STATES } from '../vocabulary/vocabulary.js';

const everyState = PROPOSAL_STATES.map((state) => inState[state]());
const untilReply = when(undefined, aCall({ withdrawUntil: 'reply' }));
const withdrawn = (proposal: Proposal): Proposal => withdraw(proposal, LEAD, 'Solved meanwhile.', untilReply).proposal;

describe('the figures of a session', () => {
  it('count what was submitted, by what became of it', () => {
    const late = submit(aProposal().proposal(), LEAD, when(TOO_LATE)).proposal;
    expect(proposalStatistics([...everyState, late])).toEqual({
      received: 13,
      filed: 6, // FILED, ASSIGNED, IN_PROGRESS, REPLIED, RATED, CLOSED
      suggestions: 2,
      notFiled: 1,
      returned: 1,
      withdrawn: 1,
      underReview: 2, // SUBMITTED, PRESIDIUM
      late: 1,
      replied: 3,
      repliedOverdue: 0,
      closed: 1,
      personTimes: 12 * 4 + 1,
      persons: 4,
      byCategory: { logistics: 13 },
      byUnit: [{ unitId: 'unit-logistics', assigned: 5, repliedOnTime: 3, repliedLate: 0 }],
      ratings: {
        attitude: { SATISFIED: 1, BASICALLY: 0, DISSATISFIED: 0 },
        result: { SATISFIED: 0, BASICALLY: 1, DISSATISFIED: 0 },
        unrated: 0,
      },
    });
  });

  // DOMAIN 2.3, 24 and 6.3, 25: 11 proposals, 52 person-times, by no means 52 persons.
  it('tell person-times from persons', () => {
    const seconders = [4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3];
    const proposals = seconders.map((count, nth) => ({
      ...inState.SUBMITTED(),
      leadProposerId: `m${nth % 3}`,
      signatures: [...Array(count).keys()].map((n) => ({ memberId: `m${10 + n}`, state: 'SIGNED' as const, at: when().at })),
    }));
    expect(proposalStatistics(proposals)).toMatchObject({ received: 11, personTimes: 52, persons: 7 });
  });

  it('count a filed one, or a suggestion, that was withdrawn as withdrawn and as nothing else', () => {
    const figures = proposalStatistics([
      withdrawn(inState.FILED()),
      withdrawn(inState.SUGGESTION()),
      withdrawn(inState.ASSIGNED(untilReply)),
    ]);
    expect(figures).toMatchObject({ received: 3, filed: 0, suggestions: 0, withdrawn: 3, byUnit: [] });
  });

  it('say nothing of ratings while the matter is open', () => {
    expect(proposalStatistics([inState.RATED()]).ratings.result).toEqual({ SATISFIED: 0, BASICALLY: 0, DISSATISFIED: 0 });
  });

  it('tell of each unit what it leads, and judge it by its first reply: a second one after a rating is not late by itself', () => {
    const [replied, waiting] = [inState.REPLIED(), inState.ASSIGNED()];
    const [reply] = replied.replies;
    const late = { ...replied, replies: [{ ...reply, overdue: true }] } as typeof replied;
    const again = { ...replied, replies: [reply, { ...reply, overdue: true }] } as typeof replied;
    const other = { ...waiting, assignment: waiting.assignment && { ...waiting.assignment, leadUnitId: 'another' } };
    expect(proposalStatistics([other, late, again, waiting, inState.FILED()]).byUnit).toEqual([
      { unitId: waiting.assignment?.leadUnitId, assigned: 3, repliedOnTime: 1, repliedLate: 1 },
      { unitId: 'another', assigned: 1, repliedOnTime: 0, repliedLate: 0 },
    ]);
  });

  it('name units of as many always in the same order', () => {
    const led = ['b', 'a', 'c'].map((leadUnitId) => ({
      ...inState.ASSIGNED(),
      assignment: { ...inState.ASSIGNED().assignment!, leadUnitId },
    }));
    for (const all of [led, [...led].reverse()])
      expect(proposalStatistics(all).byUnit.map(({ unitId }) => unitId)).toEqual(['a', 'b', 'c']);
  });

  it('keep strange categories apart', () => {
    const named = ['__proto__', 'constructor', null].map((category) => ({
      ...inState.FILED(),
      content: { ...inState.FILED().content, category },
    }));
    expect(Object.entries(proposalStatistics(named).byCategory)).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
      ['', 1],
    ]);
  });

  it('never have more persons than person-times, nor parts larger than the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...everyState, withdrawn(inState.FILED()), withdrawn(inState.SUGGESTION())), { maxLength: 60 }),
        (proposals) => {
          const figures = proposalStatistics(proposals);
          expect(figures.persons).toBeLessThanOrEqual(figures.personTimes);
          expect(figures.personTimes).toBeGreaterThanOrEqual(figures.received);
          expect(figures.filed + figures.suggestions + figures.notFiled + figures.returned + figures.withdrawn + figures.underReview).toBe(
            figures.received,
          );
          expect(Object.values(figures.byCategory).reduce((a, b) => a + b, 0)).toBe(figures.received);
        },
      ),
    );
  });
});
