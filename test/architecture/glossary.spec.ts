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
