import {
  appendMarks,
  BigIntArithmetic,
  type Board,
  joined,
  sealThreeWay,
  shortHash,
  startSidecar,
  verifyArchive,
  verifyChain,
} from '@plenum/ballot-crypto';
import { aBallot, forgePaper } from '@plenum/ballot-crypto/testing';
import { PaperPool } from './paper-pool.js';
import { verifyPapers } from './paper-worker.js';
import { verifyArchiveInThreads } from './verify-archive-in-threads.js';

// Without threads: what the pool does with papers. With threads: paper-pool.int-spec.ts.
jest.setTimeout(120_000); // Threads start and verify while other suites run: patience, not speed, is tested.
const bigint = new BigIntArithmetic({ bits: 8 });
const ballot = aBallot(bigint, { weights: Array.from({ length: 10 }, () => 1) });
const papers = ballot.secrets.map((_, voter) => ballot.seal(voter, [[voter % 2, 1 - (voter % 2), 0]]));
const forged = forgePaper(ballot, 0, { insides: [1, 1, 0] });
const pool = new PaperPool({ threads: 0, tableBits: 6 });
const contentOf = (text: string) => ({ content: new TextEncoder().encode(text) });

describe('a pool', () => {
  it('verifies one paper and says whose it is, or why not', async () => {
    const { credential } = JSON.parse(papers[0]!) as { credential: string };
    expect(await pool.verify(ballot.election.text, contentOf(papers[0]!))).toEqual({ ok: true, credential });
    expect(await pool.verify(ballot.election.text, contentOf(forged))).toMatchObject({ ok: false, check: 'paper-sum-proof' });
  });

  it('verifies many, gives outcomes in order and tells how far it is', async () => {
    const progress = jest.fn();
    const outcomes = await pool.verifyAll(ballot.election.text, papers.map(contentOf), { progress });
    expect(outcomes.map((outcome) => outcome.ok && outcome.credential)).toEqual(
      papers.map((text) => (JSON.parse(text) as { credential: string }).credential),
    );
    expect(progress).toHaveBeenLastCalledWith(10, 10);
  });

  it('ends at the first paper refused', async () => {
    const outcomes = await pool.verifyAll(ballot.election.text, [...papers.slice(0, 5), forged, forged, papers[6]!].map(contentOf));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
  });

  it('verifies single papers together where they wait, and tells each its own: one that cannot be read takes no other with it', async () => {
    const other = aBallot(bigint, { questions: [{ answers: ['甲', '乙'], min: 0, max: 1 }] });
    const unreadable = { content: null as unknown as Uint8Array };
    const run = jest.spyOn(pool as unknown as { run: (election: string, papers: readonly unknown[]) => unknown }, 'run');
    const asked = [papers[0], papers[1], papers[2], forged, papers[3], papers[4]].map((text) =>
      pool.verify(ballot.election.text, contentOf(text!)),
    );
    asked.push(
      pool.verify(other.election.text, contentOf(other.seal(0, [[1, 0]]))),
      ...[contentOf(papers[5]!), unreadable, contentOf(papers[6]!)].map((each) => pool.verify(ballot.election.text, each)),
    );
    expect((await Promise.allSettled(asked)).map((each) => (each.status === 'fulfilled' ? each.value.ok : 'nothing'))).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
      true,
      true,
      'nothing',
      true,
    ]);
    // Two at once, four that waited, one of another election, three of which one had to be left out.
    expect(run.mock.calls.map(([, together]) => together.length)).toEqual([1, 1, 4, 1, 3, 1, 1, 1]);
  });

  it('refuses to work on an election that is not one', async () => {
    await expect(pool.verify('{}', contentOf(papers[0]!))).rejects.toThrow('election-form');
    expect(() => verifyPapers({ election: 'x', papers: [], tableBits: 4 })).toThrow(TypeError);
  });

  it('needs its threads built', () => {
    expect(() => new PaperPool({ threads: 1, workerFile: '/nowhere/paper-worker.js' })).toThrow('build first');
  });
});

describe('a whole archive', () => {
  const box = ballot
    .box()
    .cast(...papers)
    .finish(1);

  it('gets the same answer as in one thread', async () => {
    expect(await verifyArchiveInThreads(box.bytes, pool)).toEqual(verifyArchive(box.bytes, { arithmetic: bigint }));
    const bad = ballot.box().cast(papers[1]!, forged, forgePaper(ballot, 2, { insides: [2, -1, 0] }));
    expect(await verifyArchiveInThreads(bad.bytes, pool)).toEqual(verifyArchive(bad.bytes, { arithmetic: bigint }));
    expect(await verifyArchiveInThreads(box.bytes.slice(0, 700), pool)).toEqual(
      verifyArchive(box.bytes.slice(0, 700), { arithmetic: bigint }),
    );
  });

  it('is verified with its outside proofs', async () => {
    const persons = ['甲', '乙'];
    const threeWay = aBallot(bigint, {
      questions: [
        { answers: persons, min: 0, max: 1 },
        { answers: persons, min: 0, max: 2 },
      ],
    });
    const pairs = [{ approve: 0, against: 1 }];
    const sealed = [0, 1].map((voter) =>
      sealThreeWay(
        threeWay.election,
        threeWay.bases,
        threeWay.secrets[voter]!,
        [
          [1, 0],
          [0, 1],
        ],
        pairs,
      ),
    );
    const archive = threeWay.box().cast(...sealed.map(({ text }) => text)).bytes;
    const log = (marks: readonly string[]): Uint8Array => {
      const pieces = [startSidecar(threeWay.election, pairs)];
      sealed.forEach(({ text }, index) => pieces.push(appendMarks(pieces[index]!.end, text, marks[index]!)));
      return joined(pieces.map(({ bytes }) => bytes));
    };
    const marks = sealed.map((paper) => paper.marks);
    expect(await verifyArchiveInThreads(archive, pool, { sidecar: log(marks) })).toMatchObject({ ok: true });
    const exchanged = { sidecar: log([...marks].reverse()) };
    expect(await verifyArchiveInThreads(archive, pool, exchanged)).toMatchObject({
      check: 'sidecar-proof',
      at: 'event 1: sidecar: proofs[0][0]',
    });
  });

  it('is compared with an earlier snapshot', async () => {
    expect(await verifyArchiveInThreads(box.bytes, pool, { since: shortHash('x') })).toMatchObject({ check: 'since-extension' });
    expect(await verifyArchiveInThreads(box.bytes, pool, { since: box.head.hash })).toMatchObject({ ok: true, state: 'decided' });
  });
});

describe('the sum of an archive', () => {
  const cast = ballot.box().cast(...papers);

  it('is that of the papers, and says where the archive ends', async () => {
    const { board } = verifyChain(cast.bytes) as { board: Board };
    const summed = await pool.sum(cast.bytes);
    expect(summed).toMatchObject({
      ok: true,
      head: board.head,
      timestampS: board.timestampS,
      papers: 10,
      fingerprint: ballot.election.fingerprint,
      shares: [],
      sum: { counted: 10 },
    });
    const finished = verifyArchive(cast.close().tally().bytes, { arithmetic: bigint });
    expect(summed.ok && finished.ok && summed.sum).toEqual(finished.ok && finished.sum);
  });

  it('is refused of an archive that is not in order', async () => {
    const cut = cast.bytes.slice(0, cast.bytes.length - 512);
    expect(await pool.sum(cut)).toMatchObject({ ok: false });
  });
});
