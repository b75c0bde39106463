import { createHash } from 'node:crypto';
import { commitmentOf, draw } from './draw.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const BALLOT = '0c2d3f9e-6a54-4f0e-9a55-0d6a1f6b7c01';
const [SCRUTINEER, TELLER] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const LOW = `${'00'.repeat(31)}0a`;
const HIGH = `${'ff'.repeat(31)}f0`;
const CASE = { ballotId: BALLOT, tied: ['c9', 'c2', 'c5'], seats: 1, contributions: [HIGH, LOW] };

describe('a draw of lots', () => {
  // Worked by hand, with `printf %s ... | sha256sum`: the seed is that of
  // plenum-lots-draw|{"ballotId":"0c2d…","contributions":["00…0a","ff…f0"],"tied":["c2","c5","c9"]}
  // = 19e0f7604d657ae3752e76c409d8a435b8a546c0b188453c46d9426c17534e8b. Then SHA-256 of seed|0 begins 290c005a3ad30, which is 1 modulo 3:
  // of c2, c5, c9 it is c5. That of seed|1 begins 0664894ebc667, which is 1 modulo 2: of c2, c9 it is c9.
  it('is the one of the worked vector', () => {
    expect(commitmentOf({ ballotId: BALLOT, no: 1, memberId: SCRUTINEER, contribution: LOW }, sha256)).toBe(
      '9b1fe7b6127db38b6dc62d3ba06b4e8143e4bb831f8634ee3d60848bd8654145',
    );
    expect(commitmentOf({ ballotId: BALLOT, no: 1, memberId: TELLER, contribution: HIGH }, sha256)).toBe(
      '3fa03d693dcd87c34d3101dbbec347c2705d355de484ce6a200e5b57ca824eb4',
    );
    expect(draw(CASE, sha256)).toEqual(['c5']);
    expect(draw({ ...CASE, seats: 2 }, sha256)).toEqual(['c5', 'c9']);
  });

  it('looks neither at the order of the tied nor at that of the contributions', () => {
    expect(draw({ ...CASE, tied: ['c2', 'c5', 'c9'], contributions: [LOW, HIGH] }, sha256)).toEqual(draw(CASE, sha256));
  });

  it('depends on every contribution, on the ballot and on who is tied', () => {
    const wide = { ...CASE, tied: Array.from({ length: 300 }, (_, nth) => `c${nth}`), seats: 5 };
    const other = draw(wide, sha256);
    for (const change of [{ contributions: [HIGH, LOW.replace(/a$/, 'b')] }, { contributions: [HIGH] }, { ballotId: TELLER }])
      expect(draw({ ...wide, ...change }, sha256)).not.toEqual(other);
  });

  it('passes over a number that would favour the first', () => {
    // 2^52 is 1 modulo 3: the highest number of all is left over, and the next one decides.
    const numbers: Record<string, string> = { 'seed|0': 'f'.repeat(13), 'seed|1': `${'0'.repeat(12)}2` };
    expect(draw(CASE, (text) => numbers[text] ?? 'seed')).toEqual(['c9']);
  });

  it('gives everybody the same chance', () => {
    const tied = ['a', 'b', 'c'];
    const won = Array.from({ length: 3_000 }, (_, nth) => draw({ ...CASE, tied, contributions: [`${nth}`] }, sha256)[0]);
    for (const id of tied) expect(Math.abs(won.filter((each) => each === id).length - 1_000)).toBeLessThan(130);
  });

  it.each([0, 3, 1.5])('is not made for %p of three', (seats) => {
    expect(() => draw({ ...CASE, seats }, sha256)).toThrow(RangeError);
  });

  it('has a commitment that fits one officer, one drawing and one ballot', () => {
    const promise = { ballotId: BALLOT, no: 1, memberId: SCRUTINEER, contribution: LOW };
    const others = [{ ballotId: TELLER }, { no: 2 }, { memberId: TELLER }, { contribution: HIGH }].map((change) =>
      commitmentOf({ ...promise, ...change }, sha256),
    );
    expect(new Set([commitmentOf(promise, sha256), ...others]).size).toBe(5);
  });
});
