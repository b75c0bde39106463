import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBallot, type Box, ONE_OF_THREE, type TestBallot } from '@plenum/ballot-crypto/testing';
import { appendMarks, BigIntArithmetic, joined, sealThreeWay, startSidecar } from '@plenum/ballot-crypto';
import { verify } from './verify.js';

const YES = [[1, 0, 0]];
const NO = [[0, 1, 0]];

describe('the verify command', () => {
  const arithmetic = new BigIntArithmetic({ bits: 5 });
  let folder: string;
  let ballot: TestBallot;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'plenum-verify-'));
    ballot = aBallot(arithmetic, { questions: [ONE_OF_THREE], weights: [1, 1] });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const file = (name: string, bytes: Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };
  const run = async (...argv: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const status = await verify(argv, { out: (line) => out.push(line), err: (line) => err.push(line) }, { threads: 0, tableBits: 5 });
    return { status, err, lines: out.map((line) => JSON.parse(line) as Record<string, unknown>) };
  };
  const cast = (): Box => ballot.box().cast(ballot.seal(0, YES), ballot.seal(1, NO));

  it.each([
    ['setup', () => ballot.box(), 0, null],
    ['open', () => cast(), 2, null],
    ['closed', () => cast().close(), 2, null],
    ['decided', () => cast().close().tally().share(1).decide(), 2, [[1, 1, 0]]],
  ])('accepts an archive that is %s', async (state, make, papers, result) => {
    const box = make();
    const { status, lines, err } = await run(file(`${state}.bel`, box.bytes));
    expect(lines).toEqual([
      {
        file: join(folder, `${state}.bel`),
        ok: true,
        fingerprint: ballot.election.fingerprint,
        head: box.head.hash,
        voters: 2,
        papers,
        counted: papers,
        result,
        state,
      },
    ]);
    expect({ status, err }).toEqual({ status: 0, err: [] });
  });

  it('names the check that refuses, goes on with the next archive, and exits 1', async () => {
    const replayed = ballot.seal(0, YES);
    const bad = file('replay.bel', ballot.box().cast(replayed, ballot.seal(0, NO), replayed).bytes);
    const good = file('good.bel', cast().bytes);
    const { status, lines } = await run(bad, good);
    expect(lines.map(({ ok, check }) => [ok, check])).toEqual([
      [false, 'paper-repeated'],
      [true, undefined],
    ]);
    expect(lines[0]).toMatchObject({ result: null, state: null, reason: expect.stringContaining('replay') });
    expect(status).toBe(1);
  });

  it('proves that an archive extends an earlier one, given as a file or as its head', async () => {
    const box = ballot.box().cast(ballot.seal(0, YES));
    const earlier = file('earlier.bel', box.bytes);
    const head = box.head.hash;
    const later = file('later.bel', box.cast(ballot.seal(1, NO)).bytes);
    const other = file('other.bel', cast().bytes);
    expect((await run('--since', earlier, later)).status).toBe(0);
    expect((await run('--since', head, later)).status).toBe(0);
    const rewritten = await run(other, '--since', earlier);
    expect([rewritten.status, rewritten.lines[0]?.check]).toEqual([1, 'since-extension']);
  });

  it('checks the outside proofs of three-way marks', async () => {
    const persons = { answers: ['甲', '乙'], min: 0 };
    const election = aBallot(arithmetic, {
      questions: [
        { ...persons, max: 1 },
        { ...persons, max: 2 },
      ],
      weights: [1],
    });
    const pairs = [{ approve: 0, against: 1 }];
    const { text, marks } = sealThreeWay(
      election.election,
      election.bases,
      election.secrets[0]!,
      [
        [1, 0],
        [0, 1],
      ],
      pairs,
      election.random,
    );
    const archive = file('three-way.bel', election.box().cast(text).bytes);
    const start = startSidecar(election.election, pairs);
    const line = appendMarks(start.end, text, marks);
    const log = joined([start.bytes, line.bytes]);
    const sidecar = file('three-way.log', log);
    const cut = file('cut.log', start.bytes);
    expect((await run('--sidecar', sidecar, archive)).status).toBe(0);
    const missing = await run('--sidecar', cut, archive);
    expect([missing.status, missing.lines[0]?.check]).toEqual([1, 'sidecar-paper']);
  });

  it('warns, without refusing, of a roll whose order may be that of the persons', async () => {
    const [first, second] = JSON.parse(ballot.rollText) as string[] as [string, string];
    const unsorted = file('unsorted.bel', ballot.box({ roll: JSON.stringify([second, first]) }).bytes);
    const { status, err } = await run(unsorted);
    expect(status).toBe(0);
    expect(err).toEqual([expect.stringContaining('roll of persons')]);
  });

  it('says which file it cannot read, verifies the others, and exits 2', async () => {
    const missing = join(folder, 'missing.bel');
    const { status, lines, err } = await run(missing, file('there.bel', cast().bytes));
    expect(lines.map(({ ok }) => ok)).toEqual([true]);
    expect({ status, err }).toEqual({ status: 2, err: [`verify: ${missing}: cannot be read (ENOENT)`] });
  });

  it.each([[[]], [['--elsewhere', 'a.bel']], [['--since', 'a.bel', 'b.bel', 'c.bel']], [['--threads', 'many', 'a.bel']]])(
    'explains itself when it is called with %j',
    async (argv) => {
      const { status, lines, err } = await run(...argv);
      expect({ status, lines }).toEqual({ status: 2, lines: [] });
      expect(err).toEqual([expect.stringContaining('--sidecar')]);
    },
  );
});
