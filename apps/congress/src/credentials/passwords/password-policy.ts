import { Injectable } from '@nestjs/common';
import {
  CongressErrors,
  type PasswordStrength,
  PRODUCT_WORDS,
  normalPassword,
  type PasswordFault,
  passwordFaults,
} from '@plenum/congress-domain';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { pinyin } from 'pinyin-pro';
import type { Account } from '../../storage/account.repository.js';

const MEASURED_MAX = 64; // Measuring takes time that grows with the square; what is longer is not guessed by its first half either.
const GIVEN_NAME_MIN = 2;

/** What the parts of a password are, by the words of the measure. */
const MADE_OF: Readonly<Record<string, PasswordFault>> = {
  spatial: 'keyboard-run',
  repeat: 'repeated',
  sequence: 'in-sequence',
  date: 'date',
};

/** Refuses passwords that a guesser has on a list or could make of what is known of their owner. */
@Injectable()
export class PasswordPolicy {
  // Passwords of the list by rank, common words, keyboards by their neighbours: https://github.com/zxcvbn-ts/zxcvbn
  private readonly measure = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

  /** @throws `congress.weak-password` with each rule that it breaks. */
  check(password: string, account: Pick<Account, 'organisationCode' | 'staffNo' | 'name' | 'mail'>): void {
    const own = ownWords(account);
    const faults = passwordFaults(password, own, this.strengthOf(password, own));
    if (faults.length > 0) throw CongressErrors.weakPassword(faults);
  }

  private strengthOf(password: string, own: readonly string[]): PasswordStrength {
    const { guessesLog10, sequence } = this.measure.check([...normalPassword(password)].slice(0, MEASURED_MAX).join(''), [
      ...own,
      ...PRODUCT_WORDS,
    ]);
    const parts = sequence.flatMap(({ pattern, dictionaryName, token }) => {
      if (pattern !== 'dictionary') return MADE_OF[pattern] ?? [];
      const isOwn = dictionaryName === 'userInputs' && !PRODUCT_WORDS.some((word) => word === String(token).toLowerCase());
      return isOwn ? ('contains-own-name' as const) : ('well-known' as const);
    });
    return { guessesLog10, madeOf: [...new Set(parts)] };
  }
}

/** What people who know somebody would try: the words of the account, the mail's name, and the name in pinyin as people shorten it. */
export function ownWords({
  organisationCode,
  staffNo,
  name,
  mail,
}: Pick<Account, 'organisationCode' | 'staffNo' | 'name' | 'mail'>): readonly string[] {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, surname: 'head', nonZh: 'removed' }).map((syllable) =>
    syllable.replace('ü', 'v').toLowerCase(),
  );
  const [surname = '', ...given] = syllables;
  const initials = (list: readonly string[]) => list.map((syllable) => syllable.charAt(0)).join('');
  const shortened =
    syllables.length < GIVEN_NAME_MIN
      ? []
      : [
          syllables.join(''),
          given.join(''),
          [...given, surname].join(''),
          `${surname}${initials(given)}`,
          `${initials(given)}${surname}`,
          initials(syllables),
        ];
  return [...new Set([organisationCode, staffNo, name, ...(mail ? [mail, mail.split('@')[0] ?? ''] : []), ...shortened])].filter(Boolean);
}
