import type { DomainError } from '@plenum/kernel';
import { BallotErrors } from '../record/ballot.errors.js';
import type { AccountHold } from './account-resets.js';

/** What somebody has to vote with: a credential on the own device, a slip with a voting code, or a sheet of paper. */
export const HOLDINGS = ['credential', 'slip', 'paper'] as const;
export type Holding = (typeof HOLDINGS)[number];

/** Somebody to whom a desk hands something. Which it is of its kind is never known. */
export interface Claimant {
  readonly onRoll: boolean;
  /** By the attendance, at this moment. */
  readonly present: boolean;
  /** When the voting opened. */
  readonly wasPresent: boolean;
  readonly holds: Holding | null;
  /** Why the account is held back until a second officer has confirmed it; null where it is not. */
  readonly accountHeld?: AccountHold | null;
}

/** Null for who is on the roll and there. */
export function rollFault({ onRoll, present }: Pick<Claimant, 'onRoll' | 'present'>): DomainError | null {
  if (!onRoll) return BallotErrors.notOnRoll();
  return present ? null : BallotErrors.notPresent();
}

/** Null for who has nothing yet: nobody votes on two channels. */
export function holdingFault({ holds }: Pick<Claimant, 'holds'>): DomainError | null {
  switch (holds) {
    case 'credential':
      return BallotErrors.hasCredential();
    case 'slip':
      return BallotErrors.hasSlip();
    case 'paper':
      return BallotErrors.hasPaper();
    case null:
      return null;
  }
}
