import { createInstance } from 'i18next';
import { CHINESE, ENGLISH } from '../../i18n/messages.js';
import { electionContextOf } from './election-outcome.js';

type Messages = string | { readonly [key: string]: Messages };

const messagesOf = (messages: Messages, path: readonly string[] = []): readonly (readonly [path: string, message: string])[] =>
  typeof messages === 'string'
    ? [[path.join('.'), messages]]
    : Object.entries(messages).flatMap(([key, inner]) => messagesOf(inner, [...path, key]));

/** Where the result of an election, its rules and its reasoning are told. */
const OF_RESULTS = /^(ballots\.(result|explain|rules)|charts\.candidates|screen\.rule|lots\.drawn|seats\.now)/;
const ELECTED = /当选|选举完成/u;

const primary = electionContextOf({ primaryOf: 'e1' });
const texts = createInstance();

beforeAll(() => texts.init({ lng: 'zh-CN', fallbackLng: false, resources: { 'zh-CN': CHINESE, en: ENGLISH } }));

describe('the result of a primary', () => {
  const shown = messagesOf(CHINESE).filter(([path]) => OF_RESULTS.test(path));
  const ofPrimaries = shown.filter(([path]) => /_primary/.test(path));

  it('calls nobody elected: whatever says so of an election has words of its own for a primary', () => {
    const keys = new Set(shown.map(([path]) => path));
    const said = shown.filter(([path, message]) => ELECTED.test(message) && !/_primary/.test(path)).map(([path]) => path);
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((path) => !keys.has(path.endsWith('_none') ? path.replace('_none', '_primaryNone') : `${path}_primary`))).toEqual(
      [],
    );
    expect(ofPrimaries.filter(([, message]) => ELECTED.test(message))).toEqual([]);
  });

  it('calls nobody elected in English either', () => {
    const english = messagesOf(ENGLISH).filter(([path]) => OF_RESULTS.test(path) && /_primary/.test(path));
    expect(english).toHaveLength(ofPrimaries.length);
    expect(english.filter(([, message]) => /\belected\b/i.test(message.replace(/{{\w+}}/g, '')))).toEqual([]);
  });

  it.each([
    ['zh-CN', '入围', '未入围', '无人入围', '达到票数的 3 人全部入围。'],
    ['en', 'Goes on', 'Does not go on', 'Nobody goes on to the election', 'All 3 who reached it go on.'],
  ])('says who goes on to the election (%s)', (lng, goesOn, doesNot, nobody, all) => {
    const t = texts.getFixedT(lng, 'ballots');
    expect(t('result.outcome.elected', { ...primary })).toBe(goesOn);
    expect(t('result.outcome.not-elected', { ...primary })).toBe(doesNot);
    expect(t('result.nobodyElected', { ...primary })).toBe(nobody);
    expect(t('explain.all-qualified-elected', { ...primary, qualified: 3 })).toBe(all);
  });

  it('is no other than that of an election where nothing is said of being elected', () => {
    expect(texts.t('ballots:result.outcome.tied', { ...primary })).toBe(CHINESE.ballots.result.outcome.tied);
  });
});

describe('the result of an election', () => {
  it('says who is elected', () => {
    expect(electionContextOf({ primaryOf: null })).toEqual({});
    expect(texts.t('ballots:result.outcome.elected', { ...electionContextOf({}) })).toBe('当选');
  });
});
