import type { DomainError } from '@plenum/kernel';
import { type Claimant, holdingFault, rollFault } from '../issuing/claimant.js';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, officer } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import { hasSealed } from '../rules/vocabulary.js';

/** What a sealed ballot needs before it opens: every scrutineer's key, and who registered a credential (领票). */
export interface Registration {
  /** Credentials registered by devices. */
  readonly registered: number;
  /** Slips that count, and members who drew one: as many, when the voting opens. */
  readonly slips?: { readonly usable: number; readonly holders: number };
  /** Scrutineers whose key is not there. */
  readonly keysMissing: readonly string[];
  /** Who registered and is not there any more: the desk takes the paper back. */
  readonly left: readonly string[];
  /**
   * Who registered though the account waits to be confirmed: the fact of its reset was still on its way, or came later. An officer confirms
   * them, or takes the paper back.
   */
  readonly unconfirmed?: readonly string[];
  /** Papers that cannot be read any more, since the database ended abruptly: their devices register again. */
  readonly lost?: number;
}

/** Somebody who asks for a paper. */
export type Voter = Pick<Claimant, 'onRoll' | 'present' | 'holds' | 'accountHeld'>;

/**
 * Whether the voter may register a credential now: on the frozen roll, there, before the opening, and with nothing else to vote with.
 * @throws `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.not-on-roll`, `ballot.not-present`, `ballot.has-paper`, `ballot.has-slip`,
 * `ballot.account-reset`, `ballot.account-set-late`
 */
export function assertMayRegister({ channel, state }: Ballot, voter: Voter): void {
  if (!hasSealed(channel)) throw BallotErrors.wrongChannel('register', channel);
  if (state !== 'ROLL_FROZEN') throw BallotErrors.wrongState('register', state);
  const refused = rollFault(voter) ?? (voter.holds === 'credential' ? null : holdingFault(voter));
  if (refused) throw refused;
  if (voter.accountHeld && voter.holds === null)
    throw voter.accountHeld === 'replaced' ? BallotErrors.accountReset() : BallotErrors.accountSetLate();
}

export const TAKE_BACK_CREDENTIAL: Policy = { action: 'take-back-credential', who: officer, from: ['ROLL_FROZEN'], channel: hasSealed };

/**
 * Takes a paper on a device back before the opening: the device is lost or was cleared, or its holder leaves. It is void, counted, and
 * another may be fetched. After the opening nobody knows which was whose.
 * @throws `ballot.not-an-officer`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.no-credential`
 */
export function takeBackCredential(ballot: Ballot, by: Authority, isHeld: boolean): Change {
  assertAllowed(TAKE_BACK_CREDENTIAL, ballot, by);
  if (!isHeld) throw BallotErrors.noCredential();
  return changed(ballot, { desk: { ...ballot.desk, credentialsTakenBack: ballot.desk.credentialsTakenBack + 1 } });
}

/** The sealed papers issued (发出): on devices and on slips. */
export const sealedIssued = ({ registered, slips }: Registration): number => registered + (slips?.holders ?? 0);

const NOTHING: Registration = { registered: 0, keysMissing: [], left: [] };

/** What keeps a sealed ballot from opening; null when nothing does. */
export function registrationFault(registration: Registration | undefined): DomainError | null {
  const { registered, keysMissing, left, unconfirmed = [], lost = 0, slips = { usable: 0, holders: 0 } } = registration ?? NOTHING;
  if (keysMissing.length > 0) return BallotErrors.keysMissing(keysMissing);
  if (slips.usable !== slips.holders) return BallotErrors.slipsUnaccounted(slips.usable, slips.holders);
  if (lost > 0) return BallotErrors.registrationsLost(lost);
  if (registered + slips.holders === 0) return BallotErrors.nobodyRegistered();
  if (left.length > 0) return BallotErrors.holdersLeft(left);
  return unconfirmed.length > 0 ? BallotErrors.holdersUnconfirmed(unconfirmed) : null;
}
