import { BigIntArithmetic, verifyArchive } from '@plenum/ballot-crypto';
import { SELF_TEST_ELECTION } from './self-test-archives.js';
import { FORGERIES, type Judge, selfTestArchive, unfitnessOf } from './tool-self-test.js';

const arithmetic = new BigIntArithmetic({ bits: 8 });
const strict: Judge = async (archive) => (verifyArchive(archive, { arithmetic }).ok ? 'accepted' : 'exit-1');

describe('the archives by which a foreign verifier is tested', () => {
  it('hold a good one, of the election that they name', () => {
    expect(verifyArchive(selfTestArchive('good'), { arithmetic })).toMatchObject({ ok: true, election: { uuid: SELF_TEST_ELECTION } });
  });

  it.each([
    ['proof-that-does-not-hold', 'paper-sum-proof'],
    ['choice-worth-two', 'paper-mark-proof'],
    ['signature-of-another-voter', 'paper-signature'],
    ['result-that-was-not-counted', 'result-value'],
  ])('hold a %s, refused for just that', (name, check) => {
    expect(verifyArchive(selfTestArchive(name), { arithmetic })).toMatchObject({ ok: false, check });
    expect(FORGERIES).toContain(name);
  });
});

describe('a foreign verifier', () => {
  it('is fit when it accepts the good one and refuses every forgery', async () => {
    expect(await unfitnessOf(strict)).toBeNull();
  });

  it('is unfit when it says yes to everything', async () => {
    expect(await unfitnessOf(async () => 'accepted')).toEqual({ accepts: FORGERIES[0] });
  });

  it('is unfit when it says no to everything, or only warns', async () => {
    expect(await unfitnessOf(async () => 'exit-2')).toEqual({ refuses: 'good', how: 'exit-2' });
    expect(await unfitnessOf(async () => 'warning')).toEqual({ refuses: 'good', how: 'warning' });
  });

  it.each(FORGERIES)('is unfit when it lets %s pass once in three times', async (name) => {
    const forged = Buffer.from(selfTestArchive(name)).toString('base64');
    let shown = 0;
    const careless: Judge = async (archive) =>
      Buffer.from(archive).toString('base64') === forged && (shown += 1) === 3 ? 'accepted' : strict(archive);
    expect(await unfitnessOf(careless)).toEqual({ accepts: name });
  });
});
