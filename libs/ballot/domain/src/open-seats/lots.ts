import type { DomainError } from '@plenum/kernel';
import type { ElectionOutcome } from '../counting/outcome.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, officer, organiser } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { LotsDrawing } from '../record/result.js';
import { type DigestOf, commitmentOf, draw } from './draw.js';

/** Where the count asks for lots: the outcome; null elsewhere. */
export const lotsOutcome = ({ tally }: Ballot): ElectionOutcome | null => (tally?.outcome.status === 'lots' ? tally.outcome : null);

/** The drawing that is under way or done; null while there is none. */
export const currentDrawing = ({ drawings }: Ballot): LotsDrawing | null => drawings.find(({ voided }) => voided === null) ?? null;

/** Whether somebody is still to be elected by lot. */
export const lotsPending = (ballot: Ballot): boolean => lotsOutcome(ballot) !== null && currentDrawing(ballot)?.drawn == null;

const undrawn = (ballot: Ballot): DomainError | null => {
  if (lotsOutcome(ballot) === null) return BallotErrors.noLots();
  return currentDrawing(ballot)?.drawn ? BallotErrors.lotsDrawn() : null;
};
const noneYet = (ballot: Ballot): DomainError | null => undrawn(ballot) ?? (currentDrawing(ballot) ? BallotErrors.lotsUnderWay() : null);
const underWay = (ballot: Ballot): DomainError | null => undrawn(ballot) ?? (currentDrawing(ballot) ? null : BallotErrors.lotsNotBegun());

const mayCommit = (ballot: Ballot, by: Authority): DomainError | null => {
  const contributions = currentDrawing(ballot)?.contributions ?? [];
  if (contributions.some(({ memberId }) => memberId === by.memberId)) return underWay(ballot) ?? BallotErrors.lotCommitted();
  return underWay(ballot) ?? (contributions.some(({ value }) => value !== null) ? BallotErrors.lotsClosed() : null);
};

const mayReveal = (ballot: Ballot, by: Authority): DomainError | null => {
  const contributions = currentDrawing(ballot)?.contributions ?? [];
  const own = contributions.find(({ memberId }) => memberId === by.memberId);
  const awaited = ballot.officers.filter(({ chief, memberId }) => chief && !contributions.some((each) => each.memberId === memberId));
  const unready = own === undefined ? BallotErrors.lotNotCommitted() : own.value !== null ? BallotErrors.lotRevealed() : null;
  return underWay(ballot) ?? unready ?? (awaited.length > 0 ? BallotErrors.lotsAwaited(awaited.map(({ memberId }) => memberId)) : null);
};

/** The figures are final, the result is not declared yet: lots belong to it. */
const FROM = ['SIGNED'] as const;

export const BEGIN_LOTS: Policy = { action: 'begin-lots', who: organiser, from: FROM, precondition: noneYet };
export const COMMIT_LOT: Policy = { action: 'commit-lot', who: officer, from: FROM, precondition: mayCommit };
export const REVEAL_LOT: Policy = { action: 'reveal-lot', who: officer, from: FROM, precondition: mayReveal };
export const VOID_LOTS: Policy = { action: 'void-lots', who: organiser, from: FROM, precondition: underWay };

/**
 * Begins to draw lots among those level at the last seat, where the adopted rules say so (R47). After a drawing that came to nothing it is
 * begun anew, under the next number.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.no-lots`, `ballot.lots-drawn`, `ballot.lots-under-way`
 */
export function beginLots(ballot: Ballot, by: Authority, at: Date): Change {
  assertAllowed(BEGIN_LOTS, ballot, by);
  const outcome = lotsOutcome(ballot);
  if (outcome === null) throw BallotErrors.noLots();
  const { tied, tiedSeats: seats } = outcome;
  const drawing: LotsDrawing = {
    no: ballot.drawings.length + 1,
    tied: [...tied].sort(),
    seats,
    begunBy: by.memberId,
    begunAt: at,
    contributions: [],
    drawn: null,
    voided: null,
  };
  return changed(ballot, { drawings: [...ballot.drawings, drawing] });
}

/**
 * An officer commits to a random contribution, before anybody reveals one.
 * @throws `ballot.not-an-officer`, `ballot.wrong-state`, `ballot.no-lots`, `ballot.lots-not-begun`, `ballot.lots-drawn`,
 * `ballot.lot-committed`, `ballot.lots-closed`
 */
export function commitLot(ballot: Ballot, by: Authority, commitment: string): Change {
  assertAllowed(COMMIT_LOT, ballot, by);
  return redrawn(ballot, ({ contributions }) => ({
    contributions: [...contributions, { memberId: by.memberId, commitment, value: null }],
  }));
}

/**
 * An officer reveals the contribution, once both chiefs have committed; with the first one the commitments are closed. With the last one
 * the lots are drawn: what the engine counted stays as it is, and who is elected by lot is said beside it.
 * @throws `ballot.not-an-officer`, `ballot.wrong-state`, `ballot.no-lots`, `ballot.lots-not-begun`, `ballot.lots-drawn`,
 * `ballot.lot-not-committed`, `ballot.lot-revealed`, `ballot.lots-awaited`, `ballot.lot-refused` where it is not what was committed to
 */
export function revealLot(ballot: Ballot, by: Authority, contribution: string, digestOf: DigestOf, at: Date): Change {
  assertAllowed(REVEAL_LOT, ballot, by);
  const { id: ballotId } = ballot;
  return redrawn(ballot, ({ no, tied, seats, contributions }) => {
    const own = contributions.find(({ memberId }) => memberId === by.memberId);
    if (own?.commitment !== commitmentOf({ ballotId, no, memberId: by.memberId, contribution }, digestOf)) throw BallotErrors.lotRefused();
    const revealed = contributions.map((each) => (each === own ? { ...each, value: contribution } : each));
    const values = revealed.flatMap(({ value }) => value ?? []);
    if (values.length < revealed.length) return { contributions: revealed };
    return { contributions: revealed, drawn: { elected: draw({ ballotId, tied, seats, contributions: values }, digestOf), at } };
  });
}

/**
 * Ends a drawing that cannot be completed, e.g. because a committed officer does not reveal. It is kept with the reason; lots can then be
 * begun anew.
 * @throws `ballot.not-an-organiser`, `ballot.wrong-state`, `ballot.no-lots`, `ballot.lots-not-begun`, `ballot.lots-drawn`
 */
export function voidLots(ballot: Ballot, by: Authority, reason: string, at: Date): Change {
  assertAllowed(VOID_LOTS, ballot, by);
  return redrawn(ballot, () => ({ voided: { by: by.memberId, at, reason } }));
}

function redrawn(ballot: Ballot, parts: (drawing: LotsDrawing) => Partial<LotsDrawing>): Change {
  const current = currentDrawing(ballot);
  return changed(ballot, { drawings: ballot.drawings.map((each) => (each === current ? { ...each, ...parts(each) } : each)) });
}
