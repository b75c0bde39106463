import { lintSnippets, type Snippet } from './lint-snippets.js';
import { APPS, fileIn, LIBS, ROOMS } from './rooms.js';

/** One import that must pass, or must be refused for a reason. */
interface Case extends Snippet {
  readonly title: string;
  readonly refusal?: RegExp;
}

const importing = (specifier: string) => `import * as it from '${specifier}';\nexport { it };\n`;
const refused = (room: string, title: string, code: string, refusal: RegExp): Case => ({
  title: `${room} ${title}`,
  file: fileIn(room),
  code,
  refusal,
});
const allowed = (room: string, title: string, code: string, name?: string): Case => ({
  title: `${room} ${title}`,
  file: fileIn(room, name),
  code,
});

const rooms = Object.keys(ROOMS);
const pureRooms = rooms.filter((name) => ROOMS[name]?.pure);
const services = ['congress', 'proposals', 'ballot', 'notifier'];
const underTestKit = ['test-kit', ...(ROOMS['test-kit']?.may ?? [])];
const queueKeepers = ['messaging', 'local-servers', 'test-kit'];

const TAGS = /enforce-module-boundaries: (A project tagged|Circular dependency)/; // A circle is found before its tags are looked at.
const NO_APP = /No app imports another/;
const NOT_LISTED = /package\.json/;

const libCases = rooms.flatMap((room) =>
  LIBS.filter((lib) => lib !== room).map((lib) =>
    ROOMS[room]?.may.includes(lib)
      ? allowed(room, `may import ${lib}`, importing(`@plenum/${lib}`))
      : refused(room, `may not import ${lib}`, importing(`@plenum/${lib}`), TAGS),
  ),
);

const appCases = rooms.flatMap((room) =>
  APPS.filter((app) => app !== room).flatMap((app) => [
    refused(room, `may not import the app ${app}`, importing(`@plenum/${app}`), NO_APP),
    refused(room, `may not import a file of the app ${app}`, importing(`@plenum/${app}/dist/boot.js`), NO_APP),
  ]),
);

const hiddenCases = [
  refused('congress', 'may not reach another app by a path', importing('../../proposals/src/main.js'), /relative or absolute path/),
  refused('congress', 'may not reach a lib by a path', importing('../../../libs/shared/kernel/src/index.js'), /relative or absolute path/),
  refused('congress', 'may not reach behind the names of a lib', importing('@plenum/kernel/src/fraction.js'), NOT_LISTED),
  refused(
    'congress',
    'may not import a type of a closed room',
    `import type { It } from '@plenum/proposals-domain';\nexport type Mine = It;\n`,
    TAGS,
  ),
  refused('congress', 'may not pass on a closed room', `export * from '@plenum/proposals-domain';\n`, TAGS),
  refused('congress', 'may not load a closed room at run time', `export const it = import('@plenum/proposals-domain');\n`, TAGS),
  refused('congress', 'may not load an app at run time', `export const it = import('@plenum/ballot/dist/boot.js');\n`, NO_APP),
  refused(
    'congress',
    'may not hide an import in a type',
    `export type It = import('@plenum/proposals-domain').It;\n`,
    /Import the type by a line/,
  ),
  refused('congress', 'may not require', `const it = require('@plenum/proposals-domain');\nexport { it };\n`, /no-require-imports/),
  refused('congress', 'may not import what no package.json names', importing('left-pad'), NOT_LISTED),
  allowed('congress', 'may load its own domain at run time', `export const it = import('@plenum/congress-domain');\n`),
];

const packageCases = [
  ...rooms
    .filter((room) => !queueKeepers.includes(room))
    .flatMap((room) => [
      refused(room, 'may not know the queue', importing('bullmq'), TAGS),
      refused(room, 'may not know Redis', importing('ioredis'), TAGS),
    ]),
  ...queueKeepers.map((room) => allowed(room, 'may know Redis', importing('ioredis'))),
  allowed('messaging', 'may know the queue', importing('bullmq')),
  ...pureRooms.flatMap((room) =>
    ['rxjs', '@nestjs/common', 'typeorm', 'class-validator', 'dayjs'].map((name) =>
      refused(room, `may not import ${name}`, importing(name), TAGS),
    ),
  ),
  refused('ballot-verification', 'may not import rxjs', importing('rxjs'), TAGS),
  refused('ballot-domain', 'may not import the holiday library', importing('chinese-days'), TAGS),
  allowed('calendar', 'may import its holiday library', importing('chinese-days')),
  allowed('ballot-crypto', 'may import its hash library', importing('@noble/hashes/sha2.js')),
  allowed('ballot-verification', 'may import its worker pool', importing('piscina')),
  allowed('proposals', 'may import its framework', importing('@nestjs/common')),
];

