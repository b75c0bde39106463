import { thresholdIn } from './ballot-rules.js';

describe('a threshold among stated facts', () => {
  it('is read with its base, the roll when none is named', () => {
    expect(thresholdIn({ num: 1, den: 2, inclusive: false, base: 'valid', yes: 48 })).toEqual({ num: 1, den: 2, inclusive: false, base: 'valid' });
    expect(thresholdIn({ num: 2, den: 3, inclusive: true })).toEqual({ num: 2, den: 3, inclusive: true, base: 'roll' });
  });

  it('is not guessed from anything else', () => {
    for (const stated of [null, undefined, 'half', {}, { num: 1, den: 2 }, { num: '1', den: 2, inclusive: true }]) expect(thresholdIn(stated)).toBeNull();
  });
});
