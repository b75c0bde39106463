import { type Arithmetic, verifyArchive, verifyPaper } from '@plenum/ballot-crypto';
import { aBallot, ONE_OF_THREE, resealed, signedSpelling, type TestBallot, unsignedText } from '@plenum/ballot-crypto/testing';
import { serverArithmetic } from '@plenum/ballot-verification';
import { type SeededRandom, seededRandom } from '@plenum/test-kit';
import { mutated } from './mutations.js';

/**
 * Hostile input: papers and archives spoilt at random go through the strict verifier, which must refuse every one with a named
 * check, and neither throw, nor hang, nor keep memory. `node main.js [RUNS [SEED]]`; the seed repeats a run.
 */
const RUNS_DEFAULT = 200_000;
const ARCHIVE_SHARE = 20; // Every 20th is an archive.
const SIGNED_SHARE = 500; // Every 500th paper is signed by the forger after it was spoilt, so that only the proofs can catch it.
const REPORT_EVERY = 20_000;
const ONE_TAKES_MAX_MS = 5_000; // On a crowded machine, too: a refusal takes milliseconds.
const GROWTH_BYTES_MAX = 64 * 1024 * 1024;

interface Finding {
  readonly run: number;
  readonly what: string;
}

const [runs = RUNS_DEFAULT, seed = 20_260_101] = process.argv.slice(2).map(Number);

function fuzz(arithmetic: Arithmetic, random: SeededRandom): { findings: Finding[]; refusals: Map<string, number>; growth: number } {
  const findings: Finding[] = [];
  const refusals = new Map<string, number>();
  const ballot = aBallot(arithmetic, {
    questions: [ONE_OF_THREE, { answers: ['a', 'b', 'c', 'd'], min: 1, max: 2, blank: true }],
    weights: [1, 2, 1],
    thresholdTrustees: { size: 3, threshold: 2 },
    singles: 1,
  });
  const papers = [0, 1, 2].map((voter) => ballot.seal(voter, [[1, 0, 0], voter === 0 ? 'blank' : [0, 1, 1, 0]]));
  const archive = ballot
    .box()
    .cast(...papers)
    .finish(1, 2, 3).bytes;
  const bytes = papers.map((paper) => new TextEncoder().encode(paper));
  const settled = settledMemory();

  for (let run = 1; run <= runs; run += 1) {
    const startedAt = performance.now();
    try {
      const verdict = run % ARCHIVE_SHARE === 0 ? tryArchive(archive, arithmetic, random) : tryPaper(ballot, papers, bytes, run, random);
      if (verdict !== null) refusals.set(verdict, (refusals.get(verdict) ?? 0) + 1);
    } catch (error) {
      findings.push({ run, what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    const tookMs = performance.now() - startedAt;
    if (tookMs > ONE_TAKES_MAX_MS) findings.push({ run, what: `took ${Math.round(tookMs)} ms` });
    if (run % REPORT_EVERY === 0) process.stderr.write(`${run} of ${runs}\n`);
  }
  return { findings, refusals, growth: settledMemory() - settled };
}

/** @returns the check that refused, or null where the bytes happened to be as before. @throws Error when spoilt bytes are accepted */
function tryArchive(archive: Uint8Array, arithmetic: Arithmetic, random: SeededRandom): string | null {
  const spoilt = mutated(archive, random);
  if (Buffer.compare(spoilt, archive) === 0) return null;
  const verdict = verifyArchive(spoilt, { arithmetic });
  // Cut at the end of a record, an archive is an earlier state of itself: that is what `since` is for.
  if (verdict.ok && !isBeginningOf(spoilt, archive)) throw new Error('a spoilt archive is accepted');
  return verdict.ok ? 'accepted as an earlier state' : verdict.check;
}

function tryPaper(
  ballot: TestBallot,
  papers: readonly string[],
  bytes: readonly Uint8Array[],
  run: number,
  random: SeededRandom,
): string | null {
  const voter = random.integer(papers.length);
  const paper = papers[voter] ?? '';
  const content = run % SIGNED_SHARE === 1 ? signedAgain(ballot, voter, paper, random) : mutated(bytes[voter] ?? new Uint8Array(), random);
  if (Buffer.from(content).toString('latin1') === Buffer.from(paper).toString('latin1')) return null;
  const verdict = verifyPaper(ballot.election, ballot.bases, content);
  if (verdict.ok) throw new Error('a spoilt paper is accepted');
  return verdict.check;
}

/** What the voter's own malicious device could send: spoilt answers under a right hash and a right signature. */
function signedAgain(ballot: TestBallot, voter: number, paper: string, random: SeededRandom): string {
  const unsigned = unsignedText(paper);
  if (random.integer(2) === 0)
    return signedSpelling(ballot, voter, Buffer.from(mutated(new TextEncoder().encode(unsigned), random)).toString('utf8'));
  const { answers } = JSON.parse(paper) as { answers: { choices: { alpha: string; beta: string }[] }[] };
  const cell = random.pick(random.pick(answers).choices);
  cell.beta = (BigInt(cell.beta) + BigInt(1 + random.integer(9))).toString();
  const { signature: _signature, ...fields } = JSON.parse(paper) as Record<string, unknown>;
  return resealed(ballot, voter, { ...fields, answers });
}

const isBeginningOf = (bytes: Uint8Array, whole: Uint8Array): boolean => Buffer.compare(bytes, whole.subarray(0, bytes.length)) === 0;

/** Bytes in use after a collection; without `--expose-gc` what is in use now. */
function settledMemory(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

const { findings, refusals, growth } = fuzz(serverArithmetic({ bits: 8 }), seededRandom(seed));
for (const [check, count] of [...refusals].sort(([, a], [, b]) => b - a)) process.stdout.write(`${String(count).padStart(9)}  ${check}\n`);
for (const { run, what } of findings.slice(0, 10)) process.stdout.write(`run ${run} of seed ${seed}: ${what}\n`);
const isLeaking = growth > GROWTH_BYTES_MAX;
process.stdout.write(`${runs} inputs of seed ${seed}: ${findings.length} findings; memory grew by ${Math.round(growth / 1024)} KiB\n`);
const failed = findings.length + (isLeaking ? 1 : 0);
process.stdout.write(`${failed === 0 ? 1 : 0} passed, ${failed} failed\n`);
if (failed > 0) process.exitCode = 1;
