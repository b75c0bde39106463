import { checkCodeOf } from './check-code.js';

const FINGERPRINT = 'q0Vb3n6gq1kJt+0mW2sYx/8uZ7rPp5LhE4dC9fAaBbI';

describe('a check code', () => {
  it('is eight groups of five digits, the same on every device', () => {
    expect(checkCodeOf(FINGERPRINT)).toHaveLength(8);
    for (const group of checkCodeOf(FINGERPRINT)) expect(group).toMatch(/^\d{5}$/);
    expect(checkCodeOf(FINGERPRINT)).toEqual(checkCodeOf(FINGERPRINT));
    expect(checkCodeOf('B').join('')).toBe('1'.padStart(40, '0'));
  });

  it('is another one as soon as one character is another one', () => {
    const codes = [...FINGERPRINT].map((_, at) =>
      checkCodeOf(`${FINGERPRINT.slice(0, at)}${FINGERPRINT[at] === 'x' ? 'y' : 'x'}${FINGERPRINT.slice(at + 1)}`).join(' '),
    );
    expect(new Set([checkCodeOf(FINGERPRINT).join(' '), ...codes]).size).toBe(FINGERPRINT.length + 1);
  });
});
