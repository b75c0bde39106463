import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '../archive/verify-archive.js';
import type { Check } from '../form/verdict.js';
import { multiplyModP } from '../group/arithmetic.js';
import { G } from '../group/belenios-2048.js';
import { BigIntArithmetic } from '../group/bigint-arithmetic.js';
import { combine } from '../tally/combination.js';
import { openTally, writeResult } from '../tally/result.js';
import { makeShare } from '../tally/share.js';
import { aBallot, BeleniosTool, type Box, resealed, seededRandomness, signedSpelling, unsignedText } from '../testing/index.js';
import { publicKeyOf, writeTrusteeKey } from '../trustees/trustee-key.js';

// BALLOT_PROTOCOL 3, row by row: belenios-tool accepts the forged archive, our verifier names what is wrong. That the tool
// accepts shows that nothing else is wrong with the forgery; where a later tool refuses one, the row may go.
const arithmetic = new BigIntArithmetic({ bits: 8 });
const tool = BeleniosTool.find();
const ballot = aBallot(arithmetic);
const random = seededRandomness('lets pass');
const [yes, no, again] = [ballot.seal(0, [[1, 0, 0]]), ballot.seal(1, [[0, 1, 0]]), ballot.seal(0, [[0, 0, 1]])] as const;

/** The sum as the tool computes it: of the papers since the last other event. */
const sumOf = (...papers: readonly string[]): Box => ballot.box().cast(...papers);

const unnamed = (spell: (paper: string) => string): string => signedSpelling(ballot, 0, spell(unsignedText(yes)));
const firstAlpha = (JSON.parse(yes) as { answers: { choices: { alpha: string }[] }[] }).answers[0]!.choices[0]!.alpha;

const rows: [what: string, check: Check, forge: () => Box][] = [
  [
    'a stray event between two papers, which drops the paper before it',
    'event-order',
    () => {
      const kept = sumOf(no);
      return ballot.box().cast(yes).close().cast(no).close().tally(kept.honestSum).share(1).decide();
    },
  ],
  ['a replayed paper, which undoes a revote', 'paper-repeated', () => ballot.box().cast(yes, again, yes).finish(1)],
  ['no EndBallots', 'event-missing', () => ballot.box().cast(yes).tally().share(1).decide()],
  [
    'a second Setup event',
    'event-repeated',
    () => {
      const { election, trusteesText, rollText } = ballot;
      return ballot.box().setupAgain({ election: election.text, trustees: trusteesText, roll: rollText }).cast(yes).finish(1);
    },
  ],
  [
    'two results, the first one false',
    'event-repeated',
    () => ballot.box().cast(yes).close().tally().share(1).decide('{"result":[[0,1,0]]}').decide(),
  ],
  [
    'a stored sum that is not the sum',
    'tally-product',
    () => {
      const honest = sumOf(yes);
      const [[first, ...rest]] = honest.honestSum.tally as [[{ alpha: bigint; beta: bigint }, ...{ alpha: bigint; beta: bigint }[]]];
      return ballot
        .box()
        .cast(yes)
        .close()
        .tally({ tally: [[{ ...first, beta: multiplyModP(first.beta, G) }, ...rest]] })
        .share(1, honest.shareText(1))
        .decide(writeResult(honest.honestResult));
    },
  ],
  ['a false number of papers', 'tally-count', () => ballot.box().cast(yes).close().tally({ counted: 77 }).share(1).decide()],
  ['a false total weight', 'tally-weight', () => ballot.box().cast(yes).close().tally({ totalWeight: 77 }).share(1).decide()],
  [
    'two shares of one trustee, the first one false',
    'share-proof',
    () => {
      const box = ballot.box().cast(yes).close().tally();
      return box
        .share(1, makeShare(arithmetic, ballot.election.fingerprint, box.honestSum.tally, 99n, random))
        .share(1)
        .decide();
    },
  ],
  ['two shares of one trustee, both right', 'share-repeated', () => ballot.box().cast(yes).close().tally().share(1).share(1).decide()],
  [
    'the credential 1, for which anybody can sign',
    'roll-identity',
    () =>
      ballot
        .box({ roll: ballot.rollText.replace('[', '["1",') })
        .cast(yes)
        .finish(1),
  ],
  [
    'the trustee key 1, which gives no secrecy',
    'trustee-key',
    () => {
      const nobody = writeTrusteeKey(publicKeyOf(arithmetic, 0n, random));
      const box = ballot
        .box({ trustees: ballot.trusteesText.replace(/\]$/, `,["Single",${JSON.stringify(nobody)}]]`) })
        .cast(yes)
        .close()
        .tally();
      const factors = makeShare(arithmetic, ballot.election.fingerprint, box.honestSum.tally, 0n, random);
      const ofFirst = box.share(1).shares;
      return box.share(2, factors).decide(writeResult(openTally(arithmetic, box.honestSum, combine(arithmetic, ballot.trustees, ofFirst))));
    },
  ],
  [
    'a number with a leading zero',
    'paper-form',
    () =>
      ballot
        .box()
        .cast(unnamed((text) => text.replace(`"alpha":"${firstAlpha}"`, `"alpha":"0${firstAlpha}"`)))
        .finish(1),
  ],
  [
    'an unknown field in an answer',
    'paper-form',
    () =>
      ballot
        .box()
        .cast(unnamed((text) => text.replace('"choices":', '"note":"for you","choices":')))
        .finish(1),
  ],
  ['a count written as a string', 'result-form', () => ballot.box().cast(yes).close().tally().share(1).decide('{"result":[["1",0,0]]}')],
  [
    'an unknown field in the result',
    'result-form',
    () => ballot.box().cast(yes).close().tally().share(1).decide('{"result":[[1,0,0]],"note":""}'),
  ],
];

describe('what belenios-tool accepts and we refuse', () => {
  it.each(rows)('%s', (_, check, forge) => {
    const { bytes } = forge();
    expect(tool.verify(bytes, ballot.election.uuid)).toMatchObject({ status: 0, warnings: [] });
    expect(verifyArchive(bytes, { arithmetic })).toMatchObject({ ok: false, check });
  });
});

describe('what both refuse', () => {
  it.each<[string, () => Box]>([
    ['a paper off the roll', () => ballot.box({ roll: '[]' }).cast(yes).finish(1)],
    [
      'a paper signed by another',
      () =>
        ballot
          .box()
          .cast(
            resealed(ballot, 1, {
              credential: (JSON.parse(yes) as { credential: string }).credential,
              answers: (JSON.parse(yes) as { answers: object }).answers,
            }),
          )
          .finish(1),
    ],
    ['a wrong result', () => ballot.box().cast(yes).close().tally().share(1).decide('{"result":[[0,1,0]]}')],
  ])('%s', (_, forge) => {
    const { bytes } = forge();
    expect(tool.verify(bytes, ballot.election.uuid).status).not.toBe(0);
    expect(verifyArchive(bytes, { arithmetic }).ok).toBe(false);
  });
});

it("the tool is to be had without being installed: Debian's package, unpacked", () => {
  const cache = join(mkdtempSync(join(tmpdir(), 'plenum-unpacked-')), 'tool');
  try {
    expect(BeleniosTool.unpacked(cache).verify(ballot.box().cast(yes).finish(1).bytes, ballot.election.uuid)).toMatchObject({
      isAccepted: true,
    });
  } finally {
    rmSync(join(cache, '..'), { recursive: true, force: true });
  }
});
