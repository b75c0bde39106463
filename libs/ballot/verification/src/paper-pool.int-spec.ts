import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { BigIntArithmetic, verifyArchive } from '@plenum/ballot-crypto';
import { aBallot, forgePaper } from '@plenum/ballot-crypto/testing';
import { PaperPool, PoolBusyError, ThreadsLostError } from './paper-pool.js';
import { verifyArchiveInThreads } from './verify-archive-in-threads.js';

// Real threads: from a built worker, and as a program in one file that stands alone in an empty folder.
const folder = mkdtempSync(join(tmpdir(), 'plenum-pool-'));
jest.setTimeout(120_000); // Threads start and verify while other suites run: patience, not speed, is tested.
const bigint = new BigIntArithmetic({ bits: 8 });
const ballot = aBallot(bigint, { weights: Array.from({ length: 12 }, () => 1) });
const papers = ballot.secrets.map((_, voter) => ballot.seal(voter, [[1, 0, 0]]));
const box = ballot
  .box()
  .cast(...papers)
  .finish(1);
const content = new TextEncoder().encode(papers[0]!);
const program = join(folder, 'program.mjs');
const archive = join(folder, 'ballot.bel');
const pools: PaperPool[] = [];

function aPool(threads: number, queueMax?: number): PaperPool {
  const pool = new PaperPool({ threads, tableBits: 6, workerFile: program, ...(queueMax !== undefined && { queueMax }) });
  pools.push(pool);
  return pool;
}

/** The threads of a pool, which it keeps to itself. */
const threadsOf = (pool: PaperPool): readonly Worker[] => pool['pool']?.threads ?? [];

async function someThreadOf(pool: PaperPool): Promise<Worker> {
  for (;;) {
    const [thread] = threadsOf(pool);
    if (thread) return thread;
    await new Promise(setImmediate);
  }
}

beforeAll(() => {
  const entry = join(__dirname, '..', 'entry-of-test.mjs');
  writeFileSync(archive, box.bytes);
  const source = `
    import { readFileSync } from 'node:fs';
    import { PaperPool, verifyArchiveInThreads } from '@plenum/ballot-verification';
    export async function main() {
      const pool = new PaperPool({ threads: 2 });
      const seen = new Set();
      const archive = new Uint8Array(readFileSync(process.argv[2]));
      const { ok, state, result, check } = await verifyArchiveInThreads(archive, pool, { progress: (done) => seen.add(done) });
      console.log(JSON.stringify({ ok, state, result, check, reported: seen.size }));
      await pool.close();
    }`;
  writeFileSync(entry, source);
  try {
    const build = `import { buildOneFile } from ${JSON.stringify(join(__dirname, '..', 'one-file.mjs'))};
      const asked = { entry: ${JSON.stringify(entry)}, outfile: ${JSON.stringify(program)}, conditions: ['@plenum/source'] };
      console.log(JSON.stringify(await buildOneFile(asked)));`;
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', build], {
      encoding: 'utf8',
      cwd: join(__dirname, '..'),
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    expect(JSON.parse(stdout)).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: expect.any(Number) });
  } finally {
    rmSync(entry);
  }
});

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  rmSync(folder, { recursive: true, force: true });
});

describe('a pool of threads', () => {
  it('gives the same answers as one thread, good and bad', async () => {
    const pool = aPool(2);
    expect(await verifyArchiveInThreads(box.bytes, pool)).toEqual(verifyArchive(box.bytes, { arithmetic: bigint }));
    const bad = ballot.box().cast(...papers.slice(0, 5), forgePaper(ballot, 6, { insides: [1, 1, 0] }), ...papers.slice(7));
    expect(await verifyArchiveInThreads(bad.bytes, pool)).toMatchObject({
      ok: false,
      check: 'paper-sum-proof',
      at: 'event 6: answers[0].overall_proof',
    });
  });

  it('sends a thread the bytes of a paper, not the archive that they are a view into', async () => {
    const pool = aPool(1);
    const run = jest.spyOn(pool['pool']!, 'run');
    const archive = Buffer.concat([Buffer.alloc(1_000_000), content]);
    expect(await pool.verify(ballot.election.text, { content: archive.subarray(1_000_000) })).toMatchObject({ ok: true });
    const [[task]] = run.mock.calls as unknown as [[{ papers: { content: Uint8Array }[] }]];
    expect(task.papers.map(({ content: sent }) => sent.buffer.byteLength)).toEqual([content.length]);
  });

  it('that is closed as soon as it is made stops no thread while it loads, for which Node would abort', async () => {
    const pool = new PaperPool({ threads: 2, tableBits: 6, workerFile: program });
    await pool.close();
    expect(await pool['started']).toEqual([1, 2].map(() => ({ status: 'fulfilled', value: true })));
  });

  it('turns papers away when too many wait, and works on', async () => {
    const pool = aPool(1, 2);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => pool.verify(ballot.election.text, { content })));
    const turnedAway = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(turnedAway.every((outcome) => outcome.status === 'rejected' && outcome.reason instanceof PoolBusyError)).toBe(true);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await pool.verify(ballot.election.text, { content })).toMatchObject({ ok: true });
  });

  it('gives what a dying thread had in hand to another, and puts a new thread in its place', async () => {
    const pool = aPool(2);
    await pool.verify(ballot.election.text, { content });
    const asked = Promise.all(Array.from({ length: 60 }, () => pool.verify(ballot.election.text, { content })));
    for (let deaths = 0; deaths < 2; deaths += 1) {
      const busy = await someThreadOf(pool);
      await busy.terminate();
    }
    expect((await asked).filter(({ ok }) => ok)).toHaveLength(60);
    expect(threadsOf(pool)).toHaveLength(2);
  });

  it('gives up a task over which thread after thread dies, and works on', async () => {
    const pool = aPool(1);
    await pool.verify(ballot.election.text, { content });
    let isOver = false;
    const many = Array.from({ length: 40 }, () => content);
    const asked = pool
      .verifyAll(
        ballot.election.text,
        many.map((each) => ({ content: each })),
      )
      .finally(() => (isOver = true));
    const killed = (async () => {
      while (!isOver) await (await someThreadOf(pool)).terminate();
    })();
    await expect(asked).rejects.toThrow(ThreadsLostError);
    await killed;
    expect(await pool.verify(ballot.election.text, { content })).toMatchObject({ ok: true });
  });

  it('reports a fault of a task to its caller and works on', async () => {
    const pool = aPool(1);
    await expect(pool.verify('{}', { content })).rejects.toThrow('election-form');
    expect(await pool.verify(ballot.election.text, { content })).toMatchObject({ ok: true });
  });
});

describe('a program in one file', () => {
  it('verifies with its threads, alone in a folder with nothing but Node', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [program, archive], { encoding: 'utf8', cwd: folder, env: {} });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(JSON.parse(stdout)).toEqual({ ok: true, state: 'decided', result: [[12, 0, 0]], reported: 3 });
  });
});
