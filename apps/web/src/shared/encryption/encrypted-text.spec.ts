import { blindedName, encryptText, decryptText } from './encrypted-text.js';

const KEY = { secret: '12345', purpose: 'marks' };

describe('an encrypted text', () => {
  it('is read again with the secret, however long it is', () => {
    for (const text of ['01001', '', '校车𬱖'.repeat(50_000)]) expect(decryptText(encryptText(text, KEY), KEY)).toBe(text);
  });

  it('is read by nobody else, for no other purpose, and not once it was tampered with', () => {
    const ciphertext = encryptText('01001', KEY);
    expect(decryptText(ciphertext, { ...KEY, secret: '54321' })).toBeNull();
    expect(decryptText(ciphertext, { ...KEY, purpose: 'texts' })).toBeNull();
    expect(decryptText(`${ciphertext.slice(0, -4)}AAAA`, KEY)).toBeNull();
    expect(decryptText('not even base64', KEY)).toBeNull();
  });

  it('never looks the same, and does not tell by its length what was marked', () => {
    const [one, other, none] = ['01001', '01001', '00000'].map((marks) => encryptText(marks, KEY));
    expect(one).not.toBe(other);
    expect(one).toHaveLength(none?.length ?? 0);
  });

  it('has a name that is the same for its owner only', () => {
    expect(blindedName(KEY)).toMatch(/^[0-9a-f]{64}$/);
    expect(blindedName({ ...KEY })).toBe(blindedName(KEY));
    expect(blindedName({ ...KEY, secret: '54321' })).not.toBe(blindedName(KEY));
  });
});
