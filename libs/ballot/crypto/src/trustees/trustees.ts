import { TRUSTEES_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand, type Verdict, verdict } from '../form/verdict.js';
import { type Arithmetic, multiplyModP } from '../group/arithmetic.js';
import { shortHash } from '../group/hashing.js';
import { readThreshold } from './threshold.js';
import { readTrusteeKey, type TrusteeKey } from './trustee-key.js';

/** Trustees of whom `needed` must decrypt: a single one, or a threshold group. `owners` are their numbers in the archive. */
export interface TrusteeGroup {
  readonly owners: readonly number[];
  readonly needed: number;
  readonly isThreshold: boolean;
}

/** All trustees of an election. */
export interface Trustees {
  readonly groups: readonly TrusteeGroup[];
  /** The key of owner n is keys[n - 1]: owners are numbered from 1 over all groups. */
  readonly keys: readonly TrusteeKey[];
  /** The product of the groups' keys: the election's key must be this. */
  readonly electionKey: bigint;
  readonly fingerprint: string;
  /** False when a threshold group was made by older software, which lets a server show each trustee another list. */
  readonly isBound: boolean;
}

/** trustees.json from single keys (as {@link makeTrusteeKey} sends them) and threshold group ({@link writeThreshold}), in order. */
export function writeTrustees(items: readonly (string | readonly ['Pedersen', object])[]): string {
  return JSON.stringify(items.map((item) => (typeof item === 'string' ? ['Single', JSON.parse(item) as unknown] : item)));
}

/** Verifies a trustees file, as the service does before it writes the election. */
export function verifyTrustees(arithmetic: Arithmetic, text: string): Verdict<{ readonly trustees: Trustees }> {
  return verdict(() => ({ trustees: readTrustees(text, arithmetic) }));
}

/** Reads and verifies all trustees. Throws `RefusalError`. */
export function readTrustees(text: string, arithmetic: Arithmetic): Trustees {
  const groups: TrusteeGroup[] = [];
  const keys: TrusteeKey[] = [];
  let [electionKey, isBound] = [1n, true];
  for (const place of StrictReader.canonical(text, 'trustees-form').list({ max: TRUSTEES_MAX })) {
    const item = readItem(place, arithmetic);
    groups.push({ owners: item.keys.map((_, n) => keys.length + n + 1), needed: item.needed, isThreshold: item.isThreshold });
    keys.push(...item.keys);
    electionKey = multiplyModP(electionKey, item.publicKey);
    isBound &&= item.isBound;
  }
  demand(groups.length > 0 && keys.length <= TRUSTEES_MAX, 'trustees-form', '', `no trustee, or more than ${TRUSTEES_MAX}`);
  demandDistinctGroups(groups, keys);
  return { groups, keys, electionKey, fingerprint: shortHash(text), isBound };
}

/** A key in two groups is one person twice. Within a threshold group seats are distinct; where one decrypts alone, all have one key. */
function demandDistinctGroups(groups: readonly TrusteeGroup[], keys: readonly TrusteeKey[]): void {
  const perGroup = groups.map(({ owners }) => new Set(owners.map((owner) => keys[owner - 1]!.publicKey)));
  const all = new Set(perGroup.flatMap((group) => [...group]));
  const isDistinct = all.size === perGroup.reduce((sum, group) => sum + group.size, 0);
  demand(isDistinct, 'trustee-repeated', '', 'two trustees share a key');
}

interface Item {
  readonly keys: readonly TrusteeKey[];
  readonly needed: number;
  readonly isThreshold: boolean;
  readonly publicKey: bigint;
  readonly isBound: boolean;
}

function readItem(place: StrictReader, arithmetic: Arithmetic): Item {
  const [kind, content] = place.list(2) as readonly [StrictReader, StrictReader];
  if (kind.value === 'Single') {
    const key = readTrusteeKey(content, arithmetic);
    return { keys: [key], needed: 1, isThreshold: false, publicKey: key.publicKey, isBound: true };
  }
  kind.exactly('Pedersen');
  const { threshold, ...thresholdTrustees } = readThreshold(content, arithmetic);
  return { ...thresholdTrustees, needed: threshold, isThreshold: true };
}
