import { type Standing, isOfficer } from '../policy/standing.js';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { hasSealed } from '../rules/words.js';

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
  /** When an officer last confirmed, for this ballot, that the account is its owner's. */
  readonly confirmedAt: Date | null;
}

/** The resets since the session was announced: of first passwords, too, which hold nobody back but are shown. */
export const resetsSince = ({ resets, announcedAt }: Pick<ResetHistory, 'resets' | 'announcedAt'>): readonly AccountReset[] => resets.filter(({ at }) => announcedAt === null || at >= announcedAt);

/**
 * Whether the account receives no sealed paper for now: its password was replaced by way of a code since the session was announced, and
 * nobody of another office has confirmed it since. Whoever gives codes can make votes of the absent otherwise, and nothing shows it.
 */
export const isHeld = (history: ResetHistory): boolean =>
  resetsSince(history).some(({ isFirst, at }) => !isFirst && (history.confirmedAt === null || at > history.confirmedAt));

/**
 * A scrutineer or teller has seen the person and says that the account is theirs: never the person, nor whoever gave a code, nor who
 * organises the vote, of whose office the codes are.
 * @throws `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.not-an-officer`, `ballot.not-a-second-officer`
 */
export function assertMayConfirm(ballot: Ballot, by: Standing, memberId: string, history: Pick<ResetHistory, 'resets' | 'announcedAt'>): void {
  if (!isOfficer(ballot, by, 'SCRUTINEER', 'TELLER')) throw BallotErrors.notAnOfficer();
  if (!hasSealed(ballot.channel)) throw BallotErrors.wrongChannel('confirm-account', ballot.channel);
  if (ballot.state !== 'ROLL_FROZEN') throw BallotErrors.wrongState('confirm-account', ballot.state);
  const isMaker = resetsSince(history).some(({ madeBy }) => madeBy === by.memberId);
  if (by.organises || by.memberId === memberId || isMaker) throw BallotErrors.notASecondOfficer();
}
