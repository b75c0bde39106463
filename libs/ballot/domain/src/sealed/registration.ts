import type { DomainError } from '@plenum/kernel';
import type { Ballot } from '../ballot/ballot.js';
import { BallotErrors } from '../ballot/ballot.errors.js';
import { type Claimant, holdingFault, rollFault } from '../issuing/claimant.js';
import { hasSealed } from '../ballot/words.js';

/** What a sealed ballot needs before it opens: every scrutineer's key, and who registered a credential (领票). */
export interface Registration {
  /** Credentials registered by devices. */
  readonly registered: number;
  /** Slips that count, and members who drew one: as many, when the voting opens. */
  readonly slips?: { readonly usable: number; readonly holders: number };
  /** Scrutineers whose key is not there. */
  readonly keysMissing: readonly string[];
  /** Who registered and is not there any more; whose credential is theirs nobody knows, so it cannot be taken back. */
  readonly left: readonly string[];
}

/** Somebody who asks for a paper. */
export type Voter = Pick<Claimant, 'onRoll' | 'present' | 'holds'>;

/**
 * Whether the voter may register a credential now: on the frozen roll, there, before the opening, and with nothing else to vote with.
 * @throws `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.not-on-roll`, `ballot.not-present`, `ballot.has-paper`, `ballot.has-slip`
 */
export function assertMayRegister({ channel, state }: Ballot, voter: Voter): void {
  if (!hasSealed(channel)) throw BallotErrors.wrongChannel('register', channel);
  if (state !== 'ROLL_FROZEN') throw BallotErrors.wrongState('register', state);
  const refused = rollFault(voter) ?? (voter.holds === 'credential' ? null : holdingFault(voter));
  if (refused) throw refused;
}

/** The sealed papers issued (发出): on devices and on slips. */
export const sealedIssued = ({ registered, slips }: Registration): number => registered + (slips?.holders ?? 0);

const NOTHING: Registration = { registered: 0, keysMissing: [], left: [] };

/** What keeps a sealed ballot from opening; null when nothing does. */
export function registrationFault(registration: Registration | undefined): DomainError | null {
  const { registered, keysMissing, left, slips = { usable: 0, holders: 0 } } = registration ?? NOTHING;
  if (keysMissing.length > 0) return BallotErrors.keysMissing(keysMissing);
  if (slips.usable !== slips.holders) return BallotErrors.slipsUnaccounted(slips.usable, slips.holders);
  if (registered + slips.holders === 0) return BallotErrors.nobodyRegistered();
  return left.length > 0 ? BallotErrors.holdersLeft(left) : null;
}
