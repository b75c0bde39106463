import { BigIntArithmetic, makeTrusteeKey, shortHash, writeRoll } from '@plenum/ballot-crypto';
import { aBallot, type TestBallot } from '@plenum/ballot-crypto/testing';
import { DeviceRefusal, TASKS } from './sealing-tasks.js';

const arithmetic = new BigIntArithmetic();
const silent = () => undefined;
let hall: TestBallot;
beforeAll(() => {
  hall = aBallot(arithmetic, { singles: 2, seed: 'tasks' });
});

const setupOf = ({ election, trusteesText, rollText }: TestBallot) => ({ election: election.text, trustees: trusteesText, roll: rollText });
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
    expect(TASKS['find-paper']({ archive, receipt: { ...receipt, head: 'another' } })).toMatchObject({ ok: true, position: 1, isContinued: false });
    expect(TASKS['find-paper']({ archive: hall.box().cast(other).bytes, receipt })).toMatchObject({ ok: true, position: null, isContinued: false });
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
  const open = (archive: Uint8Array, privateKey = key(1), since: string | null = null) => TASKS['open-sum']({ archive, since, privateKey }, silent);

  it('gives a share that opens it together with the others', () => {
    const box = closed();
    const [one, two] = [open(box.bytes), open(box.bytes, key(2))];
    if (!one.ok || !two.ok) throw new Error('refused');
    expect(one).toMatchObject({ papers: 2, counted: 2, voters: 3, state: 'tallied' });
    const { bytes } = box.share(1, one.share).share(2, two.share);
    expect(TASKS['check-archive']({ archive: bytes, since: null }, silent)).toMatchObject({ ok: true });
  });

  it('takes the key as it was typed from paper', () => {
    const spaced = key(1).match(/.{1,4}/g)?.join(' ') ?? '';
    expect(open(closed().bytes, `${spaced}\n`)).toMatchObject({ ok: true });
  });

  it.each<[string, () => unknown, string]>([
    ['before the papers are added up', () => open(hall.box().cast(hall.seal(0, YES)).bytes), 'not-closed'],
    ['with a key of nobody here', () => open(closed().bytes, makeTrusteeKey(arithmetic).privateKey), 'key-of-nobody'],
    ['with what is no key', () => open(closed().bytes, 'lost'), 'private-key'],
    ['of a board that was rewritten', () => open(closed().bytes, key(1), 'f'.repeat(64)), 'since-extension'],
    ['of a sum that is not that of the papers', () => open(hall.box().cast(hall.seal(0, YES), hall.seal(1, YES)).close().tally({ counted: 3 }).bytes), 'tally-count'],
  ])('makes no share %s', (_, work, check) => {
    expect(work()).toMatchObject({ ok: false, check });
    expect(work()).not.toHaveProperty('share');
  });

  it('tells how far it is', () => {
    const told: number[] = [];
    TASKS['check-archive']({ archive: closed().bytes, since: null }, (done, total) => told.push(done / total));
    expect(told).toEqual([0.5, 1]);
  });
});
