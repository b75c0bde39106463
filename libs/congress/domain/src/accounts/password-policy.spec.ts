import fc from 'fast-check';
import { type PasswordStrength, normalPassword, passwordFaults } from './password-policy.js';

const OWN = ['first-school', 'T0042', '王小明', 'wangxiaoming', 'wang@school.example'];
const HARD: PasswordStrength = { guessesLog10: 12, madeOf: [] };

describe('passwordFaults', () => {
  it.each(['green-river-42', 'correct horse battery', '教代会提案要按期答复', 'Tr0ub4dor&3x'])('accepts %s', (password) => {
    expect(passwordFaults(password, OWN, HARD)).toEqual([]);
  });

  it.each([
    ['short-one', 'too-short'],
    ['', 'too-short'],
    ['x'.repeat(129), 'too-long'],
    ['aaaabbbbcccc', 'too-few-different'],
    ['1234567890', 'in-sequence'],
    ['9876543210', 'in-sequence'],
    ['abcdefghijkl', 'in-sequence'],
    ['my-T0042-pass', 'contains-own-name'],
    ['my-t0042-pass', 'contains-own-name'],
    ['我是王小明就是我呀', 'contains-own-name'],
    ['WangXiaoMing-and-more', 'contains-own-name'],
  ])('refuses %j: %s', (password, fault) => {
    expect(passwordFaults(password, OWN, HARD)).toContain(fault);
  });

  it('refuses what is soon guessed, and says what it is made of', () => {
    expect(passwordFaults('a-well-known-word', [], { guessesLog10: 4, madeOf: ['well-known', 'date'] })).toEqual(['date', 'well-known']);
    expect(passwordFaults('a-well-known-word', [], { guessesLog10: 4, madeOf: [] })).toEqual(['easily-guessed']);
    expect(passwordFaults('a-well-known-word', [], { guessesLog10: 11, madeOf: ['well-known'] })).toEqual([]);
  });

  it('counts characters, not bytes', () => {
    expect(passwordFaults('𠮷野家的晚饭好吃吗', [], HARD)).toContain('too-short');
    expect(passwordFaults('𠮷野家的晚饭好吃吗呀', [], HARD)).toEqual([]);
  });

  it('does not hold short words of the account against a password', () => {
    expect(passwordFaults('an-odd-sentence-7', ['7', 'od'], HARD)).toEqual([]);
    expect(passwordFaults('a-brilliant-day-7', ['lian'], HARD)).toEqual([]);
  });

  it('says the same of a password however it was composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (password) => {
        expect(passwordFaults(password.normalize('NFD'), OWN, HARD)).toEqual(passwordFaults(password.normalize('NFC'), OWN, HARD));
        expect(normalPassword(password.normalize('NFD'))).toBe(normalPassword(password));
      }),
    );
  });
});
