import {
  acceptShares,
  type BigIntArithmetic,
  ceremonyKeys,
  certificatesFingerprint,
  type CeremonyKeys,
  makeCertificate,
  makePolynomial,
  makeSeed,
  openPrivateKey,
} from '@plenum/ballot-crypto';
import { DeviceRefusal } from './device-refusal.js';

/** What a scrutineer of a threshold group knows of it: the certificates in the order of the seats, as the service shows them. */
export interface ThresholdInput {
  readonly seed: string;
  readonly certificates: readonly string[];
  readonly sharesNeeded: number;
}

interface SeatInput {
  readonly seed: string;
  readonly seat: number;
  readonly size: number;
  readonly sharesNeeded: number;
}

/**
 * The steps of a key ceremony on a scrutineer's device: any so many of the threshold group open the box later, and all that a device keeps
 * is its seed. Each step checks what the others said before it says anything: a service that shows each of them another list is found out.
 */
export const thresholdTasks = (arithmetic: BigIntArithmetic) => ({
  'draw-seed': (): { readonly seed: string } => ({ seed: makeSeed() }),

  'give-certificate': ({ seed, seat, size, sharesNeeded }: SeatInput): { readonly message: string } => ({
    message: makeCertificate(arithmetic, keysOf(arithmetic, seed), { size, threshold: sharesNeeded, index: seat }),
  }),

  'name-certificates': ({ certificates }: Pick<ThresholdInput, 'certificates'>): { readonly fingerprint: string } => ({
    fingerprint: certificatesFingerprint(certificates),
  }),

  'give-polynomial': ({ seed, certificates, sharesNeeded }: ThresholdInput): { readonly message: string } => {
    const made = makePolynomial(arithmetic, keysOf(arithmetic, seed), { certificates, threshold: sharesNeeded });
    if (!made.ok) throw new DeviceRefusal(made.check);
    return { message: made.polynomial };
  },

  'give-output': ({
    seed,
    certificates,
    sharesNeeded,
    input,
  }: ThresholdInput & { readonly input: string }): { readonly message: string } => {
    const accepted = acceptShares(arithmetic, keysOf(arithmetic, seed), { certificates, threshold: sharesNeeded }, input);
    if (!accepted.ok) throw new DeviceRefusal(accepted.check);
    return { message: accepted.voutput };
  },
});

/**
 * The private half of a scrutineer of a threshold group, which the service keeps sealed for the seed; null where it is not of this seed.
 */
export function unsealed(arithmetic: BigIntArithmetic, seed: string, output: string): bigint | null {
  try {
    const { private_key: sealed } = JSON.parse(output) as { private_key: string };
    const opened = openPrivateKey(arithmetic, keysOf(arithmetic, seed), sealed);
    return opened.ok ? opened.secret : null;
  } catch {
    return null;
  }
}

/** @throws DeviceRefusal for what is no seed */
function keysOf(arithmetic: BigIntArithmetic, seed: string): CeremonyKeys {
  try {
    return ceremonyKeys(arithmetic, seed.replaceAll(/\s/g, ''));
  } catch {
    throw new DeviceRefusal('private-key');
  }
}
