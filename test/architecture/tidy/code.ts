import ts from 'typescript';
import { at, commentsOf, isTest, nodesOf, type Rule, treeOf, typescriptOf } from './source.js';

/** `any` switches the compiler off where it is written. */
export const noAny: Rule = {
  name: 'no any',
  find: (sources) =>
    typescriptOf(sources).flatMap((source) =>
      nodesOf(source)
        .filter((node) => node.kind === ts.SyntaxKind.AnyKeyword)
        .map((node) => at(source, node.getStart(), 'any')),
    ),
};

/** `forwardRef` hides a cycle from the reader and from Nest. */
export const noForwardRef: Rule = {
  name: 'no forwardRef',
  find: (sources) =>
    typescriptOf(sources).flatMap((source) =>
      nodesOf(source)
        .filter((node) => ts.isIdentifier(node) && node.text === 'forwardRef')
        .map((node) => at(source, node.getStart(), 'forwardRef')),
    ),
};

const SUPPRESSION = /^\/[/*]+\s*(eslint-disable|@ts-(ignore|expect-error|nocheck))/;

/** A rule may be switched off for a line by whoever says why; `@ts-nocheck` and `@ts-ignore` never. */
export const suppressionsSayWhy: Rule = {
  name: 'whoever switches a check off says why',
  find: (sources) =>
    typescriptOf(sources).flatMap((source) =>
      commentsOf(source)
        .filter(({ text }) => SUPPRESSION.test(text))
        .filter(({ text }) => /@ts-(ignore|nocheck)/.test(text) || !/(--|@ts-expect-error:?)\s+\S+\s+\S+/.test(text))
        .map(({ position, text }) => at(source, position, text)),
    ),
};

/** A test left out, or left alone, makes the whole run a half-truth. */
export const noSkippedTests: Rule = {
  name: 'no test is skipped, left alone or promised',
  find: (sources) =>
    typescriptOf(sources)
      .filter(({ path }) => isTest(path))
      .flatMap((source) =>
        nodesOf(source)
          .filter(isSkipping)
          .map((node) => at(source, node.getStart(), node.getText())),
      ),
};

const TESTS = ['it', 'test', 'describe'];

function isSkipping(node: ts.Node): boolean {
  if (ts.isIdentifier(node)) {
    const isNameOfData = ts.isPropertyAssignment(node.parent) && node.parent.name === node; // A program may be `fit`.
    return !isNameOfData && ['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'].includes(node.text);
  }
  if (!ts.isPropertyAccessExpression(node) || !['skip', 'only', 'todo', 'failing'].includes(node.name.text)) return false;
  return ts.isIdentifier(node.expression) && TESTS.includes(node.expression.text);
}

const READS_OF_PAGES = new Set([
  'count',
  'inputValue',
  'isChecked',
  'isDisabled',
  'isEnabled',
  'isVisible',
  'isHidden',
  'innerText',
  'textContent',
  'getAttribute',
]);

/** What a page shows follows an act a moment later: read once, it fails on a slow machine (`becomes` waits). */
export const pagesAreAwaited: Rule = {
  name: 'a walk waits for what a page shows',
  find: (sources) =>
    typescriptOf(sources)
      .filter(({ path }) => path.startsWith('test/e2e/'))
      .flatMap((source) =>
        nodesOf(source)
          .filter(isExpectedAtOnce)
          .map((node) => at(source, node.getStart(), node.getText())),
      ),
};

function isExpectedAtOnce(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'expect') return false;
  const [awaited] = node.arguments;
  if (!awaited || !ts.isAwaitExpression(awaited) || !ts.isCallExpression(awaited.expression)) return false;
  const read = awaited.expression.expression;
  return ts.isPropertyAccessExpression(read) && READS_OF_PAGES.has(read.name.text);
}

/** The index of a lib: what its package exports, for others and for their tests. */
const LIB_INDEX = /^libs\/[^/]+\/[^/]+\/src\/(testing\/)?index\.ts$/;

/** A file that only passes on: the reader hops, and cycles hide behind it. */
export const noBarrels: Rule = {
  name: 'only the index.ts of a lib, and of its testing folder, gathers others',
  find: (sources) =>
    typescriptOf(sources)
      .filter(({ path }) => !LIB_INDEX.test(path))
      .filter((source) => {
        const { statements } = treeOf(source);
        const passesOn =
          statements.length > 0 && statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
        return passesOn || /\/index\.tsx?$/.test(source.path);
      })
      .map(({ path }) => path),
};

/** A class that a domain shows to others is a rule of the congress: it has a spec beside it. */
export const domainClassesHaveSpecs: Rule = {
  name: 'every class that a domain shows has a spec beside it',
  find: (sources) => {
    const paths = sources.map(({ path }) => path);
    const indexOf = (path: string) => sources.find((source) => source.path === path.replace(/\/src\/.*/, '/src/index.ts'))?.text ?? '';
    return typescriptOf(sources)
      .filter(({ path }) => /^libs\/[^/]+\/domain\/src\//.test(path) && !isTest(path))
      .filter((source) => treeOf(source).statements.some((statement) => isRuleClass(statement, indexOf(source.path))))
      .map(({ path }) => path.replace(/\.ts$/, ''))
      .filter((stem) => !paths.some((path) => path.startsWith(`${stem}.`) && path.endsWith('.spec.ts')))
      .map((stem) => `${stem}.ts has no spec`);
  },
};

function isRuleClass(statement: ts.Statement, index: string): boolean {
  if (!ts.isClassDeclaration(statement) || !statement.name || !new RegExp(`\\b${statement.name.text}\\b`).test(index)) return false;
  const modifiers = statement.modifiers?.map(({ kind }) => kind) ?? [];
  return modifiers.includes(ts.SyntaxKind.ExportKeyword) && !modifiers.includes(ts.SyntaxKind.AbstractKeyword);
}

/** The day of UTC is another than that of the congress for eight hours of each day, and a test that takes it fails in them. */
export const noDayOfUtc: Rule = {
  name: 'a test takes today from the calendar, not from UTC',
  find: (sources) =>
    typescriptOf(sources)
      .filter(({ path }) => path.startsWith('test/') || isTest(path))
      .flatMap((source) =>
        nodesOf(source)
          .filter((node) => DAY_OF_UTC.test(node.getText()) && ts.isCallExpression(node))
          .map((node) => at(source, node.getStart(), node.getText())),
      ),
};

const DAY_OF_UTC = /^new Date\((Date\.now\(\)[^;]*)?\)\.toISOString\(\)\.slice\(0, 10\)$/;
