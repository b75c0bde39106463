import { ROLL_MAX, WEIGHT_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict } from '../form/verdict.js';
import { type Arithmetic, isMember } from '../group/arithmetic.js';
import { hexHash, shortened } from '../group/hashing.js';

/** Who may vote, by credential, and with what weight. */
export interface Roll {
  /** Weight by credential in decimal. */
  readonly weights: ReadonlyMap<string, number>;
  /** What is shown to people and read aloud. */
  readonly fingerprint: string;
  /** Sorted by number, the order tells nothing; in another order it may be that of a list of names. */
  readonly isSorted: boolean;
}

/** One entry of a roll that is to be written. */
export interface RollEntry {
  readonly credential: string;
  /** 1 when absent. If any entry has another weight, all weights are written. */
  readonly weight?: number;
}

/** A roll in archive form, sorted by number so that the order of names is not told (BALLOT_PROTOCOL 2.2). */
export function writeRoll(entries: readonly RollEntry[]): string {
  const sorted = [...entries].sort((a, b) => (BigInt(a.credential) < BigInt(b.credential) ? -1 : 1));
  const weighted = entries.some(({ weight = 1 }) => weight !== 1);
  return JSON.stringify(sorted.map(({ credential, weight = 1 }) => (weighted ? `${credential},${weight}` : credential)));
}

/** Verifies a roll, as the service does before it writes Setup. */
export function verifyRoll(text: string, arithmetic: Arithmetic): Verdict<{ readonly roll: Roll }> {
  return verdict(() => {
    const roll = readRoll(text);
    checkMembers(roll, arithmetic);
    return { roll };
  });
}

const ENTRY = /^(0|[1-9][0-9]{0,616})(?:,(0|[1-9][0-9]{0,15}))?$/;

/**
 * Reads a roll; refuses another spelling, a repeated credential, and the identity element: for credential 1 anybody can
 * sign (BALLOT_PROTOCOL 3). That the credentials are of the group is for {@link checkMembers}. Throws `RefusalError`.
 */
export function readRoll(text: string): Roll {
  const weights = new Map<string, number>();
  let [isSorted, previous, total] = [true, 0n, 0];
  for (const place of StrictReader.canonical(text, 'roll-form').list({ max: ROLL_MAX })) {
    const [, credential, weight] = ENTRY.exec(place.matching(ENTRY, 'a credential, or a credential and a weight'))!;
    const number = BigInt(credential!);
    demand(number !== 1n, 'roll-identity', place.at, 'the identity element: anybody could sign');
    demand(!weights.has(credential!), 'roll-repeated', place.at, 'stands on the roll twice');
    weights.set(credential!, weight === undefined ? 1 : Number(weight));
    total += weights.get(credential!)!;
    demand(total <= WEIGHT_MAX, 'roll-form', place.at, 'weights too large');
    isSorted &&= number > previous;
    previous = number;
  }
  return { weights, fingerprint: shortened(hexHash(text)), isSorted };
}

/** Refuses a credential outside the group; those `known` to be in it, by a verified paper, are not asked again. Throws `RefusalError`. */
export function checkMembers({ weights }: Roll, arithmetic: Arithmetic, known: ReadonlySet<string> = new Set()): void {
  [...weights.keys()].forEach((credential, index) => {
    demand(known.has(credential) || isMember(arithmetic, BigInt(credential)), 'roll-credential', `[${index}]`, 'not of the group');
  });
}
