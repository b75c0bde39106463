import {
  domainClassesHaveSpecs,
  noAny,
  noBarrels,
  noDayOfUtc,
  noForwardRef,
  noSkippedTests,
  pagesAreAwaited,
  suppressionsSayWhy,
} from './code.js';
import { noCommentedOutCode, promisesHaveReasons } from './comments.js';
import { noFileCycles, noFolderCycles } from './cycles.js';
import { bannedWords, exportsNamedOnce, shapesNamedOnce, SUFFIXES, suffixes, suffixesInUse } from './names.js';
import type { Rule, Source } from './source.js';
import { chineseInMessagesOnly, functionLengths, lengths, noMachines, widths } from './texts.js';

const SERVICE = 'apps/congress/src/roster/';
const DOMAIN = 'libs/congress/domain/src/';
const source = (path: string, text = 'export const it = 1;\n'): Source => ({ path, text });
const code = (text: string): Source => source(`${SERVICE}it.ts`, text);

/** Each rule with what it must find and what it must let pass: a tidy that finds nothing would pass every run. */
const SAMPLES: readonly {
  readonly rule: Rule;
  readonly bad: readonly (readonly Source[])[];
  readonly good: readonly (readonly Source[])[];
}[] = [
  {
    rule: suffixes,
    bad: [[source(`${SERVICE}roster.thing.ts`)], [source(`${SERVICE}roster.http.controller.ts`)]],
    good: [
      [source(`${SERVICE}import-roster.command.ts`)],
      [source(`${SERVICE}roster.ts`)],
      [source(`${SERVICE}roster.columns.ts`), source(`${SERVICE}roster.ts`)],
      [source(`${SERVICE}roster.errors.spec.ts`)],
    ],
  },
  {
    rule: suffixesInUse,
    bad: [SUFFIXES.slice(1).map((suffix) => source(`${SERVICE}roster.${suffix}.ts`))],
    good: [SUFFIXES.map((suffix) => source(`${SERVICE}roster.${suffix}.ts`))],
  },
  {
    rule: bannedWords,
    bad: [
      [source(`${SERVICE}roster-utils.ts`)],
      [source('apps/congress/src/common/roster.ts')],
      [code('export class RosterManager {}\n')],
      [code('function handleRow() {}\n')],
      [code('interface BaseRow {}\n')],
    ],
    good: [
      [source(`${SERVICE}database.ts`)],
      [code('export class RosterRow {}\n')],
      [source('libs/ballot/domain/src/counting/threshold.ts', 'export type Base = 1;\n')],
    ],
  },
  {
    rule: shapesNamedOnce,
    bad: [
      [
        source(`${SERVICE}a.requests.ts`, 'export class AnswerRequest {}\n'),
        source('apps/congress/src/units/b.requests.ts', 'export class AnswerRequest {}\n'),
      ],
    ],
    good: [
      [
        source(`${SERVICE}a.requests.ts`, 'export class AnswerRequest {}\n'),
        source('apps/ballot/src/units/b.requests.ts', 'export class AnswerRequest {}\n'),
      ],
    ],
  },
  {
    rule: exportsNamedOnce,
    bad: [
      [source(`${DOMAIN}a.ts`, 'export type Place = 1;\n'), source(`${DOMAIN}units/b.ts`, 'export interface Place {}\n')],
      [source(`${DOMAIN}a.ts`, 'export class Place {}\n'), source(`${DOMAIN}b.ts`, 'export const Place = 1;\n')],
      [source(`${DOMAIN}a.ts`, 'export function placeOf() {}\n'), source(`${DOMAIN}testing/b.ts`, 'export const placeOf = 1;\n')],
    ],
    good: [
      [source(`${DOMAIN}a.ts`, 'export const Place = 1;\nexport type Place = typeof Place;\n')],
      [source(`${DOMAIN}a.ts`, 'export type Place = 1;\n'), source(`${DOMAIN}b.ts`, `export type { Place } from './a.js';\n`)],
      [source(`${DOMAIN}a.ts`, 'export type Place = 1;\n'), source(`${DOMAIN}b.ts`, 'type Place = 2;\nexport const it: Place = 2;\n')],
      [source(`${DOMAIN}a.ts`, 'export type Place = 1;\n'), source('libs/proposals/domain/src/a.ts', 'export type Place = 2;\n')],
    ],
  },
  {
    rule: noAny,
    bad: [
      [code('export const it: any = 1;\n')],
      [code('export const it = 1 as any;\n')],
      [code('export type It = Record<string, any>;\n')],
    ],
    good: [[code(`export const it: unknown = 'any'; // any\n`)]],
  },
  {
    rule: noForwardRef,
    bad: [[code(`import { forwardRef } from '@nestjs/common';\nexport { forwardRef };\n`)]],
    good: [[code('export const it = 1;\n')]],
  },
  {
    rule: suppressionsSayWhy,
    bad: [
      [code('// eslint-disable-next-line no-console\nexport const it = 1;\n')],
      [code('// @ts-expect-error\nexport const it = 1;\n')],
      [code('// @ts-ignore for a good reason\nexport const it = 1;\n')],
    ],
    good: [
      [code('// eslint-disable-next-line no-console -- the console is the door here\nexport const it = 1;\n')],
      [code('// @ts-expect-error the type of the library lags\nexport const it = 1;\n')],
    ],
  },
  {
    rule: noSkippedTests,
    bad: [
      [source(`${SERVICE}it.spec.ts`, `it.skip('counts', () => {});\n`)],
      [source(`${SERVICE}it.int-spec.ts`, `describe.only('roster', () => {});\n`)],
      [source('test/e2e/it.spec.ts', `it.todo('counts');\n`)],
      [source(`${SERVICE}it.spec.ts`, `xit('counts', () => {});\n`)],
      [source(`${SERVICE}it.spec.ts`, `fit('counts', () => {});\n`)],
    ],
    good: [
      [source(`${SERVICE}it.spec.ts`, `it('takes only the first', () => { list.skip(1); });\n`)],
      [source(`${SERVICE}it.spec.ts`, `it('judges', () => { expect(verdict).toEqual({ fit: true }); });\n`)],
    ],
  },
  {
    rule: noDayOfUtc,
    bad: [
      [source(`${SERVICE}it.int-spec.ts`, `const today = new Date().toISOString().slice(0, 10);\n`)],
      [
        source(
          'test/authorisation/it.ts',
          `const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);\n`,
        ),
      ],
    ],
    good: [
      [source(`${SERVICE}it.int-spec.ts`, `const today = dayOf(new Date());\n`)],
      [source(`${SERVICE}it.spec.ts`, `const later = new Date(Date.parse(dueOn) + DAY_MS).toISOString().slice(0, 10);\n`)],
    ],
  },
  {
    rule: pagesAreAwaited,
    bad: [
      [source('test/e2e/it.spec.ts', `it('shows it', async () => { expect(await page.getByRole('row').count()).toBe(2); });\n`)],
      [source('test/e2e/it.ts', `export const it = async () => expect(await field.getAttribute('aria-pressed')).toBe('true');\n`)],
    ],
    good: [
      [
        source(
          'test/e2e/it.spec.ts',
          `it('shows it', async () => { await becomes(() => page.getByRole('row').count(), 2); expect(await visitor.prints('it')).toBe(1); });\n`,
        ),
      ],
    ],
  },
  {
    rule: noBarrels,
    bad: [
      [source(`${SERVICE}index.ts`)],
      [source(`${SERVICE}everything.ts`, `export * from './it.js';\nexport { other } from './other.js';\n`)],
    ],
    good: [
      [source(`${DOMAIN}index.ts`, `export { Session } from './session.js';\n`)],
      [source(`${SERVICE}it.ts`, `export { other } from './other.js';\nexport const it = 1;\n`)],
    ],
  },
  {
    rule: domainClassesHaveSpecs,
    bad: [
      [
        source(`${DOMAIN}session.ts`, 'export class Session {}\n'),
        source(`${DOMAIN}index.ts`, `export { Session } from './session.js';\n`),
      ],
    ],
    good: [
      [
        source(`${DOMAIN}session.ts`, 'export class Session {}\n'),
        source(`${DOMAIN}index.ts`, `export { Session } from './session.js';\n`),
        source(`${DOMAIN}session.spec.ts`),
      ],
      [
        source(`${DOMAIN}session.repository.ts`, 'export abstract class SessionRepository {}\n'),
        source(`${DOMAIN}index.ts`, `export { SessionRepository } from './session.repository.js';\n`),
      ],
      [source(`${DOMAIN}inside.ts`, 'export class Inside {}\n'), source(`${DOMAIN}index.ts`, `export { Session } from './session.js';\n`)],
    ],
  },
  {
    rule: promisesHaveReasons,
    bad: [
      [code('// TODO\nexport const it = 1;\n')],
      [code('/* FIXME: later */\nexport const it = 1;\n')],
      [code('export const it = 1; // XXX\n')],
    ],
    good: [[code('// TODO(#12): a second term needs its own roster\nexport const it = 1;\n')], [code(`export const it = 'TODO';\n`)]],
  },
  {
    rule: noCommentedOutCode,
    bad: [
      [code('// const it = 1;\nexport {};\n')],
      [code('export const it = 1; // it.save(row);\n')],
      [code('/*\nif (row.isFaulty) {\n  refuse(row);\n}\n*/\nexport {};\n')],
      [code(`// import { it } from './it.js';\nexport {};\n`)],
      [code('function it() {\n  // return 1;\n}\n')],
    ],
    good: [
      [code('// A row that is faulty is refused; the others stand (see ADR-0003).\nexport const it = 1;\n')],
      [code('/** Used as `it(1);` */\nexport const it = 1;\n')],
      [code('// Kept until the next session;\nexport const it = 1;\n')],
      [code(`export const it = '// const it = 1;';\n`)],
    ],
  },
  {
    rule: noFileCycles,
    bad: [
      [source(`${SERVICE}a.ts`, `import './b.js';\n`), source(`${SERVICE}b.ts`, `export { a } from './a.js';\n`)],
      [
        source(`${SERVICE}a.ts`, `import './b.js';\n`),
        source(`${SERVICE}b.ts`, `import './c.js';\n`),
        source(`${SERVICE}c.tsx`, `import './b.js';\n`),
      ],
      [source(`${SERVICE}a.ts`, `import './b.js';\n`), source(`${SERVICE}b.ts`, `import type { A } from './a.js';\nexport type B = A;\n`)],
      [source('tools/lib/a.mjs', `import './b.mjs';\n`), source('tools/lib/b.mjs', `import './a.mjs';\n`)],
      [source(`${SERVICE}a.ts`, `export type A = import('./b.js').B;\n`), source(`${SERVICE}b.ts`, `export type { A } from './a.js';\n`)],
      [
        source(`${SERVICE}a.tsx`, `export const later = () => import('./b.js');\n`),
        source(`${SERVICE}b.ts`, `import { type A } from './a.js';\nexport type B = A;\n`),
      ],
    ],
    good: [
      [
        source(`${SERVICE}a.ts`, `import './b.js';\nimport './c.js';\n`),
        source(`${SERVICE}b.ts`, `import type { C } from './c.js';\nexport type B = C;\n`),
        source(`${SERVICE}c.ts`),
      ],
    ],
  },
  {
    rule: noFolderCycles,
    bad: [
      [
        source(`${SERVICE}a.ts`, `import '../members/b.js';\n`),
        source(`${SERVICE}c.ts`),
        source('apps/congress/src/members/b.ts', `import type { C } from '../roster/c.js';\nexport type B = C;\n`),
      ],
      [
        source(`${SERVICE}a.ts`, `import './sheets/b.js';\n`),
        source(`${SERVICE}c.ts`),
        source(`${SERVICE}sheets/b.ts`, `import '../c.js';\n`),
      ],
    ],
    good: [
      [
        source('apps/congress/src/congress.module.ts', `import './roster/a.js';\n`),
        source(`${SERVICE}a.ts`, `import '../congress.config.js';\n`),
        source('apps/congress/src/congress.config.ts'),
      ],
      [
        source(`${SERVICE}a.ts`, `import '../members/b.js';\n`),
        source(`${SERVICE}c.ts`),
        source('apps/congress/src/members/b.ts'),
        source('apps/congress/src/members/b.spec.ts', `import '../roster/c.js';\n`),
      ],
    ],
  },
  {
    rule: chineseInMessagesOnly,
    bad: [
      [code(`export const it = '提案';\n`)],
      [code('export const it = `${1} 票`;\n')],
      [source('apps/web/src/app/frame.tsx', 'export const Frame = () => <p>提案</p>;\n')],
    ],
    good: [
      [code('/** A proposal (提案). */\nexport const it = 1;\n')],
      [source('apps/notifier/src/messages/zh-cn.ts', `export const it = '提案';\n`)],
      [source(`${SERVICE}it.spec.ts`, `export const it = '提案';\n`)],
    ],
  },
  {
    rule: noMachines,
    bad: [
      ['', 'home', 'somebody', 'plenum'],
      ['', 'root', 'plenum'],
    ]
      .map((parts) => [source('docs/it.md', `See ${parts.join('/')}.\n`)])
      .concat([[source('docker/compose.yml', `host: ${[10, 0, 0, 7].join('.')}\n`)]]),
    good: [
      [
        source(
          'docs/it.md',
          'See /tmp/plenum and https://example.org/home/page, nest 10.15.0, 127.0.0.1, the networks 10.0.0.0/8 and 192.168.0.0/16.\n',
        ),
      ],
    ],
  },
  { rule: lengths, bad: [[code('export const it = 1;\n'.repeat(451))]], good: [[code('export const it = 1;\n'.repeat(450))]] },
  {
    rule: widths,
    bad: [
      [code(`// ${'long '.repeat(30)}\n`)],
      [code(`export const it = ${'1 + '.repeat(40)}1;\n`)],
      [code(`export const it = 'SELECT ${'a, '.repeat(50)}b FROM c';\n`)],
      [code(`export const it = \`\n  SELECT ${'a, '.repeat(50)}b\n\`;\n`)],
    ],
    good: [
      [code(`export const it =\n  'a sentence ${'that goes on '.repeat(20)}';\n`)],
      [code(`export const it = ${'1 + '.repeat(29)}1;\n`)],
    ],
  },
  {
    rule: functionLengths,
    bad: [
      [code(`export function it() {\n${'  one();\n'.repeat(70)}}\n`)],
      [source(`${SERVICE}it.spec.ts`, `it('does', () => {\n${'  one();\n'.repeat(70)}});\n`)],
    ],
    good: [
      [code(`export function it() {\n${'  one();\n'.repeat(68)}}\n`)],
      [code(`export function it() {\n  return \`\n${'SELECT\n'.repeat(80)}\`;\n}\n`)],
      [source(`${SERVICE}it.spec.ts`, `describe('it', () => {\n${'  one();\n'.repeat(80)}});\n`)],
    ],
  },
];

describe.each(SAMPLES.map((sample) => [sample.rule.name, sample] as const))('tidy: %s', (_name, { rule, bad, good }) => {
  it.each(
    bad.map((sources) => [sources.map(({ path, text }) => `${path} ${JSON.stringify(text.slice(0, 60))}`).join(', '), sources] as const),
  )('finds %s', (_what, sources) => {
    expect(rule.find(sources)).not.toEqual([]);
  });

  it.each(
    good.map((sources) => [sources.map(({ path, text }) => `${path} ${JSON.stringify(text.slice(0, 60))}`).join(', '), sources] as const),
  )('lets pass %s', (_what, sources) => {
    expect(rule.find(sources)).toEqual([]);
  });
});
