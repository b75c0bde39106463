import type { DomainError } from '@plenum/kernel';
import type { Ballot } from '../ballot/ballot.js';
import { BallotErrors } from '../ballot/ballot.errors.js';
import { hasSealed } from '../ballot/words.js';

/** What a sealed ballot needs before it opens: every scrutineer's key, and who registered a credential (领票). */
export interface Registration {
  /** Credentials registered: the papers issued (发出). */
  readonly registered: number;
  /** Scrutineers whose key is not there. */
  readonly keysMissing: readonly string[];
  /** Who registered and is not there any more; whose credential is theirs nobody knows, so it cannot be taken back. */
  readonly left: readonly string[];
}

/** Somebody who asks for a paper. */
export interface Voter {
  readonly onRoll: boolean;
  readonly present: boolean;
}

/**
 * Whether the voter may register a credential now: on the frozen roll, there, and before the opening.
 * @throws `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.not-on-roll`, `ballot.not-present`
 */
export function assertMayRegister({ channel, state }: Ballot, { onRoll, present }: Voter): void {
  if (!hasSealed(channel)) throw BallotErrors.wrongChannel('register', channel);
  if (state !== 'ROLL_FROZEN') throw BallotErrors.wrongState('register', state);
  if (!onRoll) throw BallotErrors.notOnRoll();
  if (!present) throw BallotErrors.notPresent();
}

/** What keeps a sealed ballot from opening; null when nothing does. */
export function registrationFault(registration: Registration | undefined): DomainError | null {
  const { registered = 0, keysMissing = [], left = [] } = registration ?? {};
  if (keysMissing.length > 0) return BallotErrors.keysMissing(keysMissing);
  if (registered === 0) return BallotErrors.nobodyRegistered();
  return left.length > 0 ? BallotErrors.holdersLeft(left) : null;
}
