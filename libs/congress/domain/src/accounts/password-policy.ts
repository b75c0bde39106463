const LENGTH_MIN = 10;
const LENGTH_MAX = 128;
const DISTINCT_MIN = 5;
const GUESSES_LOG10_MIN = 9.5; // A stolen Argon2id hash costs a guesser a tenth of a second a guess: ten years of one machine.
const NAME_MIN = 3;
const LATIN_NAME_MIN = 6;

/** Rules that a password can break; the web words each of them. */
export const PASSWORD_FAULTS = [
  'too-short',
  'too-long',
  'too-few-different',
  'in-sequence',
  'keyboard-run',
  'repeated',
  'date',
  'contains-own-name',
  'well-known',
  'easily-guessed',
] as const;
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

/** Words of this house, which a guesser of its passwords would try first. */
export const PRODUCT_WORDS = ['plenum', 'jiaodaihui', 'zhidaihui', 'gonghui', 'xuexiao', 'woaini'] as const;

/**
 * How hard a password is to guess, as whoever knows the lists measures it: the decimal logarithm of the guesses, and what it is made of.
 */
export interface PasswordStrength {
  readonly guessesLog10: number;
  readonly madeOf: readonly PasswordFault[];
}

/** A password as it is compared and hashed: the same whichever keyboard composed it (RFC 8265, OpaqueString). */
export const normalPassword = (password: string): string => password.normalize('NFC');

/**
 * The rules that a password breaks; none when it is fit. Length over character classes, and nothing that is on the lists of guessers
 * (NIST SP 800-63B, 5.1.1.2). `own` are the words of the account: organisation code, staff number, name, mail, the name in pinyin.
 */
export function passwordFaults(
  password: string,
  own: readonly string[],
  { guessesLog10, madeOf }: PasswordStrength,
): readonly PasswordFault[] {
  const symbols = [...normalPassword(password)];
  const lower = normalPassword(password).toLowerCase();
  const isGuessed = guessesLog10 < GUESSES_LOG10_MIN;
  const broken: Partial<Record<PasswordFault, boolean>> = {
    'too-short': symbols.length < LENGTH_MIN,
    'too-long': symbols.length > LENGTH_MAX,
    'too-few-different': new Set(symbols).size < DISTINCT_MIN,
    'in-sequence': isSequence(symbols),
    'contains-own-name': own.some((word) => isTelling(word) && lower.includes(word.normalize('NFC').toLowerCase())),
    'easily-guessed': isGuessed && madeOf.length === 0,
  };
  return PASSWORD_FAULTS.filter((fault) => broken[fault] || (isGuessed && madeOf.includes(fault)));
}

/** Short words of Latin letters are parts of many others: `lian`, a name, is in "brilliant". */
function isTelling(word: string): boolean {
  const { length } = [...word];
  return length >= (/^[a-z]+$/i.test(word) ? LATIN_NAME_MIN : NAME_MIN);
}

/** Every symbol follows its neighbour: 0123456789, or zyxwvutsrq. */
function isSequence(symbols: readonly string[]): boolean {
  const steps = symbols.slice(1).map((symbol, index) => stepBetween(symbols[index] ?? '', symbol));
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}

const stepBetween = (from: string, to: string): number =>
  from === '9' && to === '0' ? 1 : (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0);
