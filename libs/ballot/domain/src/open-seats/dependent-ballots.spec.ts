import type { Ballot, BallotParts } from '../record/ballot.js';
import { annul, annulWithDependents, runAgain } from '../result/annulling.js';
import { DELEGATE, NOON, ORGANISER, aBallot, choice } from '../testing/ballots.js';
import { declaredElection } from '../testing/elected.js';
import { refusalOf } from '../testing/refusals.js';
import { type RelatedBallots, precedingBallots, dependentBallots } from './dependent-ballots.js';

const REASON = 'Papers were forged.';
const minute = (nth: number): Date => new Date(NOON.getTime() + nth * 60_000);
const CANDIDATES = ['m1', 'm2', 'm3'].map((memberId, nth) => choice(`c${nth + 1}`, memberId));
const won = declaredElection({
  rules: { seats: 1 },
  choices: CANDIDATES,
  marks: [{ c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }, { c1: 'yes' }],
});

const descent = (as: 'next-round' | 'second-stage') => ({ as, standing: [], othersMayStand: true, eligible: null });
/** A ballot of a family by its number: made in that minute, declared with somebody elected unless said otherwise. */
const made = (nth: number, id: string, parts: Partial<BallotParts> = {}): Ballot => ({
  ...won,
  id,
  createdAt: minute(nth),
  follows: null,
  rerunOf: null,
  descent: null,
  ...parts,
});
const nextRound = (nth: number, id: string, follows: string, parts: Partial<BallotParts> = {}) =>
  made(nth, id, { follows, descent: descent('next-round'), ...parts });
const secondStage = (nth: number, id: string, follows: string, parts: Partial<BallotParts> = {}) =>
  made(nth, id, { follows, descent: descent('second-stage'), ...parts });
const repeat = (nth: number, id: string, of: Ballot, parts: Partial<BallotParts> = {}) =>
  made(nth, id, { rerunOf: of.id, descent: of.descent, ...parts });
const annulledAt = (nth: number) => ({ state: 'ANNULLED', annulment: { reason: REASON, by: 'organiser', at: minute(nth) } }) as const;
const rejectedAt = (nth: number): Partial<Ballot> => {
  const answer = { approved: false, reference: '12', documentOn: '2026-03-02', reason: 'Not so.', by: 'organiser', at: minute(nth) };
  return {
    state: 'REJECTED',
    approval: { dueOn: '2026-03-20', dueAt: minute(99), provisional: false, answer } as unknown as Ballot['approval'],
  };
};
const ids = (ballots: readonly Ballot[]): string[] => ballots.map(({ id }) => id);
const dependents = (of: Ballot, family: RelatedBallots): string[] => ids(dependentBallots(of, family));

describe('what hangs on a result', () => {
  const first = made(1, 'first');
  const runoff = nextRound(2, 'runoff', 'first');
  const third = nextRound(3, 'third', 'runoff');
  const chair = secondStage(4, 'chair', 'first');
  const chairAgain = nextRound(5, 'chair-runoff', 'chair');
  const family = [chairAgain, chair, third, runoff, first];

  it('is every further round, and officers from the elected, near and far, in the order in which they came about', () => {
    expect(dependents(first, family)).toEqual(['runoff', 'third', 'chair', 'chair-runoff']);
    expect(dependents(chair, family)).toEqual(['chair-runoff']);
    expect(dependents(chairAgain, family)).toEqual([]);
  });

  it('is officers from the elected also where a later round elected some of them, and not where it elected nobody', () => {
    expect(dependents(third, family)).toEqual(['chair', 'chair-runoff']);
    expect(dependents({ ...third, tally: null }, [{ ...third, tally: null }, chair, runoff, first])).toEqual([]);
  });

  it('is no round that came after the officers, nor one that was undone before them', () => {
    const late = nextRound(6, 'late', 'third');
    expect(dependents(late, [...family, late])).toEqual([]);
    const undone = nextRound(2, 'runoff', 'first', annulledAt(3));
    const again = repeat(3, 'runoff-again', undone);
    expect(ids(precedingBallots(chair, [first, undone, again, chair]))).toEqual(['first', 'runoff-again']);
    expect(dependents(again, [first, undone, again, chair])).toEqual(['chair']);
    const refused = nextRound(2, 'runoff', 'first', { ...rejectedAt(3), ...annulledAt(9) });
    expect(ids(precedingBallots(chair, [first, refused, again, chair]))).toEqual(['first', 'runoff-again']);
  });

  it('is a repeat of what hung on it, but not its own repeat', () => {
    const undone = { ...runoff, ...annulledAt(3) };
    const again = repeat(4, 'runoff-again', undone);
    expect(dependents(first, [first, undone, again])).toEqual(['runoff-again']);
    const firstAgain = repeat(5, 'first-again', first);
    expect(dependents(first, [first, firstAgain, nextRound(6, 'its-runoff', 'first-again')])).toEqual([]);
  });

  it('is left as it is where it was undone itself', () => {
    expect(dependents(first, [first, { ...runoff, ...annulledAt(3) }, nextRound(4, 'third', 'runoff', rejectedAt(5))])).toEqual([]);
  });
});

