import type { Arithmetic } from '../group/arithmetic.js';
import { type Randomness, systemRandomness } from '../group/randomness.js';
import { deriveSecret, publicCredential } from './credential.js';
import { makeVotingCode } from './voting-code.js';

/** A slip as it is printed: the code is on it alone, the serial number on its stub, too. */
export interface PrintedSlip {
  readonly serial: number;
  /** For the voter. Whoever prints it forgets it: it is never sent. */
  readonly code: string;
  /** For the service. */
  readonly publicCredential: string;
}

/** Makes slips with voting codes for one election, on the device that prints them. */
export function makeSlips(
  arithmetic: Arithmetic,
  uuid: string,
  serials: readonly number[],
  random: Randomness = systemRandomness,
): readonly PrintedSlip[] {
  return serials.map((serial) => {
    const code = makeVotingCode(random);
    return { serial, code, publicCredential: publicCredential(arithmetic, deriveSecret(code, uuid)) };
  });
}
