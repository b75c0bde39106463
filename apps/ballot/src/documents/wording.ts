import type { Ballot, Explanation, Threshold } from '@plenum/ballot-domain';
import { DEFAULT_ZONE } from '@plenum/calendar';
import { ENGLISH } from './messages/en.js';
import { CHINESE } from './messages/zh-cn.js';
import { type DocumentWords, fill } from './messages/wording.js';
import type { Bilingual } from './official-paper.js';

type Facts = Readonly<Record<string, unknown>>;

/** Says something in both languages; facts may themselves be said in both. */
export function both(pick: (words: DocumentWords) => string, facts: Facts = {}): Bilingual {
  const in_ = (words: DocumentWords, language: keyof Bilingual): string =>
    fill(pick(words), Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, isBilingual(fact) ? fact[language] : fact])));
  return { zh: in_(CHINESE, 'zh'), en: in_(ENGLISH, 'en') };
}

const isBilingual = (fact: unknown): fact is Bilingual => typeof fact === 'object' && fact !== null && 'zh' in fact && 'en' in fact;

/** A list in both languages. */
export const listed = (entries: readonly (Bilingual | string)[]): Bilingual => ({
  zh: entries.map((entry) => (typeof entry === 'string' ? entry : entry.zh)).join(CHINESE.separator),
  en: entries.map((entry) => (typeof entry === 'string' ? entry : entry.en)).join(ENGLISH.separator),
});

/** A threshold in words: "at least" and "more than" are two rules. Without a base it is measured by the roll. */
export function thresholdWords({ num, den, inclusive, base = 'roll' }: Partial<Threshold>): Bilingual | null {
  if (num === undefined || den === undefined || inclusive === undefined) return null;
  return both(({ fraction }) => (inclusive ? fraction.atLeast : fraction.moreThan), { num, den, base: both(({ bases }) => bases[base]) });
}

/** One step of the reasoning, with names in place of ids. */
export function explained({ code, params }: Explanation, labelOf: (id: string) => string): Bilingual {
  const named = (fact: unknown): unknown => (Array.isArray(fact) ? listed(fact.map(String).map(labelOf)) : fact);
  const facts = {
    ...Object.fromEntries(Object.entries(params).map(([name, fact]) => [name, named(fact)])),
    fraction: thresholdWords(params),
  };
  const { channel } = params;
  const key =
    code === 'returned-above-limit' && channel
      ? (`${code}_${channel}` as const)
      : code === 'all-qualified-elected' && params.qualified === 0
        ? (`${code}_none` as const)
        : code;
  return both(({ explain }) => explain[key], { ...facts, ...(params.id === undefined ? {} : { label: labelOf(params.id) }) });
}

/** What a choice, or somebody written in, is called. */
export const labelsOf = ({ choices }: Pick<Ballot, 'choices'>): ((id: string) => string) => {
  const labels = new Map(choices.map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? id;
};

const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: DEFAULT_ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** An instant on the clock of the hall. */
export const clockTime = (at: Date): string => formatter.format(at);
