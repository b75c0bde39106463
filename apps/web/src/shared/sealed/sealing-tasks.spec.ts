import {
  appendClosing,
  appendMarks,
  appendPaper,
  appendTally,
  BigIntArithmetic,
  deriveSecret,
  joined,
  makeElectionId,
  makeTrusteeKey,
  makeVotingCode,
  openArchive,
  publicCredential,
  routePolynomials,
  shortHash,
  startArchive,
  startSidecar,
  sumPapers,
  verifyTrustees,
  writeElection,
  writeRoll,
  writeThreshold,
  writeTrustees,
} from '@plenum/ballot-crypto';
import { aBallot, type TestBallot } from '@plenum/ballot-crypto/testing';
import { DeviceRefusal } from './device-refusal.js';
import { TASKS } from './sealing-tasks.js';

const arithmetic = new BigIntArithmetic();
const silent = () => undefined;
let hall: TestBallot;
beforeAll(() => {
  hall = aBallot(arithmetic, { singles: 2, seed: 'tasks' });
});

const setupOf = ({ election, trusteesText, rollText }: TestBallot) => ({
  election: election.text,
  trustees: trusteesText,
  roll: rollText,
  pairs: [],
});
const YES = [[1, 0, 0]];
const order = (changes: object = {}) => ({ setup: { ...setupOf(hall), ...changes }, secret: String(hall.secrets[0]), choices: YES });

function refusalOf(work: () => unknown): string {
  try {
    work();
  } catch (problem) {
    if (problem instanceof DeviceRefusal) return problem.message;
    throw problem;
  }
  return '';
}

describe('sealing on the device', () => {
  it('is for the scrutineers of the board alone', () => {
    const others = aBallot(arithmetic, { singles: 2, seed: 'others' });
    expect(refusalOf(() => TASKS.seal(order({ trustees: others.trusteesText })))).toBe('election-key');
    expect(refusalOf(() => TASKS.seal(order({ trustees: '[]' })))).toBe('trustees-form');
    expect(refusalOf(() => TASKS.seal(order()))).toBe('');
  });

  it('is for a paper that is on the roll', () => {
    const without = writeRoll([]);
    expect(refusalOf(() => TASKS.seal(order({ roll: without })))).toBe('paper-off-roll');
  });

  it('is of an election that can be read', () => {
    expect(refusalOf(() => TASKS.seal(order({ election: '{}' })))).toBe('election-form');
    expect(refusalOf(() => TASKS['read-questions']({ election: 'no' }))).toBe('election-form');
  });
});

describe('the board', () => {
  const paper = () => hall.seal(0, YES);

  it('is searched for the own paper, and for the head that its receipt names', () => {
    const [mine, other] = [paper(), hall.seal(1, YES)];
    const box = hall.box().cast(mine);
    const receipt = { tracker: shortHash(mine), position: box.head.height, head: box.head.hash };
    const { bytes: archive } = box.cast(other);
    expect(TASKS['find-paper']({ archive, receipt })).toMatchObject({ ok: true, position: 1, papers: 2, isContinued: true });
    expect(TASKS['find-paper']({ archive, receipt: { ...receipt, head: 'another' } })).toMatchObject({
      ok: true,
      position: 1,
      isContinued: false,
    });
    expect(TASKS['find-paper']({ archive: hall.box().cast(other).bytes, receipt })).toMatchObject({
      ok: true,
      position: null,
      isContinued: false,
    });
    expect(TASKS['find-paper']({ archive: archive.slice(0, -9), receipt })).toMatchObject({ ok: false });
  });
});

describe('the keys of the scrutineers', () => {
  it('are named one by one, and together once none is missing', () => {
    const [one, two] = [TASKS['make-key'](), TASKS['make-key']()];
    expect(TASKS['name-keys']({ keys: [one.publicKey, null] })).toEqual({ ids: [one.id, null], fingerprint: null });
    const { ids, fingerprint } = TASKS['name-keys']({ keys: [one.publicKey, two.publicKey] });
    expect(ids).toEqual([one.id, two.id]);
    expect(fingerprint).toHaveLength(43);
    expect(TASKS['name-keys']({ keys: [two.publicKey, one.publicKey] }).fingerprint).not.toBe(fingerprint);
    expect(TASKS['name-keys']({ keys: [] }).fingerprint).toBeNull();
  });
});

