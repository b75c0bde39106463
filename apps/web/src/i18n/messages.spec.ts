import { ERROR_CODES, NOTICES, OFFICES, RATINGS, REVIEW_OUTCOMES } from '@plenum/contracts';
import { UNREACHABLE } from '../api/problem.js';
import { refusalKeysOf } from './message-files.js';
import { CHINESE, ENGLISH } from './messages.js';

type Messages = string | { readonly [key: string]: Messages };

/** Every message by its path; plural forms, of which languages have different ones, count as one message. */
function messagesOf(messages: Messages, path: readonly string[] = []): ReadonlyMap<string, string> {
  if (typeof messages === 'string') return new Map([[path.join('.').replace(/_(one|other)$/, ''), messages]]);
  return new Map(Object.entries(messages).flatMap(([key, inner]) => [...messagesOf(inner, [...path, key])]));
}

const chinese = messagesOf(CHINESE);
const english = messagesOf(ENGLISH);
const placeholdersOf = (message: string): readonly string[] => [...message.matchAll(/{{(\w+)}}/g)].map(([, name]) => name ?? '').sort();

/** Facts that some language words without: English needs no plural of its own where Chinese counts, and the other way round. */
const worded = (messages: ReadonlyMap<string, string>, prefix: string) => (code: string) =>
  messages.has(`${prefix}.${code.replaceAll('.', '/')}`);

describe('the messages', () => {
  it('are the same ones in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('are all worded', () => {
    for (const [path, message] of [...chinese, ...english]) expect([path, message.trim()]).not.toEqual([path, '']);
  });

  it('tell the same facts in both languages', () => {
    for (const [path, message] of chinese) expect([path, placeholdersOf(english.get(path) ?? '')]).toEqual([path, placeholdersOf(message)]);
  });

  it.each(['zh-CN', 'en'])('word every error code, each in one place (%s)', (locale) => {
    const messages = locale === 'en' ? english : chinese;
    const placesOf = (code: string) => refusalKeysOf(code).filter((key) => messages.has(key.replace(':', '.')));
    expect(ERROR_CODES.filter((code) => code !== 'fault').filter((code) => placesOf(code).length !== 1)).toEqual([]);
  });

  it('word no refusal that no service makes', () => {
    const known: readonly string[] = [...ERROR_CODES, UNREACHABLE].flatMap(refusalKeysOf).map((key) => key.replace(':', '.'));
    const refusals = [...chinese.keys()].filter((path) => /^(errors\.codes|\w+Refusals)\./.test(path));
    expect(refusals.filter((path) => !known.includes(path))).toEqual([]);
  });

  it('word every notice, with facts that it has', () => {
    expect(Object.keys(NOTICES).filter((code) => !worded(chinese, 'inbox.codes')(code))).toEqual([]);
    for (const [code, facts] of Object.entries(NOTICES)) {
      const known: readonly string[] = [...facts, 'matter'];
      const told = placeholdersOf(chinese.get(`inbox.codes.${code.replaceAll('.', '/')}`) ?? '');
      expect([code, told.filter((fact) => !known.includes(fact))]).toEqual([code, []]);
    }
  });

  it('word every office, rating and outcome of a review', () => {
    const needed = [
      ...OFFICES.map((office) => `common.roles.${office}`),
      ...RATINGS.map((grade) => `proposals.rating.grade.${grade}`),
      ...REVIEW_OUTCOMES.map((outcome) => `proposals.review.outcome.${outcome}`),
    ];
    expect(needed.filter((path) => !chinese.has(path))).toEqual([]);
  });
});
