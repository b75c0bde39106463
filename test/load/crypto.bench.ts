import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Choices, type Question, verifyArchive } from '@plenum/ballot-crypto';
import { aBallot, BeleniosTool, ONE_OF_THREE, type TestBallot } from '@plenum/ballot-crypto/testing';
import { serverArithmetic } from '@plenum/ballot-verification';
import { repositoryRoot } from '../lib/repository.js';
import { figureOf, note, printFigures, type Samples } from './lib/figures.js';

const ROUNDS = 7;
const SLOPE_PAPERS = 40; // Enough that a paper's time stands out of the start of a program.
const MORE_QUESTIONS = 8;
const ARCHIVE_PAPERS = 500;
const ARCHIVE_ROUNDS = 3;
const THREADS = '2';

interface Shape {
  readonly name: string;
  readonly question: Partial<Question>;
  /** What the voter of this number marks. */
  readonly choices: (voter: number) => Choices;
}

/** The two shapes of BALLOT_PROTOCOL 4. */
const SHAPES: readonly Shape[] = [
  {
    name: '(a) 3 answers, one mark',
    question: ONE_OF_THREE,
    choices: (voter) => [[0, 1, 2].map((answer) => (answer === voter % 3 ? 1 : 0))],
  },
  {
    name: '(b) 12 answers, at most 9',
    question: { answers: Array.from({ length: 12 }, (_, i) => `candidate ${i + 1}`), min: 0, max: 9 },
    choices: (voter) => [Array.from({ length: 12 }, (_, answer) => ((answer + voter) % 12 < 9 ? 1 : 0))],
  },
];

const arithmetic = serverArithmetic(); // As the service's threads have it.
const tool = BeleniosTool.find();
const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-crypto-'));

/** How long the work takes, in milliseconds. */
function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function archiveOf(ballot: TestBallot, papers: readonly string[]): Uint8Array {
  return ballot.box().cast(...papers).bytes;
}

/** The tool's time for an archive in a folder of its own; it must accept it. */
function toolVerify(name: string, uuid: string, archive: Uint8Array): () => number {
  const home = mkdtempSync(join(folder, name));
  writeFileSync(join(home, `${uuid}.bel`), archive);
  return () =>
    timed(() => {
      const { status, output } = tool.run(['election', 'verify', '--dir', home]);
      if (status !== 0) throw new Error(`belenios-tool refuses our archive: ${output}`);
    });
}

function ourVerify(archive: Uint8Array): () => number {
  return () =>
    timed(() => {
      const verdict = verifyArchive(archive, { arithmetic });
      if (!verdict.ok) throw new Error(`we refuse our own archive: ${verdict.check} at ${verdict.at}`);
    });
}

/** The tool's time to seal a paper of an election that asks the question so many times: start, sealing, and a check of its own work. */
function toolSeal({ name, question, choices }: Shape, times: number): () => number {
  const repeat = <T>(value: T): T[] => Array.from({ length: times }, () => value);
  const ballot = aBallot(arithmetic, { questions: repeat(question), weights: [1], seed: `${name} ${times}` });
  const home = mkdtempSync(join(folder, 'create'));
  writeFileSync(join(home, `${ballot.election.uuid}.bel`), ballot.box().bytes);
  writeFileSync(join(home, 'code.txt'), `${ballot.codes[0]}\n`);
  writeFileSync(join(home, 'choices.json'), JSON.stringify(repeat(choices(0)).flat()));
  const args = ['election', 'generate-ballot', '--dir', home, '--privcred', join(home, 'code.txt'), '--ballot', join(home, 'choices.json')];
  return () => timed(() => tool.ask(args));
}

function benchShape(shape: Shape): Samples[] {
  const ballot = aBallot(arithmetic, {
    questions: [shape.question],
    weights: Array.from({ length: SLOPE_PAPERS }, () => 1),
    seed: shape.name,
  });
  const papers = Array.from({ length: SLOPE_PAPERS }, (_, voter) => ballot.seal(voter, shape.choices(voter)));
  const { uuid } = ballot.election;
  const [full, bare] = [archiveOf(ballot, papers), archiveOf(ballot, papers.slice(0, 1))];
  const more = SLOPE_PAPERS - 1;
  const [ourFull, ourBare] = [ourVerify(full), ourVerify(bare)];
  const [toolFull, toolBare] = [toolVerify('full', uuid, full), toolVerify('bare', uuid, bare)];
  const [sealOne, sealMany] = [toolSeal(shape, 1), toolSeal(shape, 1 + MORE_QUESTIONS)];

  const [verifyOurs, verifyTheirs, createOurs, createTheirs]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const theirs = (toolFull() - toolBare()) / more;
    const ours = (ourFull() - ourBare()) / more;
    verifyTheirs.push(theirs);
    verifyOurs.push(ours);
    createOurs.push(timed(() => papers.forEach((_, voter) => ballot.seal(voter, shape.choices(voter)))) / SLOPE_PAPERS);
    // What one more question costs, less its check: the start of the program and the signature are left out, in the tool's favour.
    createTheirs.push((sealMany() - sealOne()) / MORE_QUESTIONS - theirs);
  }
  note(`${shape.name}: ${ROUNDS} rounds of ${SLOPE_PAPERS} papers`);
  return [
    { name: `verify ${shape.name}`, unit: 'ms a paper', samples: verifyOurs, against: verifyTheirs },
    { name: `belenios-tool verify ${shape.name}`, unit: 'ms a paper', samples: verifyTheirs },
    { name: `create ${shape.name}`, unit: 'ms a paper', samples: createOurs, against: createTheirs },
    { name: `belenios-tool create ${shape.name}`, unit: 'ms a paper', samples: createTheirs },
  ];
}

/** A whole archive from the command line: our program with two threads against the tool. */
function benchArchive(shape: Shape): Samples[] {
  const ballot = aBallot(arithmetic, {
    questions: [shape.question],
    weights: Array.from({ length: ARCHIVE_PAPERS }, () => 1),
    seed: `archive ${shape.name}`,
  });
  const archive = archiveOf(
    ballot,
    Array.from({ length: ARCHIVE_PAPERS }, (_, voter) => ballot.seal(voter, shape.choices(voter))),
  );
  const file = join(folder, 'whole.bel');
  writeFileSync(file, archive);
  const theirs = toolVerify('whole', ballot.election.uuid, archive);
  const ours = () =>
    timed(() => {
      const { status, stderr } = spawnSync(
        process.execPath,
        [join(repositoryRoot(), 'apps/verifier/dist/main.js'), 'verify', '--threads', THREADS, file],
        { encoding: 'utf8' },
      );
      if (status !== 0) throw new Error(`our verifier ends with ${status}: ${stderr}`);
    });
  const [ourTimes, theirTimes]: [number[], number[]] = [[], []];
  for (let round = 0; round < ARCHIVE_ROUNDS; round += 1) {
    theirTimes.push(theirs() / 1000);
    ourTimes.push(ours() / 1000);
  }
  note(`archive ${shape.name}: ${ARCHIVE_ROUNDS} rounds`);
  return [
    { name: `archive of ${ARCHIVE_PAPERS}, ${THREADS} threads ${shape.name}`, unit: 's', samples: ourTimes, against: theirTimes },
    { name: `belenios-tool archive of ${ARCHIVE_PAPERS} ${shape.name}`, unit: 's', samples: theirTimes },
  ];
}

try {
  printFigures([...SHAPES.flatMap(benchShape), ...SHAPES.flatMap(benchArchive)].map(figureOf));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
