import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type ArchiveVerdict, makeShare, readPrivateKey, verifyElection } from '@plenum/ballot-crypto';
import { PaperPool, verifyArchiveInThreads } from '@plenum/ballot-verification';
import { Refused } from '../lib/api-client.js';
import { repositoryRoot } from '../lib/repository.js';
import { sealInThreads } from '../lib/sealing.js';
import { arithmetic, BallotService, type BenchVote, longestWaitDuring } from './lib/ballot-service.js';
import { Devices } from './lib/devices.js';
import { figureOf, median, note, printFigures, type Samples } from './lib/figures.js';

// npm run bench -- ballot [--json] [--rounds N] [--papers N] [--seconds N] [--burst N] [--tally N]; smaller numbers for a first look.
const { values: given } = parseArgs({
  options: {
    json: { type: 'boolean' },
    rounds: { type: 'string' },
    papers: { type: 'string' },
    seconds: { type: 'string' },
    burst: { type: 'string' },
    tally: { type: 'string' },
  },
});
const ROUNDS = Number(given.rounds ?? 7); // Of throughput, in turns with the bare library.
const PAPERS = Number(given.papers ?? 400); // A round: some two seconds on two cores.
const SECONDS = Number(given.seconds ?? 20); // At half load.
const BURST = Number(given.burst ?? 2_000);
const TALLY = Number(given.tally ?? 5_000);
const THREADS = 2;
const AT_ONCE = 48; // Enough that no thread ever waits for a paper; more would only wait in line.
const VOTERS = 200;
const TABLE_BITS = 8; // As the service has it.
const WORKER = join(repositoryRoot(), 'libs/ballot/verification/dist/paper-worker.js');

const service = await BallotService.start(THREADS);
const pool = new PaperPool({ threads: THREADS, tableBits: TABLE_BITS, workerFile: WORKER, queueMax: 100_000 });
try {
  const vote = await service.openVote(VOTERS);
  const throughput = await benchThroughput(vote);
  const half = median(throughput.samples) / 2;
  printFigures([
    ...[throughput.ours, throughput.bare].map(figureOf),
    ...(await benchHalfLoad(vote, half)),
    ...(await benchBurst(vote)),
    ...(await benchTally()),
  ]);
} finally {
  await pool.close();
  await service.stop();
}

/** Papers that no two are alike, of the voters in turn. */
async function papersOf({ election, secrets }: BenchVote, count: number): Promise<readonly string[]> {
  const orders = Array.from({ length: count }, (_, nth) => ({
    secret: secrets[nth % secrets.length] as bigint,
    choices: [[0, 1, 2].map((answer) => Number(answer === nth % 3))],
  }));
  return (await sealInThreads(election, orders)).map(({ text }) => text);
}

/** The bare library on the same cores: the same papers, in as many threads as the service has, without HTTP, database or board. */
async function verifyBare({ election }: BenchVote, papers: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const outcomes = await pool.verifyAll(
    election,
    papers.map((paper) => ({ content: Buffer.from(paper) })),
  );
  if (outcomes.length !== papers.length || !outcomes.every(({ ok }) => ok)) throw new Error('the bare library refuses a paper');
  return papers.length / ((performance.now() - startedAt) / 1000);
}

async function castThrough(vote: BenchVote, papers: readonly string[]): Promise<number> {
  const devices = new Devices(vote, AT_ONCE);
  try {
    return papers.length / (await devices.castAll(papers, AT_ONCE)).seconds;
  } finally {
    devices.close();
  }
}

async function benchThroughput(
  vote: BenchVote,
): Promise<{ readonly ours: Samples; readonly bare: Samples; readonly samples: readonly number[] }> {
  note('throughput: warming up');
  const warmUp = await papersOf(vote, PAPERS);
  await verifyBare(vote, warmUp);
  await castThrough(vote, warmUp);
  const [ours, bare]: [number[], number[]] = [[], []];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const papers = await papersOf(vote, PAPERS);
    // Who comes first changes from round to round.
    const turns = [async () => void ours.push(await castThrough(vote, papers)), async () => void bare.push(await verifyBare(vote, papers))];
    for (const turn of round % 2 === 0 ? turns.reverse() : turns) await turn();
    note(
      `throughput: round ${round} of ${ROUNDS}: ${ours.at(-1)?.toFixed(0)} through HTTP against ${bare.at(-1)?.toFixed(0)} papers/s of the bare library`,
    );
  }
  return {
    ours: { name: `sealed papers (a) accepted through HTTP, ${THREADS} threads`, unit: 'papers/s', samples: ours, against: bare },
    bare: { name: `the bare library, ${THREADS} threads`, unit: 'papers/s', samples: bare },
    samples: ours,
  };
}