const pureSins: readonly [title: string, code: string, refusal: RegExp][] = [
  ['read a file', importing('node:fs'), /No I\/O here/],
  ['read a file by the old name', importing('fs/promises'), /No I\/O here/],
  ['draw from node:crypto', importing('node:crypto'), /No I\/O here/],
  ['load anything at run time', `export const it = import('node:fs');\n`, /at run time/],
  ['read the clock', 'export const it = Date.now();\n', /clock is an argument/],
  ['read the clock by new Date()', 'export const it = new Date();\n', /clock is an argument/],
  ['read the clock by Date()', 'export const it = Date();\n', /clock is an argument/],
  ['read the stop-watch', 'export const it = performance.now();\n', /no-restricted-globals/],
  ['throw dice', 'export const it = Math.random();\n', /Chance is an argument/],
  ['hand the dice on', 'export const it = Math.random;\n', /Chance is an argument/],
  ['draw from the global crypto', 'export const it = crypto.randomUUID();\n', /no-restricted-globals/],
  ['read the environment', 'export const it = process.env;\n', /no-restricted-globals/],
  ['reach round by globalThis', 'export const it = globalThis;\n', /no-restricted-globals/],
  ['call the network', `export const it = fetch('https://example.org');\n`, /no-restricted-globals/],
  ['set a timer', 'setTimeout(() => undefined, 1);\n', /no-restricted-globals/],
  ['write to the console', `console.log('it');\n`, /no-restricted-globals/],
];

const pureCases = pureRooms.flatMap((room) => [
  ...pureSins.map(([title, code, refusal]) => refused(room, `may not ${title}`, code, refusal)),
  allowed(room, 'may make a date of an argument', 'export const it = (at: number) => new Date(at);\n'),
]);

const callCases = [
  ...services.flatMap((room) => [
    refused(room, 'may not call over HTTP', importing('node:http'), /never call each other/),
    refused(room, 'may not fetch', `export const it = fetch('http://127.0.0.1');\n`, /never call each other/),
    allowed(room, 'may fetch in a test', `export const it = fetch('http://127.0.0.1');\n`, 'no-such-file.int-spec.ts'),
  ]),
  ...services.map((room) =>
    refused(
      room,
      'may not count UTF-16 units',
      `import { MaxLength } from 'class-validator';\nexport { MaxLength };\n`,
      /counts UTF-16 units/,
    ),
  ),
  {
    ...refused('web', 'may not cut what is typed', 'export const it = <input maxLength={3} />;\n', /cuts what is typed/),
    file: fileIn('web', 'no-such-file.tsx'),
  },
  refused('web', 'may not import Node', importing('node:fs'), /browser has no Node/),
];

const ormCases = ['messaging', 'service-kit', 'directory', ...services].flatMap((room) => [
  refused(room, 'may not know TypeORM', importing('typeorm'), /only the steps of a schema know TypeORM/),
  allowed(room, 'may know TypeORM in a step of its schema', importing('typeorm'), 'migrations/no-such-file.ts'),
]);

const specCases = [
  ...rooms
    .filter((room) => !underTestKit.includes(room))
    .map((room) => allowed(room, 'may import test-kit in a test', importing('@plenum/test-kit'), 'no-such-file.spec.ts')),
  allowed('ballot-domain', 'may check laws in a test', importing('fast-check'), 'no-such-file.spec.ts'),
  refused('ballot-domain', 'may not ship a test library', importing('fast-check'), TAGS),
  ...underTestKit
    .filter((room) => room !== 'test-kit')
    .map((room) => ({
      ...refused(room, 'may not be tested with what stands on it', importing('@plenum/test-kit'), TAGS),
      file: fileIn(room, 'no-such-file.spec.ts'),
    })),
  {
    ...refused('kernel', 'may not import contracts even in a test', importing('@plenum/contracts'), TAGS),
    file: fileIn('kernel', 'no-such-file.spec.ts'),
  },
];

const cases = [...libCases, ...appCases, ...hiddenCases, ...packageCases, ...pureCases, ...callCases, ...ormCases, ...specCases];

describe('who may import what', () => {
  let answers: readonly (readonly string[])[];

  beforeAll(() => {
    answers = lintSnippets(cases);
  }, 60_000);

  it.each(cases.map((one, index) => [one.title, one, index] as const))('%s', (_title, { refusal }, index) => {
    const said = answers[index] ?? ['no answer'];
    if (refusal) expect(said.join('\n')).toMatch(refusal);
    else expect(said).toEqual([]);
  });
});