describe('opening the sum', () => {
  const closed = () => hall.box().cast(hall.seal(0, YES), hall.seal(1, YES)).close().tally();
  const key = (owner: number) => String(hall.trusteeSecrets[owner - 1]);
  const open = (archive: Uint8Array, privateKey = key(1), since: string | null = null) =>
    TASKS['open-sum']({ archive, since, privateKey, output: null, sidecar: null }, silent);

  it('gives a share that opens it together with the others', () => {
    const box = closed();
    const [one, two] = [open(box.bytes), open(box.bytes, key(2))];
    if (!one.ok || !two.ok) throw new Error('refused');
    expect(one).toMatchObject({ papers: 2, counted: 2, voters: 3, state: 'tallied' });
    const { bytes } = box.share(1, one.share).share(2, two.share);
    expect(TASKS['check-archive']({ archive: bytes, since: null, sidecar: null }, silent)).toMatchObject({ ok: true });
  });

  it('takes the key as it was typed from paper', () => {
    const spaced =
      key(1)
        .match(/.{1,4}/g)
        ?.join(' ') ?? '';
    expect(open(closed().bytes, `${spaced}\n`)).toMatchObject({ ok: true });
  });

  it.each<[string, () => unknown, string]>([
    ['before the papers are added up', () => open(hall.box().cast(hall.seal(0, YES)).bytes), 'not-closed'],
    ['with a key of nobody here', () => open(closed().bytes, makeTrusteeKey(arithmetic).privateKey), 'key-of-nobody'],
    ['with what is no key', () => open(closed().bytes, 'lost'), 'private-key'],
    ['of a board that was rewritten', () => open(closed().bytes, key(1), 'f'.repeat(64)), 'since-extension'],
    [
      'of a sum that is not that of the papers',
      () => open(hall.box().cast(hall.seal(0, YES), hall.seal(1, YES)).close().tally({ counted: 3 }).bytes),
      'tally-count',
    ],
  ])('makes no share %s', (_, work, check) => {
    expect(work()).toMatchObject({ ok: false, check });
    expect(work()).not.toHaveProperty('share');
  });

  it('tells how far it is', () => {
    const told: number[] = [];
    TASKS['check-archive']({ archive: closed().bytes, since: null, sidecar: null }, (done, total) => told.push(done / total));
    expect(told).toEqual([0.5, 1]);
  });
});

describe('a threshold group of three, of whom two open', () => {
  const CIRCLE = { size: 3, sharesNeeded: 2 };
  const seeds = [1, 2, 3].map(() => TASKS['draw-seed']().seed);
  const certificates = seeds.map((seed, at) => TASKS['give-certificate']({ seed, seat: at + 1, ...CIRCLE }).message);
  const of = (at: number) => ({ seed: seeds[at] ?? '', certificates, sharesNeeded: 2 });

  it('is made in three rounds, of which each checks the one before', () => {
    const polynomials = seeds.map((_, at) => TASKS['give-polynomial'](of(at)).message);
    const inputs = routePolynomials(polynomials);
    for (const [at, input] of inputs.entries()) expect(TASKS['give-output']({ ...of(at), input }).message).toContain('public_key');
    // What was sealed for another is not taken.
    expect(refusalOf(() => TASKS['give-output']({ ...of(0), input: inputs[1] ?? '' }))).not.toBe('');
  });

  it('goes on only from a list in which the own certificate has its own seat', () => {
    const [first = '', second = '', third = ''] = certificates;
    expect(refusalOf(() => TASKS['give-polynomial']({ ...of(0), certificates: [second, first, third] }))).not.toBe('');
    expect(refusalOf(() => TASKS['give-polynomial']({ ...of(0), certificates: [second, second, third] }))).not.toBe('');
    expect(TASKS['name-certificates']({ certificates }).fingerprint).toHaveLength(43);
    expect(TASKS['name-certificates']({ certificates: [second, first, third] })).not.toEqual(TASKS['name-certificates']({ certificates }));
  });

  it('takes the seed as it was typed from paper, and nothing else for one', () => {
    const [seed = ''] = seeds;
    expect(TASKS['give-polynomial']({ ...of(0), seed: `${seed.slice(0, 4)} ${seed.slice(4)}` }).message).toContain('coefexps');
    expect(refusalOf(() => TASKS['give-polynomial']({ ...of(0), seed: 'short' }))).toBe('private-key');
  });
});

describe('the sum of a threshold group', () => {
  it('is opened with the seed alone, by the private half that the service keeps sealed for it', () => {
    const size = 3;
    const seeds = Array.from({ length: size }, () => TASKS['draw-seed']().seed);
    const certificates = seeds.map((seed, at) => TASKS['give-certificate']({ seed, seat: at + 1, size, sharesNeeded: 2 }).message);
    const polynomials = seeds.map((seed) => TASKS['give-polynomial']({ seed, certificates, sharesNeeded: 2 }).message);
    const outputs = routePolynomials(polynomials).map(
      (input, at) => TASKS['give-output']({ seed: seeds[at] ?? '', certificates, sharesNeeded: 2, input }).message,
    );
    const trustees = writeTrustees([writeThreshold(2, certificates, polynomials, outputs)]);
    const verified = verifyTrustees(arithmetic, trustees);
    if (!verified.ok) throw new Error(verified.check);
    const questions = [{ question: 'q', answers: ['yes', 'no', 'abstain'], min: 1, max: 1, blank: false }];
    const election = writeElection({ uuid: makeElectionId(), name: 'n', description: 'd', questions }, verified.trustees.electionKey);
    const drawn = TASKS['draw-paper']();
    const roll = writeRoll([{ credential: drawn.credential }]);
    const { paper } = TASKS.seal({ setup: { election, trustees, roll, pairs: [] }, secret: drawn.secret, choices: YES });
    const started = startArchive(1_700_000_000, { election, trustees, roll });
    const cast = appendPaper(started.end, paper);
    const closing = appendClosing(cast.end);
    const opened = openArchive(joined([started.bytes, cast.bytes]), { arithmetic });
    if (!opened.ok) throw new Error(opened.check);
    const archive = joined([
      started.bytes,
      cast.bytes,
      closing.bytes,
      appendTally(closing.end, sumPapers(opened, [drawn.credential])).bytes,
    ]);
    const open = (seed: string, output: string) =>
      TASKS['open-sum']({ archive, since: null, sidecar: null, privateKey: seed, output }, silent);
    for (const [at, output] of outputs.entries()) expect(open(seeds[at] ?? '', output)).toMatchObject({ ok: true, papers: 1, counted: 1 });
    expect(open(seeds[1] ?? '', outputs[0] ?? '')).toMatchObject({ ok: false, check: 'private-key' });
    expect(open(seeds[0] ?? '', '{}')).toMatchObject({ ok: false, check: 'private-key' });
  });
});

