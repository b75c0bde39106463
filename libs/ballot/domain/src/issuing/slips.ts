import type { DomainError } from '@plenum/kernel';
import { type Policy, assertAllowed } from '../policy/policy.js';
import { type Authority, codesDesk } from '../policy/authority.js';
import { type Ballot, type Change, changed } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { DeskFigures } from '../record/conduct.js';
import type { BallotState } from '../record/vocabulary.js';
import { hasSealed } from '../rules/vocabulary.js';
import { type Claimant, holdingFault, rollFault } from './claimant.js';

/** What became of a slip. */
export const SLIP_FATES = ['usable', 'lost', 'taken-back', 'voided'] as const;
export type SlipFate = (typeof SLIP_FATES)[number];

/** A printed slip as the service knows it: its serial number and the public half of its code, never the code. */
export interface Slip {
  readonly serial: number;
  readonly credential: string;
  readonly fate: SlipFate;
}

/** The slips of a ballot, and how many members drew one; who has which nobody writes down. */
export interface Slips {
  readonly slips: readonly Slip[];
  readonly holders: number;
}

/** Slips are prepared once the roll, and with it the election's id, is frozen; nothing of them changes once the voting is open. */
const BEFORE_OPENING: readonly BallotState[] = ['ROLL_FROZEN'];

/** Codes are salted with the election's id, which a roll frozen by an older version has not: it is frozen anew. */
const withoutSalt = ({ electionId, state }: Ballot): DomainError | null =>
  electionId === null ? BallotErrors.wrongState('prepare-slips', state) : null;

export const PREPARE_SLIPS: Policy = {
  action: 'prepare-slips',
  who: codesDesk,
  from: BEFORE_OPENING,
  channel: hasSealed,
  precondition: withoutSalt,
};

/**
 * Takes the slips that the desk's own device made and printed. Those that are known already are not taken twice.
 * @returns the slips to add
 * @throws `ballot.not-the-codes-desk`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.slip-taken`
 */
export function prepareSlips(
  ballot: Ballot,
  by: Authority,
  batch: readonly Pick<Slip, 'serial' | 'credential'>[],
  { slips }: Pick<Slips, 'slips'>,
): { readonly change: Change; readonly added: readonly Slip[] } {
  assertAllowed(PREPARE_SLIPS, ballot, by);
  const known = new Map(slips.map((slip) => [slip.serial, slip]));
  const serials = batch.map(({ serial }) => serial);
  const taken = batch.filter(
    ({ serial, credential }, nth) => serials.indexOf(serial) < nth || (known.get(serial)?.credential ?? credential) !== credential,
  );
  if (taken.length > 0) throw BallotErrors.slipTaken(taken.map(({ serial }) => serial));
  const added = batch.filter(({ serial }) => !known.has(serial)).map((slip) => ({ ...slip, fate: 'usable' as const }));
  return { change: counted(ballot, 'slipsPrepared', added.length), added };
}

export const ISSUE_SLIP: Policy = { action: 'issue-slip', who: codesDesk, from: BEFORE_OPENING, channel: hasSealed };

/**
 * Somebody without a device drew a slip: that is all that is known. Who has one already keeps it.
 * @throws `ballot.not-the-codes-desk`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.not-on-roll`, `ballot.not-present`,
 *   `ballot.has-credential`, `ballot.has-paper`, `ballot.no-slips-left`
 */
export function issueSlip(ballot: Ballot, by: Authority, to: Claimant, slips: Slips): Change {
  assertAllowed(ISSUE_SLIP, ballot, by);
  const refused = rollFault(to) ?? (to.holds === 'slip' ? null : holdingFault(to));
  if (refused) throw refused;
  if (to.holds !== 'slip' && leftOf(slips) < 1) throw BallotErrors.noSlipsLeft();
  return { ballot, events: [] };
}

export const REPLACE_SLIP: Policy = { action: 'replace-slip', who: codesDesk, from: BEFORE_OPENING, channel: hasSealed };

/**
 * Voids a lost slip, whose serial number its holder knows from the stub; the holder draws another, and the loss is counted.
 * @throws `ballot.not-the-codes-desk`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.no-slip`, `ballot.slip-unknown`,
 *   `ballot.slip-void`, `ballot.no-slips-left`
 */
export function replaceSlip(ballot: Ballot, by: Authority, from: Pick<Claimant, 'holds'>, serial: number, slips: Slips): Change {
  assertAllowed(REPLACE_SLIP, ballot, by);
  assertUsable(from, serial, slips);
  if (leftOf(slips) < 1) throw BallotErrors.noSlipsLeft();
  return counted(ballot, 'slipsLost', 1);
}

export const TAKE_BACK_SLIP: Policy = { action: 'take-back-slip', who: codesDesk, from: BEFORE_OPENING, channel: hasSealed };

/**
 * Takes a slip back, of somebody who leaves or found a device after all: it is void, and its holder has nothing any more.
 * @throws `ballot.not-the-codes-desk`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.no-slip`, `ballot.slip-unknown`,
 * `ballot.slip-void`
 */
export function takeBackSlip(ballot: Ballot, by: Authority, from: Pick<Claimant, 'holds'>, serial: number, slips: Slips): Change {
  assertAllowed(TAKE_BACK_SLIP, ballot, by);
  assertUsable(from, serial, slips);
  return counted(ballot, 'slipsTakenBack', 1);
}

export const VOID_SLIPS: Policy = { action: 'void-slips', who: codesDesk, from: BEFORE_OPENING, channel: hasSealed };

/**
 * Voids the slips left over, in public before the opening. Those void already stay so; more than are left cannot be.
 * @returns the serial numbers that are void now and were not before
 * @throws `ballot.not-the-codes-desk`, `ballot.wrong-channel`, `ballot.wrong-state`, `ballot.slip-unknown`, `ballot.slips-issued`
 */
export function voidSlips(
  ballot: Ballot,
  by: Authority,
  serials: readonly number[],
  slips: Slips,
): { readonly change: Change; readonly voided: readonly number[] } {
  assertAllowed(VOID_SLIPS, ballot, by);
  const fates = new Map(slips.slips.map(({ serial, fate }) => [serial, fate]));
  const unknown = serials.filter((serial) => !fates.has(serial));
  if (unknown.length > 0) throw BallotErrors.slipUnknown(unknown);
  const voided = [...new Set(serials)].filter((serial) => fates.get(serial) === 'usable');
  const left = leftOf(slips);
  if (voided.length > left) throw BallotErrors.slipsIssued(voided.length, left);
  return { change: counted(ballot, 'slipsVoided', voided.length), voided };
}

export const usableSlips = ({ slips }: Pick<Slips, 'slips'>): readonly Slip[] => slips.filter(({ fate }) => fate === 'usable');

/** How many are still in the box to draw from. */
const leftOf = (slips: Slips): number => usableSlips(slips).length - slips.holders;

function assertUsable({ holds }: Pick<Claimant, 'holds'>, serial: number, { slips }: Slips): void {
  if (holds !== 'slip') throw BallotErrors.noSlip();
  const slip = slips.find((each) => each.serial === serial);
  if (!slip) throw BallotErrors.slipUnknown([serial]);
  if (slip.fate !== 'usable') throw BallotErrors.slipVoid(serial);
}

/** Nothing changes, and nothing is a version on, where none is added. */
function counted(ballot: Ballot, figure: keyof DeskFigures, more: number): Change {
  return more === 0 ? { ballot, events: [] } : changed(ballot, { desk: { ...ballot.desk, [figure]: ballot.desk[figure] + more } });
}
