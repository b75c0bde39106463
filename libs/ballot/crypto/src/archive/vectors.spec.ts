import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { hexHash } from '../group/hashing.js';
import { aBallot, seededRandomness } from '../testing/index.js';
import { sealPaper } from '../paper/seal-paper.js';
import { verifyArchive } from './verify-archive.js';

// Archives that belenios-tool 2.0 made from keys to result, kept as they were: they pin the format where the tool is not at hand.
const VECTORS = join(__dirname, '../../vectors');
const arithmetic = new BigIntArithmetic({ bits: 8 });
const expected = JSON.parse(readFileSync(join(VECTORS, 'expected.json'), 'utf8')) as Record<string, object>;

it.each(Object.entries(expected))('%s says what it said when it was made', (name, saying) => {
  expect(verifyArchive(new Uint8Array(readFileSync(join(VECTORS, name))), { arithmetic })).toMatchObject({ ok: true, ...saying });
});

it('a paper sealed from known chance has known bytes', () => {
  const ballot = aBallot(arithmetic, { questions: [{ answers: ['yes', 'no'], min: 1, max: 1, blank: true }], seed: 'vector' });
  const { text, tracker } = sealPaper(ballot.election, ballot.bases, ballot.secrets[0]!, [[1, 0]], seededRandomness('paper'));
  expect({ tracker, hash: hexHash(text) }).toMatchInlineSnapshot(`
{
  "hash": "48b9c35a9ca83060fc78f58c4b81f0ba7c46fc344a052b99d2c6f32d1ac25d8e",
  "tracker": "SLnDWpyoMGD8ePWMS4HwunxG/DRKBSuZ0sbzLRrCXY4",
}
`);
});
