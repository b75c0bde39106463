import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../lib/repository.js';
import { repositorySources, typescriptOf } from './tidy/source.js';

/** The words of code in the last column of the glossary's tables, each with the Chinese beside it. */
function wordsOfGlossary(): readonly (readonly [chinese: string, word: string])[] {
  const lines = readFileSync(join(repositoryRoot(), 'docs/glossary.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.split('|').length === 5);
  return lines.flatMap((line) => {
    const [, chinese = '', , inCode = ''] = line.split('|').map((cell) => cell.trim());
    return [...inCode.matchAll(/`([\w-]+)/g)].map(([, word]) => [chinese, word as string] as const);
  });
}

describe('the glossary', () => {
  const code = typescriptOf(repositorySources())
    .filter(({ path }) => /^(apps|libs)\//.test(path))
    .map(({ text }) => text)
    .join('\n');

  it('has words', () => {
    expect(wordsOfGlossary().length).toBeGreaterThan(100);
  });

  it.each(wordsOfGlossary())('%s: the code says %s', (_chinese, word) => {
    expect(new RegExp(`\\b${word}\\b`).test(code)).toBe(true);
  });
});

/** The words that stand for a thing: those in code, and the nouns of the last tables, in small letters and the singular. */
function nounsOfGlossary(): ReadonlySet<string> {
  const text = readFileSync(join(repositoryRoot(), 'docs/glossary.md'), 'utf8');
  const ofTables = wordsOfGlossary().flatMap(([, word]) => word.split(/[-_]|(?=[A-Z][a-z])/));
  const ofList = [...(text.split('## Nouns of the code')[1] ?? '').matchAll(/^\| ([a-z]+) +\|/gm)].map(([, noun]) => noun as string);
  return new Set([...ofTables, ...ofList].map(singular));
}

const singular = (word: string): string =>
  word
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?<![su])s$/, '');

const PURE = /^libs\/(congress|proposals|ballot)\/(domain|crypto)\/src\/(?!.*(spec\.ts|testing\/))/;
const TYPE = /^export (?:abstract )?(?:class|interface|type) (\w+)/gm;
const IN_THE_PAST = /ed$/;

/** The last word of a type's name; that of an event is a verb in the past, behind what it happened to. */
const lastWord = (name: string): string => /[A-Z][a-z]*$/.exec(name)?.[0] ?? name;
const isEvent = (name: string): boolean => IN_THE_PAST.test(name) && name !== lastWord(name);

/** The exported types of the domain libraries whose names end in a word that the glossary does not know. */
const strayNames = (sources: readonly { readonly path: string; readonly text: string }[], nouns: ReadonlySet<string>): readonly string[] =>
  sources
    .filter(({ path }) => PURE.test(path))
    .flatMap(({ path, text }) => [...text.matchAll(TYPE)].map(([, name]) => ({ path, name: name as string })))
    .filter(({ name }) => !isEvent(name) && !nouns.has(singular(lastWord(name))))
    .map(({ path, name }) => `${path}: ${name}`);

describe('the names of types', () => {
  it('end in a noun of the glossary', () => {
    expect(strayNames(typescriptOf(repositorySources()), nounsOfGlossary())).toEqual([]);
  });

  it('are found where they do not', () => {
    const path = 'libs/ballot/domain/src/record/mood.ts';
    expect(strayNames([{ path, text: 'export interface BallotMood {}\nexport interface BallotOpened {}' }], nounsOfGlossary())).toEqual([
      `${path}: BallotMood`,
    ]);
  });
});
