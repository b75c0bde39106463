import { type Authority, isOfficer } from '../policy/authority.js';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { hasSealed } from '../rules/vocabulary.js';

/** Somebody with a one-time code set the password of a member's account. */
export interface AccountReset {
  readonly memberId: string;
  readonly at: Date;
  /** Who gave the code; null where it went to the member's own address. */
  readonly madeBy: string | null;
  /** There was no password before. */
  readonly isFirst: boolean;
}

/** The resets of one account, as they count for one ballot. */
export interface ResetHistory {
  readonly resets: readonly AccountReset[];
  /** When the session was announced; null where that was before anybody kept it: then every reset counts. */
  readonly announcedAt: Date | null;
  /** From when on whoever comes is late; null before the session opened, and where nobody signs in to it. */
  readonly lateFrom: Date | null;
  /** When an officer last confirmed, for this ballot, that the account is its owner's. */
  readonly confirmedAt: Date | null;
}

/** Why an account is held back: its password was replaced, or its first one was set late. */
export type AccountHold = 'replaced' | 'late-first';

/** The resets since the session was announced: of first passwords in time, too, which hold nobody back but are shown. */
export const resetsSince = ({ resets, announcedAt }: Pick<ResetHistory, 'resets' | 'announcedAt'>): readonly AccountReset[] =>
  resets.filter(({ at }) => announcedAt === null || at >= announcedAt);

/**
 * What a reset since the announcement holds the account back for. Most first passwords of a congress are set on the way into the hall, with
 * slips that were handed out for it: to hold all of them back would look at nobody. Who is absent is known once the session has begun, and
 * a code of theirs that is used from then on is in another's hand or in that of somebody who comes late and can be seen.
 */
export function holdOf({ isFirst, at }: Pick<AccountReset, 'isFirst' | 'at'>, lateFrom: Date | null): AccountHold | null {
  if (!isFirst) return 'replaced';
  return lateFrom !== null && at > lateFrom ? 'late-first' : null;
}

/**
 * Why the account receives no sealed paper for now, null where it does: nobody of another office has confirmed it since the reset that
 * holds it back. Whoever gives codes can make votes of the absent otherwise, and nothing shows it.
 */
export function accountHoldOf(history: ResetHistory): AccountHold | null {
  const { lateFrom, confirmedAt } = history;
  const holds = resetsSince(history)
    .filter(({ at }) => confirmedAt === null || at > confirmedAt)
    .map((reset) => holdOf(reset, lateFrom));
  return holds.find((hold) => hold === 'replaced') ?? holds.find((hold) => hold !== null) ?? null;
}

/**
 * A scrutineer or teller has seen the person and says that the account is theirs: never the person, nor whoever gave a code, nor who
 * organises the vote, of whose office the codes are.
 * @throws `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.not-an-officer`, `ballot.not-a-second-officer`
 */
export function assertMayConfirm(
  ballot: Ballot,
  by: Authority,
  memberId: string,
  history: Pick<ResetHistory, 'resets' | 'announcedAt'>,
): void {
  if (!isOfficer(ballot, by, 'SCRUTINEER', 'TELLER')) throw BallotErrors.notAnOfficer();
  if (!hasSealed(ballot.channel)) throw BallotErrors.wrongChannel('confirm-account', ballot.channel);
  if (ballot.state !== 'ROLL_FROZEN') throw BallotErrors.wrongState('confirm-account', ballot.state);
  const isMaker = resetsSince(history).some(({ madeBy }) => madeBy === by.memberId);
  if (by.organises || by.memberId === memberId || isMaker) throw BallotErrors.notASecondOfficer();
}
