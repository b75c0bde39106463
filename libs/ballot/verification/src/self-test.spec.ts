import { BigIntArithmetic } from '@plenum/ballot-crypto';
import { computesRight } from './self-test.js';

describe('the self-test', () => {
  it('knows the numbers that BigInt computes', () => {
    expect(computesRight(new BigIntArithmetic({ bits: 2 }))).toBe(true);
  });
});
