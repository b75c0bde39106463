import fc from 'fast-check';
import { rangesOf, serialsOf } from './serials.js';

describe('serial numbers of slips', () => {
  it('are read as people note them, in whatever commas and dashes', () => {
    expect(serialsOf('3, 1-2 7')).toEqual([1, 2, 3, 7]);
    expect(serialsOf('12–14、20，２１～22')).toEqual([12, 13, 14, 20, 21, 22]);
    expect(serialsOf(' ')).toEqual([]);
    expect(serialsOf('5 5 4-6')).toEqual([4, 5, 6]);
  });

  it.each(['x', '0', '5-3', '1-', '1-20000', '123456', '1.5'])('are not guessed from "%s"', (text) => {
    expect(serialsOf(text)).toBeNull();
  });

  it('are told as ranges, and read back the same', () => {
    expect(rangesOf([7, 1, 2, 3, 9])).toEqual(['1–3', '7', '9']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 500 })), (serials) => {
        expect(serialsOf(rangesOf(serials).join(', '))).toEqual([...serials].sort((one, other) => one - other));
      }),
    );
  });
});
