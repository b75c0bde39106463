import type { SeededRandom } from '@plenum/test-kit';

const SPELLINGS = [
  '0',
  '1',
  '-1',
  '00',
  '+1',
  '1e3',
  '0x1',
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '1.0',
  '9'.repeat(700),
  '"\\u0000"',
  '\ud800',
];
const SLICE_MAX = 200;

/** One way to spoil bytes. Each gives new bytes and leaves the old ones alone. */
type Mutation = (bytes: Uint8Array, random: SeededRandom) => Uint8Array;

const place = (bytes: Uint8Array, random: SeededRandom): number => random.integer(Math.max(bytes.length, 1));

const flippedBit: Mutation = (bytes, random) => {
  const spoilt = bytes.slice();
  const at = place(bytes, random);
  spoilt[at] = (spoilt[at] ?? 0) ^ (1 << random.integer(8));
  return spoilt;
};

const otherByte: Mutation = (bytes, random) => {
  const spoilt = bytes.slice();
  spoilt[place(bytes, random)] = random.integer(256);
  return spoilt;
};

const cut: Mutation = (bytes, random) => bytes.slice(0, place(bytes, random));

const replaced = (bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array => {
  const spoilt = new Uint8Array(bytes.length - (to - from) + by.length);
  spoilt.set(bytes.subarray(0, from));
  spoilt.set(by, from);
  spoilt.set(bytes.subarray(to), from + by.length);
  return spoilt;
};

const sliceOf = (bytes: Uint8Array, random: SeededRandom): [number, number] => {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + 1 + random.integer(SLICE_MAX))];
};

const dropped: Mutation = (bytes, random) => replaced(bytes, ...sliceOf(bytes, random), new Uint8Array());

const doubled: Mutation = (bytes, random) => {
  const [from, to] = sliceOf(bytes, random);
  return replaced(bytes, from, from, bytes.slice(from, to));
};

const moved: Mutation = (bytes, random) => {
  const [from, to] = sliceOf(bytes, random);
  const at = place(bytes, random);
  return replaced(bytes, at, at, bytes.slice(from, to));
};

/** A value between two marks of JSON is replaced by an odd spelling. */
const oddlySpelt: Mutation = (bytes, random) => {
  const text = Buffer.from(bytes).toString('latin1');
  const values = [...text.matchAll(/"[0-9]+"|[0-9]+|true|false|null/g)];
  if (values.length === 0) return otherByte(bytes, random);
  const value = random.pick(values);
  return replaced(bytes, value.index, value.index + value[0].length, new TextEncoder().encode(random.pick(SPELLINGS)));
};

const MUTATIONS: readonly Mutation[] = [flippedBit, otherByte, cut, dropped, doubled, moved, oddlySpelt];

/** The bytes spoilt in one to three ways; hardly ever the same as before. */
export function mutated(bytes: Uint8Array, random: SeededRandom): Uint8Array {
  let spoilt = bytes;
  for (let left = 1 + random.integer(3); left > 0; left -= 1) spoilt = random.pick(MUTATIONS)(spoilt, random);
  return spoilt;
}
