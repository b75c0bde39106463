import type { Locale, NoticeCode } from '@plenum/contracts';
import { composeSentence, type LetterHead } from '../letters/letter.js';
import { groupMessages } from '../messages/group.js';

/** Something that a group is told. */
export interface GroupFact {
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
}

const CHARACTERS_MAX = 300; // A reason may be long: the page says it whole.

/**
 * One post of all that is due for a group, in order: as many facts as fit, the first one in any case, and how many those are. The rest is
 * for the next post.
 */
export function digest(
  facts: readonly GroupFact[],
  locale: Locale,
  head: LetterHead,
  maxBytes: number,
): { readonly text: string; readonly taken: number } {
  const parts = [groupMessages(locale).heading];
  for (const { code, params, link } of facts) {
    const sentence = shortened(composeSentence({ code, params, locale }, head));
    const part = link === null ? sentence : `${sentence}\n${new URL(link, head.publicUrl).toString()}`;
    if (parts.length > 1 && bytesOf([...parts, part]) > maxBytes) break;
    parts.push(part);
  }
  return { text: parts.join('\n\n'), taken: parts.length - 1 };
}

/** What a group is told to try whether it is. */
export const trialText = (locale: Locale): string => {
  const { heading, trial } = groupMessages(locale);
  return `${heading}\n\n${trial}`;
};

const bytesOf = (parts: readonly string[]): number => Buffer.byteLength(parts.join('\n\n'));

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= CHARACTERS_MAX ? text : `${characters.slice(0, CHARACTERS_MAX - 1).join('')}…`;
}
