import ts from 'typescript';
import { isTest, nodesOf, type Source, treeOf, typescriptOf } from '../tidy/source.js';

/** Where a service, or the rules of one, departs from how all of them are written (ADR-0036); each as `path what`. */
export type DialectRule = (src: string, sources: readonly Source[]) => readonly string[];

const own = (src: string, sources: readonly Source[]): readonly Source[] =>
  typescriptOf(sources).filter(({ path }) => path.startsWith(`${src}/`) && !isTest(path));

const called = (src: string, sources: readonly Source[], ending: RegExp): readonly Source[] =>
  own(src, sources).filter(({ path }) => ending.test(path));

const START = "import { run } from './boot.js';\n\nawait run(process.argv.slice(2));\n";

/** The program is the same two lines everywhere; what differs is said in `boot.ts`, to one call of the kit. */
export const startsByOneCall: DialectRule = (src, sources) => [
  ...called(src, sources, /\/src\/main\.ts$/).flatMap(({ path, text }) => (text === START ? [] : [`${path} is not the start of all`])),
  ...called(src, sources, /\/src\/boot\.ts$/).flatMap(({ path, text }) =>
    /= defineService\(/.test(text) ? [] : [`${path} boots by itself`],
  ),
];

/** The module on top stands on what every service stands on. */
export const standsOnTheFoundation: DialectRule = (src, sources) =>
  called(src, sources, /\/src\/[a-z]+\.module\.ts$/).flatMap(({ path, text }) =>
    /\bserviceFoundation\(/.test(text) ? [] : [`${path} lays a foundation of its own`],
  );

const decorates = (source: Source, name: string): readonly ts.ClassDeclaration[] =>
  nodesOf(source)
    .filter(ts.isClassDeclaration)
    .filter((node) => (ts.getDecorators(node) ?? []).some(({ expression }) => expression.getText(treeOf(source)).startsWith(`${name}(`)));

/** A use case is one file, which holds the message and what handles it. */
export const useCasesAreMessages: DialectRule = (src, sources) =>
  (
    [
      ['command', 'CommandHandler'],
      ['query', 'QueryHandler'],
    ] as const
  ).flatMap(([kind, decorator]) => [
    ...called(src, sources, new RegExp(`\\.${kind}\\.ts$`)).flatMap((source) =>
      decorates(source, decorator).length > 0 ? [] : [`${source.path} holds no ${kind} with its handler`],
    ),
    ...own(src, sources)
      .filter(({ path }) => !path.endsWith(`.${kind}.ts`))
      .flatMap((source) => (decorates(source, decorator).length === 0 ? [] : [`${source.path} hides a ${kind}`])),
  ]);

/** Facts travel by the outbox: the framework's own bus of events is in memory, and nobody waits for it. */
export const noEventsInMemory: DialectRule = (src, sources) =>
  own(src, sources).flatMap((source) =>
    /\b(EventBus|EventPublisher|EventsHandler|Saga|AggregateRoot)\b/.test(source.text) ? [`${source.path} tells events in memory`] : [],
  );

/** A behaviour answers what is different: nothing of a domain changes in place. Errors and what a constructor sets are its own. */
export const nothingChangesInPlace: DialectRule = (src, sources) =>
  own(src, sources).flatMap((source) =>
    nodesOf(source)
      .filter(ts.isBinaryExpression)
      .filter(({ left, operatorToken: { kind } }) => {
        const isAssignment = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
        return isAssignment && ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword;
      })
      .filter((node) => !isInConstructor(node))
      .map((node) => `${source.path} changes ${node.left.getText(treeOf(source))} in place`),
  );

function isInConstructor(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) if (ts.isConstructorDeclaration(at)) return true;
  return false;
}
