import { FILES_MAX, fullFolders, importsAgainstLayers, SHARED } from './layers-of-web.js';
import { repositorySources, type Source } from './tidy/source.js';

const WEB = 'apps/web/src';
const file = (path: string, imported?: string): Source => ({
  path: `${WEB}/${path}`,
  text: imported === undefined ? 'export {};\n' : `import { it } from '${imported}';\nexport { it };\n`,
});
const faultsOf = (...sources: readonly Source[]): readonly string[] =>
  importsAgainstLayers(sources).map((found) => found.replaceAll(`${WEB}/`, ''));

describe('the layers of the web client', () => {
  const sources = repositorySources();

  it('are kept: shared on api and messages, features on shared, the pages and their frame on top', () => {
    expect(importsAgainstLayers(sources)).toEqual([]);
  });

  it(`have no folder of more than ${FILES_MAX} files`, () => {
    expect(fullFolders(sources)).toEqual([]);
  });

  it('name every folder of shared, and none that is gone', () => {
    const found = new Set(sources.flatMap(({ path }) => /^apps\/web\/src\/shared\/([^/]+)\//.exec(path)?.[1] ?? []));
    expect([...found].sort()).toEqual([...SHARED].sort());
  });
});

describe('a file of the web client', () => {
  it.each([
    ['a request', 'api/one.ts', 'shared/text/two.ts', '../shared/text/two.js', 'api imports shared'],
    ['a request', 'api/one.ts', 'i18n/two.ts', '../i18n/two.js', 'api imports i18n'],
    ['a shared widget', 'shared/page/one.tsx', 'features/home/two.ts', '../../features/home/two.js', 'shared imports features'],
    ['a shared widget', 'shared/page/one.tsx', 'app/two.ts', '../../app/two.js', 'shared imports app'],
    ['a page', 'features/home/one.tsx', 'app/two.ts', '../../app/two.js', 'features imports app'],
    ['a page', 'features/home/one.tsx', 'features/inbox/two.ts', '../inbox/two.js', 'a feature imports another'],
    ['a page in depth', 'features/setup/terms/one.tsx', 'features/inbox/two.ts', '../../inbox/two.js', 'a feature imports another'],
    ['a page', 'features/home/one.tsx', 'features/inbox/in/two.ts', '../inbox/in/two.js', 'a feature imports another'],
    ['a shared part', 'shared/text/one.ts', 'shared/sealed/two.ts', '../sealed/two.js', 'shared/text imports shared/sealed'],
    ['a shared part', 'shared/newcomer/one.ts', 'shared/text/two.ts', '../text/two.js', 'is in no declared folder of shared'],
    ['a newcomer', 'newcomer/one.ts', 'api/two.ts', '../api/two.js', 'is in no layer'],
  ])('is refused: %s (%s -> %s)', (_what, from, to, specifier, fault) => {
    expect(faultsOf(file(from, specifier), file(to))).toEqual([`${from} -> ${to}: ${fault}`]);
  });

  it('is refused also where it takes a type alone, or loads another when it needs it', () => {
    const type = { path: `${WEB}/features/home/one.ts`, text: `import type { It } from '../inbox/two.js';\nexport type Mine = It;\n` };
    const later = { path: `${WEB}/shared/text/one.ts`, text: `export const it = () => import('../../app/two.js');\n` };
    expect(faultsOf(type, later, file('features/inbox/two.ts'), file('app/two.ts'))).toHaveLength(2);
  });

  it.each([
    ['main.tsx', 'app/two.ts', './app/two.js'],
    ['app/one.tsx', 'features/home/two.ts', '../features/home/two.js'],
    ['features/setup/terms/one.tsx', 'features/setup/two.ts', '../two.js'],
    ['features/home/one.tsx', 'shared/page/two.ts', '../../shared/page/two.js'],
    ['shared/sealed/one.ts', 'shared/text/two.ts', '../text/two.js'],
    ['shared/text/one.ts', 'i18n/two.ts', '../../i18n/two.js'],
  ])('may import what lies below it: %s -> %s', (from, to, specifier) => {
    expect(faultsOf(file(from, specifier), file(to))).toEqual([]);
  });
});

describe('a folder of the web client', () => {
  const many = (folder: string, count: number, ending = 'ts') =>
    Array.from({ length: count }, (_, no) => file(`${folder}/file-${no}.${ending}`));

  it('is refused with more files than one capability needs', () => {
    expect(fullFolders(many('shared/page', FILES_MAX + 1))).toEqual([`${WEB}/shared/page: ${FILES_MAX + 1} files`]);
    expect(fullFolders(many('shared/page', FILES_MAX))).toEqual([]);
  });

  it('may hold as many tests, and as many files of messages, as there are', () => {
    expect(fullFolders([...many('shared/page', FILES_MAX + 1, 'spec.ts'), ...many('i18n/en', FILES_MAX + 1, 'json')])).toEqual([]);
  });
});
