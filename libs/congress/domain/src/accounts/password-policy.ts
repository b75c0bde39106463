const LENGTH_MIN = 10;
const LENGTH_MAX = 128;
const DISTINCT_MIN = 5;

/** Rules that a password can break; the web words each of them. */
export const PASSWORD_FAULTS = ['too-short', 'too-long', 'too-few-different', 'in-sequence', 'contains-own-name', 'well-known'] as const;
export type PasswordFault = (typeof PASSWORD_FAULTS)[number];

// What is tried first, here and elsewhere; compared without case and without what is put behind it to satisfy a rule.
const WELL_KNOWN = ['password', 'passw0rd', 'admin', 'administrator', 'welcome', 'letmein', 'iloveyou', 'woaini', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx', '1q2w3e4r', 'plenum', 'jiaodaihui', 'gonghui'];

/** A password as it is compared and hashed: the same whichever keyboard composed it (RFC 8265, OpaqueString). */
export const normalPassword = (password: string): string => password.normalize('NFC');

/**
 * The rules that a password breaks; none when it is fit. Length over character classes (NIST SP 800-63B, 5.1.1.2).
 * `own` are the words of the account: organisation code, staff number, name, mail.
 */
export function passwordFaults(password: string, own: readonly string[]): readonly PasswordFault[] {
  const symbols = [...normalPassword(password)];
  const lower = normalPassword(password).toLowerCase();
  const broken: Record<PasswordFault, boolean> = {
    'too-short': symbols.length < LENGTH_MIN,
    'too-long': symbols.length > LENGTH_MAX,
    'too-few-different': new Set(symbols).size < DISTINCT_MIN,
    'in-sequence': isSequence(symbols),
    'contains-own-name': own.some((word) => [...word].length >= 3 && lower.includes(word.normalize('NFC').toLowerCase())),
    'well-known': WELL_KNOWN.includes(lower.replace(/[\d\W_]+$/, '')) || WELL_KNOWN.includes(lower),
  };
  return PASSWORD_FAULTS.filter((fault) => broken[fault]);
}

/** Every symbol follows its neighbour: 0123456789, or zyxwvutsrq. */
function isSequence(symbols: readonly string[]): boolean {
  const steps = symbols.slice(1).map((symbol, index) => stepBetween(symbols[index] ?? '', symbol));
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}

const stepBetween = (from: string, to: string): number => (from === '9' && to === '0' ? 1 : (to.codePointAt(0) ?? 0) - (from.codePointAt(0) ?? 0));
