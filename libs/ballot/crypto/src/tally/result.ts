import { cellsOf, type Election } from '../election/election.js';
import { SEARCH_MAX, WEIGHT_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand } from '../form/verdict.js';
import { type Arithmetic, multiplyModP } from '../group/arithmetic.js';
import { G, Q } from '../group/belenios-2048.js';
import type { SizedTally } from './encrypted-tally.js';
import type { DecryptionFactors } from './share.js';

/** How often each answer of each question was marked; the blank papers in front where a question allows them. */
export type Result = readonly (readonly number[])[];

/** Above this a weight is written as a string (BALLOT_PROTOCOL 2.5). */
const JSON_NUMBER_MAX = 1073741823;

/** A weight, or a sum of weights, as it stands in events. */
export const writeWeight = (weight: number): number | string => (weight > JSON_NUMBER_MAX ? weight.toString() : weight);

/** Reads a weight in its one spelling. Throws `RefusalError`. */
export function readWeight(place: StrictReader): number {
  if (typeof place.value !== 'string') return place.count(JSON_NUMBER_MAX);
  const weight = place.decimal();
  if (weight <= BigInt(JSON_NUMBER_MAX) || weight > BigInt(WEIGHT_MAX))
    return place.refuse('a string where a number belongs, or too large');
  return Number(weight);
}

/**
 * Opens the sum: the logarithm of beta / factor for each cell. The total weight bounds it, so baby steps and giant steps
 * find it at once. @throws TypeError when a factor does not fit, RangeError for weights above SEARCH_MAX.
 */
export function openTally(arithmetic: Arithmetic, { tally, totalWeight }: SizedTally, factors: DecryptionFactors): Result {
  const search = logarithms(arithmetic, totalWeight);
  return tally.map((cells, question) =>
    cells.map(({ beta }, cell) => search(multiplyModP(beta, arithmetic.power(factors[question]![cell]!, Q - 1n)))),
  );
}

/** {"result":[[..]]} in canonical form. */
export const writeResult = (result: Result): string => JSON.stringify({ result: result.map((counts) => counts.map(writeWeight)) });

/** Reads a result in the form of the election and checks each count: g^count * factor = beta. Throws `RefusalError`. */
export function readResult(
  arithmetic: Arithmetic,
  election: Election,
  { tally }: SizedTally,
  factors: DecryptionFactors,
  text: string,
): Result {
  const { result } = StrictReader.canonical(text, 'result-form').object('result');
  const g = arithmetic.fixedBase(G);
  return result.list(election.questions.length).map((counts, question) =>
    counts.list(cellsOf(election.questions[question]!)).map((place, cell) => {
      const count = readWeight(place);
      const isRight = multiplyModP(g.power(BigInt(count)), factors[question]![cell]!) === tally[question]![cell]!.beta;
      demand(isRight, 'result-value', place.at, 'is not what the shares open');
      return count;
    }),
  );
}

function logarithms(arithmetic: Arithmetic, max: number): (power: bigint) => number {
  if (max > SEARCH_MAX) throw new RangeError('totalWeight: too large to search');
  const step = Math.floor(Math.sqrt(max)) + 1;
  const baby = new Map<bigint, number>();
  for (let [small, power] = [0, 1n]; small < step; small++, power = multiplyModP(power, G)) baby.set(power, small);
  const giant = arithmetic.fixedBase(G).power(Q - BigInt(step));
  return (power) => {
    for (let [large, rest] = [0, power]; large <= step; large++, rest = multiplyModP(rest, giant)) {
      const small = baby.get(rest);
      if (small !== undefined) return large * step + small;
    }
    throw new TypeError('factors: do not open this tally');
  };
}
