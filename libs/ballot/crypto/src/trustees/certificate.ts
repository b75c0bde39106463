import { TRUSTEES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict } from '../form/verdict.js';
import { type Arithmetic, isMember } from '../group/arithmetic.js';
import { GROUP_NAME } from '../group/belenios-2048.js';
import { shortHash } from '../group/hashing.js';
import { type Randomness, systemRandomness } from '../group/randomness.js';
import type { CeremonyKeys, PublicCeremonyKeys } from './channel.js';
import { isSignedBy, readSigned, signText, writeSigned } from './signed-message.js';

/** A trustee's seat in a ceremony: any `threshold` of `size` decrypt later; seats are numbered from 1. */
export interface TrusteeSeat {
  readonly size: number;
  readonly threshold: number;
  readonly index: number;
}

/** A certificate that was read and verified. */
export interface Certificate extends PublicCeremonyKeys {
  /** Absent in certificates of older software. */
  readonly seat?: TrusteeSeat;
}

/** Round 1: the trustee's public keys, bound to the seat, signed with the key they name. */
export function makeCertificate(
  arithmetic: Arithmetic,
  keys: CeremonyKeys,
  { size, threshold, index }: TrusteeSeat,
  random: Randomness = systemRandomness,
): string {
  const message = JSON.stringify({
    context: { group: GROUP_NAME, size, threshold, index },
    verification: keys.verification.toString(),
    encryption: keys.encryption.toString(),
  });
  return JSON.stringify(writeSigned({ message, signature: signText(arithmetic, keys.signing, message, random) }));
}

/** What the scrutineers read aloud to each other: it shows a server that gives each of them another list. */
export const certificatesFingerprint = (certificates: readonly string[]): string => shortHash(`[${certificates.join()}]`);

/** Verifies one certificate for a seat, as the service does when it arrives. */
export function verifyCertificate(
  arithmetic: Arithmetic,
  certificate: string,
  seat: TrusteeSeat,
): Verdict<{ readonly certificate: Certificate }> {
  return verdict(() => ({ certificate: readCertificate(StrictReader.canonical(certificate, 'threshold-certificate'), arithmetic, seat) }));
}

/** Reads and verifies a certificate: both keys of the group, signed by itself, of this seat. Throws `RefusalError`. */
export function readCertificate(place: StrictReader, arithmetic: Arithmetic, seat: TrusteeSeat): Certificate {
  const { message, signature } = readSigned(place);
  const fields = StrictReader.canonical(message, 'threshold-certificate', place.at).object('context?', 'verification', 'encryption');
  const keys = { verification: fields.verification.decimal(), encryption: fields.encryption.decimal() };
  for (const key of Object.values(keys)) {
    demand(key !== 1n && isMember(arithmetic, key), 'threshold-certificate', place.at, 'not a key of the group');
  }
  demand(isSignedBy(arithmetic, keys.verification, message, signature), 'threshold-certificate', place.at, 'not signed with its own key');
  if (!fields.context) return keys;
  const context = fields.context.object('group', 'size', 'threshold', 'index');
  context.group.exactly(GROUP_NAME);
  const [size, threshold, index] = [context.size, context.threshold, context.index].map((place) => place.count(TRUSTEES_MAX));
  const stated = { size: size!, threshold: threshold!, index: index! };
  const isOfSeat = stated.size === seat.size && stated.threshold === seat.threshold && stated.index === seat.index;
  demand(isOfSeat, 'threshold-certificate', place.at, 'made for another seat');
  return { ...keys, seat: stated };
}
