import { checkDrawing, commitmentTo, makeContribution, redraw } from './redraw.js';

// The worked vector of the rules of the ballot (draw.spec.ts there): two programs, one draw.
const BALLOT = '0c2d3f9e-6a54-4f0e-9a55-0d6a1f6b7c01';
const [SCRUTINEER, TELLER] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const LOW = `${'00'.repeat(31)}0a`;
const HIGH = `${'ff'.repeat(31)}f0`;
const contribution = (memberId: string, value: string | null, commitment = commitmentTo(BALLOT, 1, memberId, value ?? LOW)) => ({
  memberId,
  contribution: value,
  commitment,
});
const drawing = {
  no: 1,
  tied: ['c9', 'c2', 'c5'],
  seats: 1,
  contributions: [contribution(TELLER, HIGH), contribution(SCRUTINEER, LOW)],
  elected: ['c5'] as string[] | null,
};

describe('lots drawn again on a device', () => {
  it('come out as those of the service', () => {
    expect(commitmentTo(BALLOT, 1, SCRUTINEER, LOW)).toBe('9b1fe7b6127db38b6dc62d3ba06b4e8143e4bb831f8634ee3d60848bd8654145');
    expect(redraw(BALLOT, drawing)).toEqual(['c5']);
    expect(redraw(BALLOT, { ...drawing, seats: 2 })).toEqual(['c5', 'c9']);
    expect(checkDrawing(BALLOT, drawing)).toEqual({ broken: [], isSame: true });
  });

  it('tell where the outcome is another', () => {
    expect(checkDrawing(BALLOT, { ...drawing, elected: ['c2'] }).isSame).toBe(false);
    expect(checkDrawing(BALLOT, { ...drawing, seats: 2 }).isSame).toBe(false);
  });

  it('tell whose contribution is not what was promised', () => {
    const broken = [contribution(TELLER, HIGH), contribution(SCRUTINEER, LOW, '0'.repeat(64))];
    expect(checkDrawing(BALLOT, { ...drawing, contributions: broken }).broken).toEqual([SCRUTINEER]);
    expect(checkDrawing(BALLOT, { ...drawing, no: 2 }).broken).toEqual([TELLER, SCRUTINEER]);
  });

  it('are not judged before they are drawn', () => {
    expect(checkDrawing(BALLOT, { ...drawing, contributions: [contribution(TELLER, null)], elected: null })).toEqual({
      broken: [],
      isSame: null,
    });
  });
});

describe('a contribution', () => {
  it('is 32 bytes, another each time', () => {
    const [one, other] = [makeContribution(), makeContribution()];
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(one).not.toBe(other);
  });
});
