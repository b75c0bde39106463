import ts from 'typescript';
import { at, isTest, nodesOf, type Rule, type Source, treeOf, typescriptOf } from './source.js';

/** Where Chinese text belongs: in messages; and where it is not text but what a program reads or makes up. */
const CHINESE_BELONGS: readonly RegExp[] = [
  /(^|\/)(messages|i18n|wording)\//,
  /(^|[/.-])(messages|wording)\.tsx?$/, // Headings that people write in a table are worded there, too.
  /^libs\/shared\/test-kit\//, // Made-up people.
  /(^|\/)sample[^/]*\//, // The sample congress: its people and proposals.
  /^libs\/ballot\/crypto\/|^apps\/verifier\//, // Strings of a format, never shown as they are.
];

/** What people read stands in message files, in both languages, so that it can be checked and translated. */
export const chineseInMessagesOnly: Rule = {
  name: 'Chinese text for people stands in message files',
  find: (sources) =>
    typescriptOf(sources)
      .filter(({ path }) => !isTest(path) && !CHINESE_BELONGS.some((place) => place.test(path)))
      .flatMap((source) => chineseTextsOf(source)),
};

const HAN = /\p{Script=Han}/u;

function chineseTextsOf(source: Source): readonly string[] {
  if (!HAN.test(source.text)) return [];
  return nodesOf(source)
    .filter((node) => (ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node)) && HAN.test(node.getText()))
    .map((node) => at(source, node.getStart(), node.getText()));
}

const MACHINE_PATH = /(?<![\w.@~:-])\/(home|root|Users|work)\/[\w.-]+|\b[A-Z]:\\\\?[A-Z]/;
// A network, as in 10.0.0.0/8, is no machine.
const PRIVATE_ADDRESS = /\b(10\.\d{1,3}|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){2}(?!\.?\w|\/\d)/;

/** A path or an address of one machine means nothing on the next. */
export const noMachines: Rule = {
  name: 'no path or address of one machine',
  find: (sources) =>
    sources.flatMap((source) =>
      source.text.split('\n').flatMap((line, index) => {
        const found = MACHINE_PATH.exec(line) ?? PRIVATE_ADDRESS.exec(line);
        return found ? [`${source.path}:${index + 1} ${found[0]}`] : [];
      }),
    ),
};

const LINES_MAX = 450; // A file above it is several files.

export const lengths: Rule = {
  name: `no source is longer than ${LINES_MAX} lines`,
  find: (sources) =>
    typescriptOf(sources)
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LINES_MAX)
      .map(({ path, lines }) => `${path} has ${lines} lines`),
};

const WIDTH_MAX = 140; // As Prettier is told in .prettierrc.json.
const SQL = /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER TABLE|COMMENT ON)\b/;

/**
 * What a formatter cannot break is for people to break, SQL above all; a single text on a line of its own, a sentence or a sample, may be
 * longer.
 */
export const widths: Rule = {
  name: `no line is wider than ${WIDTH_MAX} characters, but for a single text`,
  find: (sources) =>
    typescriptOf(sources).flatMap((source) =>
      source.text
        .split('\n')
        .flatMap((line, index) =>
          line.length > WIDTH_MAX && !holdsSingleText(source, index, line)
            ? [`${source.path}:${index + 1} ${line.trim().slice(0, 60)}`]
            : [],
        ),
    ),
};

/** Whether the line would fit without one of the texts that begin and end on it. */
function holdsSingleText(source: Source, index: number, line: string): boolean {
  const tree = treeOf(source);
  const lineOf = (position: number): number => tree.getLineAndCharacterOfPosition(position).line;
  const texts = nodesOf(source).filter(
    (node) =>
      (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isRegularExpressionLiteral(node) || ts.isJsxText(node)) &&
      lineOf(node.getStart()) === index &&
      lineOf(node.getEnd()) === index,
  );
  return texts.some((node) => line.length - node.getWidth() <= WIDTH_MAX && !SQL.test(node.getText()));
}

const FUNCTION_LINES_MAX = 70;

/** Functions above the limit when it was drawn, by file: they may shrink, never grow. */
const LONG_FUNCTIONS: Readonly<Record<string, number>> = {
  'apps/ballot/src/declaring/rounds.int-spec.ts': 76,
  'apps/ballot/src/documents/sections.ts': 96,
  'apps/ballot/src/issuing/mixed.int-spec.ts': 80,
  'apps/ballot/src/issuing/slips/slips.int-spec.ts': 76,
  'apps/ballot/src/life-cycle.int-spec.ts': 78,
  'apps/ballot/src/open-seats/vacancies.int-spec.ts': 77,
  'apps/ballot/src/sealed/ceremony/ceremony.int-spec.ts': 75,
  'apps/proposals/src/filing/way-of-a-proposal.int-spec.ts': 105,
  'libs/shared/service-kit/src/http/service-app.ts': 72,
  'test/e2e/remedy-steps.ts': 83,
  'test/e2e/roster-steps.ts': 84,
  'test/e2e/verdict-steps.ts': 72,
};

/** How long a function may be, besides the lines of its JSX and of its texts in several lines, SQL for instance; `describe` only groups. */
export const functionLengths: Rule = {
  name: `no function is longer than ${FUNCTION_LINES_MAX} lines outside JSX and SQL`,
  find: (sources) =>
    typescriptOf(sources).flatMap((source) =>
      nodesOf(source)
        .filter(
          (node): node is ts.FunctionLikeDeclaration =>
            ts.isFunctionLike(node) && 'body' in node && node.body !== undefined && !isGroupOfTests(node),
        )
        .map((node) => ({ node, lines: linesOfCode(source, node) }))
        .filter(({ lines }) => lines > (LONG_FUNCTIONS[source.path] ?? FUNCTION_LINES_MAX))
        .map(({ node, lines }) => at(source, node.getStart(), `a function of ${lines} lines`)),
    ),
};

const isGroupOfTests = ({ parent }: ts.Node): boolean => ts.isCallExpression(parent) && parent.expression.getText().startsWith('describe');

function linesOfCode(source: Source, node: ts.Node): number {
  const lineOf = (position: number): number => treeOf(source).getLineAndCharacterOfPosition(position).line;
  const linesBetween = (inner: ts.Node): number => lineOf(inner.getEnd()) - lineOf(inner.getStart());
  let dropped = 0;
  const visit = (inner: ts.Node): void => {
    const isText =
      ts.isJsxElement(inner) ||
      ts.isJsxSelfClosingElement(inner) ||
      ts.isJsxFragment(inner) ||
      ts.isTemplateExpression(inner) ||
      ts.isNoSubstitutionTemplateLiteral(inner);
    if (isText) dropped += linesBetween(inner);
    else ts.forEachChild(inner, visit);
  };
  ts.forEachChild(node, visit);
  return linesBetween(node) + 1 - dropped;
}
