import { hiddenName, hideText, showText } from './hidden-text.js';

const KEY = { secret: '12345', purpose: 'marks' };

describe('a text that is hidden', () => {
  it('is read again with the secret, however long it is', () => {
    for (const text of ['01001', '', '校车𬱖'.repeat(50_000)]) expect(showText(hideText(text, KEY), KEY)).toBe(text);
  });

  it('is read by nobody else, for no other purpose, and not once it was tampered with', () => {
    const hidden = hideText('01001', KEY);
    expect(showText(hidden, { ...KEY, secret: '54321' })).toBeNull();
    expect(showText(hidden, { ...KEY, purpose: 'texts' })).toBeNull();
    expect(showText(`${hidden.slice(0, -4)}AAAA`, KEY)).toBeNull();
    expect(showText('not even base64', KEY)).toBeNull();
  });

  it('never looks the same, and does not tell by its length what was marked', () => {
    const [one, other, none] = ['01001', '01001', '00000'].map((marks) => hideText(marks, KEY));
    expect(one).not.toBe(other);
    expect(one).toHaveLength(none?.length ?? 0);
  });

  it('has a name that is the same for its owner only', () => {
    expect(hiddenName(KEY)).toMatch(/^[0-9a-f]{64}$/);
    expect(hiddenName({ ...KEY })).toBe(hiddenName(KEY));
    expect(hiddenName({ ...KEY, secret: '54321' })).not.toBe(hiddenName(KEY));
  });
});