async function benchHalfLoad(vote: BenchVote, perSecond: number) {
  note(`half load: ${perSecond.toFixed(0)} papers/s for ${SECONDS} s`);
  const papers = await papersOf(vote, Math.ceil(perSecond * SECONDS));
  const devices = new Devices(vote, 1_000);
  try {
    const latencies = [...(await devices.castAtRate(papers, perSecond)).latencies].sort((a, b) => a - b);
    const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.ceil(latencies.length * share) - 1)] as number;
    return [0.5, 0.99].map((share) =>
      figureOf({ name: `acknowledgement at ${perSecond.toFixed(0)} papers/s, p${share * 100}`, unit: 'ms', samples: [at(share)] }),
    );
  } finally {
    devices.close();
  }
}

async function benchBurst(vote: BenchVote) {
  const papers = await papersOf(vote, BURST);
  const before = await service.stored(vote);
  note(`burst: ${BURST} papers at once`);
  const devices = new Devices(vote, BURST);
  try {
    const { seconds, turnedAway } = await devices.castAll(papers, BURST);
    const stored = (await service.stored(vote)) - before;
    if (stored !== BURST) throw new Error(`${BURST} papers were acknowledged and ${stored} are stored`);
    return [
      figureOf({ name: `burst of ${BURST}: all acknowledged and stored after`, unit: 's', samples: [seconds] }),
      figureOf({ name: `burst of ${BURST}: told to send again`, unit: 'times', samples: [turnedAway] }),
    ];
  } finally {
    devices.close();
  }
}

/** Closing, shares and count of a large vote; a look at an endpoint at the same time tells whether anybody else has to wait. */
async function benchTally() {
  note(`tally: ${TALLY} papers of as many voters`);
  const vote = await service.openVote(TALLY);
  await castThrough(vote, await papersOf(vote, TALLY));
  if ((await service.stored(vote)) !== TALLY) throw new Error('papers were lost');
  const figures: Samples[] = [];
  const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    const startedAt = performance.now();
    const longestMs = await longestWaitDuring(service.url, work);
    figures.push({ name: `${TALLY} papers: ${what}`, unit: 's', samples: [(performance.now() - startedAt) / 1000] });
    figures.push({ name: `${TALLY} papers: longest wait of others meanwhile (${what})`, unit: 'ms', samples: [longestMs] });
    note(`tally: ${what} ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  };
  await timed('closing', () => vote.organiser.decide(`${vote.path}/closing`, {}));
  const archive = await vote.organiser.download(`${vote.path}/board/archive`);
  const startedAt = performance.now();
  const verdict = (await verifyArchiveInThreads(archive, pool, { arithmetic })) as Extract<ArchiveVerdict, { ok: true }>;
  if (!verdict.ok || !verdict.sum) throw new Error('a scrutineer refuses the archive');
  figures.push({
    name: `${TALLY} papers: a scrutineer verifies the archive, ${THREADS} threads`,
    unit: 's',
    samples: [(performance.now() - startedAt) / 1000],
  });
  const election = verifyElection(vote.election);
  if (!election.ok) throw new Error(election.reason);
  for (const [nth, { person, key }] of vote.scrutineers.entries()) {
    const share = makeShare(arithmetic, election.election.fingerprint, verdict.sum.tally, readPrivateKey(key.privateKey));
    await timed(nth + 1 < vote.scrutineers.length ? 'first share' : 'last share', () => person.post(`${vote.path}/shares`, { share }));
  }
  await timed('from there until two programs accept the whole, and the count', () => countOnceOpen(vote));
  return figures.map(figureOf);
}

/** A large box is opened after its last share was answered; until then the count says so. */
async function countOnceOpen({ teller, path }: BenchVote): Promise<void> {
  for (;;) {
    try {
      return void (await teller.post(`${path}/count`, {}));
    } catch (refused) {
      if (!(refused instanceof Refused) || refused.code !== 'ballot.box-opening') throw refused;
      await pause(500);
    }
  }
}