describe('three-way marks', () => {
  const PAIRS = [{ approve: 0, against: 1 }];
  const persons = ['A', 'B', 'C'];
  const three = () =>
    aBallot(arithmetic, {
      questions: [
        { question: 'yes', answers: persons, min: 0, max: 2 },
        { question: 'no', answers: persons, min: 0, max: 3 },
      ],
      seed: 'three-way',
    });
  const sealed = (ballot: TestBallot, choices: readonly (readonly number[])[]) =>
    TASKS.seal({ setup: { ...setupOf(ballot), pairs: PAIRS }, secret: String(ballot.secrets[0]), choices });

  it('come with the proof that nobody is marked both ways, which the archive is verified with', () => {
    const ballot = three();
    const { paper, proofs } = sealed(ballot, [
      [1, 0, 0],
      [0, 1, 0],
    ]);
    const started = startSidecar(ballot.election, PAIRS);
    const sidecar = joined([started.bytes, appendMarks(started.end, paper, proofs ?? '').bytes]);
    const { bytes: archive } = ballot.box().cast(paper).close().tally();
    expect(TASKS['check-archive']({ archive, since: null, sidecar }, silent)).toMatchObject({ ok: true, papers: 1 });
    expect(TASKS['check-archive']({ archive, since: null, sidecar: started.bytes }, silent)).toMatchObject({
      ok: false,
      check: 'sidecar-paper',
    });
  });

  it('cannot be sealed for and against the same person', () => {
    expect(() =>
      sealed(three(), [
        [1, 0, 0],
        [1, 0, 0],
      ]),
    ).toThrow(TypeError);
  });
});

describe('a voting code', () => {
  const code = () => hall.codes[1] ?? '';

  it('is checked while it is typed', () => {
    expect(TASKS['check-code']({ typed: code().replaceAll('-', ' ') })).toEqual({ ok: true, code: code() });
    expect(TASKS['check-code']({ typed: code().slice(0, -1) })).toEqual({ ok: false, fault: 'length' });
    expect(TASKS['check-code']({ typed: `0${code().slice(1)}` })).toEqual({ ok: false, fault: 'character' });
  });

  it('gives the paper that it was printed for, in whatever spelling it was typed', () => {
    const { secret, credential } = TASKS['take-code']({ typed: code().replaceAll('-', ''), setup: setupOf(hall) });
    expect(BigInt(secret)).toBe(hall.secrets[1]);
    expect(hall.roll.weights.has(credential)).toBe(true);
    expect(TASKS.seal({ setup: setupOf(hall), secret, choices: YES }).tracker).toHaveLength(43);
  });

  it('of another ballot gives none', () => {
    expect(refusalOf(() => TASKS['take-code']({ typed: makeVotingCode(), setup: setupOf(hall) }))).toBe('code-off-roll');
    expect(refusalOf(() => TASKS['take-code']({ typed: 'short', setup: setupOf(hall) }))).toBe('code-length');
  });
});

describe('slips with voting codes', () => {
  it('are made with a code each, which alone gives the secret of their public half in this election', () => {
    const electionId = makeElectionId();
    const steps: number[] = [];
    const slips = TASKS['make-slips']({ electionId, serials: [4, 5] }, (done) => steps.push(done));
    expect([slips.map(({ serial }) => serial), steps, new Set(slips.map(({ code }) => code)).size]).toEqual([[4, 5], [0, 1], 2]);
    for (const { code, publicCredential: half } of slips) {
      expect(TASKS['check-code']({ typed: code })).toEqual({ ok: true, code });
      expect(publicCredential(arithmetic, deriveSecret(code, electionId))).toBe(half);
      expect(publicCredential(arithmetic, deriveSecret(code, makeElectionId()))).not.toBe(half);
    }
  });
});
