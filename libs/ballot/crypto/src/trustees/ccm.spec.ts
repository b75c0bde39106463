import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { decryptCcm, encryptCcm } from './ccm.js';

const [key, nonce] = [new Uint8Array(32).fill(7), new Uint8Array(13).fill(9)];

function byOpenSsl(plain: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-ccm', key, nonce, { authTagLength: 8 });
  return new Uint8Array(Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]));
}

describe('AES-CCM', () => {
  it("gives OpenSSL's bytes for texts of any length, and the text back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (plain) => {
        const sealed = encryptCcm(key, nonce, plain);
        expect(sealed).toEqual(byOpenSsl(plain));
        expect(decryptCcm(key, nonce, sealed)).toEqual(plain);
      }),
    );
    for (const length of [15, 16, 17, 65_535])
      expect(encryptCcm(key, nonce, new Uint8Array(length))).toEqual(byOpenSsl(new Uint8Array(length)));
  });

  it('notices one flipped bit anywhere, and refuses what is too short or too long', () => {
    const sealed = encryptCcm(key, nonce, new Uint8Array(20));
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
        const flipped = sealed.slice();
        flipped[at]! ^= 1 << bit;
        expect(decryptCcm(key, nonce, flipped)).toBeUndefined();
      }),
    );
    for (const length of [0, 7, 65_536 + 8]) expect(decryptCcm(key, nonce, new Uint8Array(length))).toBeUndefined();
    expect(() => encryptCcm(key, nonce, new Uint8Array(65_536))).toThrow(TypeError);
  });
});
