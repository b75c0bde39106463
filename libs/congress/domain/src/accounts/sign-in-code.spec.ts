import fc from 'fast-check';
import { drawSignInCode, readSignInCode, SIGN_IN_CODE_ENTROPY_BYTES } from './sign-in-code.js';

const entropy = fc
  .uint8Array({ minLength: SIGN_IN_CODE_ENTROPY_BYTES, maxLength: SIGN_IN_CODE_ENTROPY_BYTES })
  .filter((bytes) => bytes.filter((byte) => byte < 232).length >= 15);
const codes = entropy.map(drawSignInCode);
const replaced = (text: string, at: number, symbol: string) => text.slice(0, at) + symbol + text.slice(at + 1);

describe('a sign-in code', () => {
  it('is four groups of four symbols, none of which looks like another', () => {
    fc.assert(fc.property(codes, (code) => expect(code).toMatch(/^([A-HJ-NP-Z34679]{4}-){3}[A-HJ-NP-Z34679]{4}$/)));
  });

  it('is read back however it was typed', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(readSignInCode(code)).toBe(code);
        expect(readSignInCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code);
        expect(
          readSignInCode(
            code
              .replaceAll('-', '')
              .replaceAll('L', '1')
              .replaceAll('S', '5')
              .replaceAll('Q', 'O')
              .replaceAll('B', '8')
              .replaceAll('Z', '2'),
          ),
        ).toBe(code);
      }),
    );
  });

  it('is refused with any one symbol wrong', () => {
    fc.assert(
      fc.property(codes, fc.nat(15), fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ34679'), (code, at, symbol) => {
        const plain = code.replaceAll('-', '');
        fc.pre(plain.charAt(at) !== symbol);
        expect(readSignInCode(replaced(plain, at, symbol))).toBeNull();
      }),
    );
  });

  it('is refused with two neighbours of its body swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(13), (code, at) => {
        const plain = code.replaceAll('-', '');
        const [left, right] = [plain.charAt(at), plain.charAt(at + 1)];
        fc.pre(left !== right);
        expect(readSignInCode(replaced(replaced(plain, at, right), at + 1, left))).toBeNull();
      }),
    );
  });

  it.each(['', 'ABCD', 'ABCD-EFGH-JKLM', '!!!!-!!!!-!!!!-!!!!', '汉字汉字汉字汉字汉字汉字汉字汉字', 'A'.repeat(400)])(
    'is never %j',
    (typed) => {
      expect(readSignInCode(typed)).toBeNull();
    },
  );

  it('takes every symbol equally often', () => {
    const counts = new Map<string, number>();
    // Each byte once: the fair ones fill 232 places, eight of each symbol.
    for (let start = 0; start + 15 <= 232; start += 15) {
      const code = drawSignInCode(Uint8Array.from({ length: 15 }, (_, index) => start + index))
        .replaceAll('-', '')
        .slice(0, 15);
      for (const symbol of code) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
    expect(counts.size).toBe(29);
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1);
  });

  it('is not made of too little chance', () => {
    expect(() => drawSignInCode(new Uint8Array(14))).toThrow(RangeError);
    expect(() => drawSignInCode(new Uint8Array(64).fill(255))).toThrow(RangeError);
  });
});
