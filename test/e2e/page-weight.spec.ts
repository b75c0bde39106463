import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryRoot } from '../lib/repository.js';

const DIST = join(repositoryRoot(), 'apps/web/dist');
const BUDGET_BYTES = 180_000; // DESIGN: what a phone fetches to sign in, or to vote, before the sealing code.
const FIRST = ['index.html', 'boot.js', 'seal.svg'];

interface Piece {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Readonly<Record<string, Piece>>;

/** Everything that is fetched for these modules: their pieces, and those that they import. */
function filesOf(...modules: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const piece = manifest[name];
    if (!piece) throw new Error(`The build knows no ${name}.`);
    for (const file of [piece.file, ...(piece.css ?? [])]) found.add(file);
    piece.imports?.forEach(visit);
  };
  modules.forEach(visit);
  return [...found];
}

const words = (locale: string): string => {
  const found = Object.values(manifest).find(({ file }) => file.includes(`words-${locale}-`));
  if (!found) throw new Error(`The build has no words for everybody in ${locale}.`);
  return found.file;
};

const weigh = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length, 0);

describe.each(['zh-CN', 'en'])('what a phone fetches in %s', (locale) => {
  const signIn = [...FIRST, words(locale), ...filesOf('index.html')];
  const vote = [...FIRST, words(locale), ...filesOf('index.html', 'src/features/voting/VotePage.tsx')];

  it.each([
    ['to sign in', signIn],
    ['to vote', vote],
  ])('%s is within the budget', (_, files) => {
    expect(weigh([...new Set(files)])).toBeLessThanOrEqual(BUDGET_BYTES);
  });

  it('has nothing of the component library in it, nor the words of other pages', () => {
    expect(vote.filter((file) => /library|pages/.test(file))).toEqual([]);
  });
});

it('would be too much with the pieces of the other pages', () => {
  expect(weigh(filesOf('index.html', 'src/app/LibraryShell.tsx'))).toBeGreaterThan(BUDGET_BYTES);
});
