import { decipherCredential, drawRegistrationKey, encipherCredential } from './registration-cipher.js';

describe('a credential that waits for the opening', () => {
  const key = drawRegistrationKey();
  const long = '7'.repeat(617);

  it('is read again with its key, and with no other', () => {
    expect(decipherCredential(key, encipherCredential(key, long))).toBe(long);
    expect(() => decipherCredential(drawRegistrationKey(), encipherCredential(key, long))).toThrow();
  });

  it('comes out the same where it is the same, and does not begin alike where it is not', () => {
    expect(encipherCredential(key, long)).toEqual(encipherCredential(key, long));
    expect(encipherCredential(key, long).subarray(0, 16)).not.toEqual(encipherCredential(key, `${long.slice(1)}8`).subarray(0, 16));
    expect(encipherCredential(drawRegistrationKey(), long)).not.toEqual(encipherCredential(key, long));
  });

  it('does not tell by its length which of two it is', () => {
    expect(encipherCredential(key, '7'.repeat(616))).toHaveLength(encipherCredential(key, long).length);
  });
});
