import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BigIntArithmetic } from '@plenum/ballot-crypto';
import { aBallot, type Box, forgePaper, resealed } from '@plenum/ballot-crypto/testing';
import { repositoryRoot } from './repository.js';

// Writes the archives by which a foreign verifier is tested before it is believed: `node out-tsc/lib/self-test-archives.js`.
const LINE = 1_000; // A file of data: few lines rather than narrow ones.
const ballot = aBallot(new BigIntArithmetic({ bits: 8 }), { seed: 'self-test of a foreign verifier' });
const [yes, no] = [ballot.seal(0, [[1, 0, 0]]), ballot.seal(1, [[0, 1, 0]])];
const { credential } = JSON.parse(yes) as { credential: string };
const { answers } = JSON.parse(yes) as { answers: { overall_proof: { response: string }[] }[] };

/** The paper's overall proof with one response that is one too large. */
function withSpoiltProof(): string {
  const [proof] = answers[0]?.overall_proof ?? [];
  if (proof) proof.response = (BigInt(proof.response) + 1n).toString();
  return resealed(ballot, 0, { answers });
}

const FORGED: Readonly<Record<string, () => Box>> = {
  'proof-that-does-not-hold': () => ballot.box().cast(withSpoiltProof(), no).finish(1),
  'choice-worth-two': () =>
    ballot
      .box()
      .cast(forgePaper(ballot, 0, { insides: [2, 0, 0] }), no)
      .finish(1),
  'signature-of-another-voter': () =>
    ballot
      .box()
      .cast(resealed(ballot, 1, { credential, answers: (JSON.parse(yes) as { answers: object }).answers }))
      .finish(1),
  'result-that-was-not-counted': () => ballot.box().cast(yes, no).close().tally().share(1).decide('{"result":[[0,2,0]]}'),
};

const archives = { good: () => ballot.box().cast(yes, no).finish(1), ...FORGED };
const entries = Object.entries(archives).map(([name, make]) => {
  const text = gzipSync(make().bytes, { level: 9 }).toString('base64');
  const lines = text.match(new RegExp(`.{1,${LINE - 8}}`, 'g')) ?? [];
  return `  '${name}':\n${lines.map((line) => `    '${line}'`).join(' +\n')},`;
});
writeFileSync(
  join(repositoryRoot(), 'libs/ballot/verification/src/foreign/self-test-archives.ts'),
  `// Made by test/lib/self-test-archives.ts: archives of one election of the group BELENIOS-2048, gzip in base64. None holds a secret.\n\n/** The election's id. */\nexport const SELF_TEST_ELECTION = '${ballot.election.uuid}';\n\n/** A good archive, and forgeries by what is wrong with them. */\nexport const SELF_TEST_ARCHIVES: Readonly<Record<string, string>> = {\n${entries.join('\n')}\n};\n`,
);