describe('the annulment of a result', () => {
  const first = made(1, 'first');

  it.each([
    ['a draft', aBallot().drafted, []],
    ['adopted', aBallot().adopted, [{ type: 'ResultAnnulled', reason: REASON, declared: false }]],
    ['open', aBallot().opened, [{ type: 'ResultAnnulled', reason: REASON, declared: false }]],
    ['counted', { ...aBallot().closed, state: 'TALLIED' as const }, [{ type: 'ResultAnnulled', reason: REASON, declared: false }]],
    ['declared', won, [{ type: 'ResultAnnulled', reason: REASON, declared: true }]],
  ])('takes along what hangs on it where that is %s', (_, follower, events) => {
    const runoff = { ...follower, id: 'runoff', follows: 'first', descent: descent('next-round') };
    expect(annulWithDependents(first, [first, runoff], ORGANISER, REASON, NOON)).toEqual([
      {
        ballot: {
          ...runoff,
          state: 'ANNULLED',
          annulment: { reason: REASON, by: 'organiser', at: NOON, alongWith: 'first' },
          version: runoff.version + 1,
        },
        events,
      },
    ]);
  });

  it('takes nothing along where the higher body approved some of it', () => {
    const answer = { approved: true, reference: '12', documentOn: '2026-03-02', reason: null, by: 'organiser', at: NOON };
    const approval = { dueOn: '2026-03-20', dueAt: NOON, provisional: false, answer } as unknown as Ballot['approval'];
    const approved = nextRound(2, 'runoff', 'first', { state: 'PUBLISHED', approval });
    expect(
      refusalOf(() => annulWithDependents(first, [first, approved, secondStage(3, 'chair', 'first')], ORGANISER, REASON, NOON)),
    ).toEqual({
      code: 'ballot.followers-approved',
      details: { ballotIds: ['runoff'] },
    });
    // Annulled by itself before, it holds up nothing.
    const undone = annul(approved, ORGANISER, REASON, NOON).ballot;
    expect(annulWithDependents(first, [first, undone], ORGANISER, REASON, NOON)).toEqual([]);
  });

  it('leaves nothing to repeat of what hung on it: that comes of its own repeat', () => {
    const undone = made(1, 'first', annulledAt(3));
    const runoff = nextRound(2, 'runoff', 'first', annulledAt(3));
    expect(refusalOf(() => runAgain(runoff, [undone, runoff], ORGANISER, 'again', NOON))).toEqual({
      code: 'ballot.grounds-undone',
      details: { ballotIds: ['first'] },
    });
    expect(refusalOf(() => runAgain(runoff, [undone, runoff], DELEGATE, 'again', NOON)).code).toBe('ballot.not-an-organiser');
    expect(runAgain(undone, [undone, runoff], ORGANISER, 'again', NOON).ballot.rerunOf).toBe('first');
    expect(runAgain(runoff, [first, runoff], ORGANISER, 'again', NOON).ballot.rerunOf).toBe('runoff');
  });
});
