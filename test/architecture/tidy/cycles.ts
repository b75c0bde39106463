import { posix } from 'node:path';
import ts from 'typescript';
import { type Rule, type Source, treeOf, typescriptOf } from './source.js';

/** Files that import each other in a circle; types do not count, they are gone when the program runs. */
export const noCycles: Rule = {
  name: 'no files import each other in a circle',
  find: (sources) => {
    const files = typescriptOf(sources);
    const paths = new Set(files.map(({ path }) => path));
    return circlesOf(new Map(files.map((source) => [source.path, importsOf(source, paths)])));
  },
};

function importsOf(source: Source, paths: ReadonlySet<string>): readonly string[] {
  return treeOf(source).statements.flatMap((statement) => {
    const specifier = runTimeSpecifierOf(statement);
    if (!specifier?.startsWith('.')) return [];
    const target = posix.join(posix.dirname(source.path), specifier).replace(/\.js$/, '');
    return [`${target}.ts`, `${target}.tsx`].filter((path) => paths.has(path));
  });
}

function runTimeSpecifierOf(statement: ts.Statement): string | undefined {
  const isErased = ts.isImportDeclaration(statement) ? statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword : ts.isExportDeclaration(statement) && statement.isTypeOnly;
  if (isErased || !(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement))) return undefined;
  return statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier) ? statement.moduleSpecifier.text : undefined;
}

/** Every circle once, as `a -> b -> a`, found by walking in depth with the way walked so far at hand. */
function circlesOf(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const circles = new Set<string>();
  const finished = new Set<string>();
  const way: string[] = [];
  const walk = (file: string): void => {
    const met = way.indexOf(file);
    if (met >= 0) {
      circles.add([...way.slice(met), file].join(' -> '));
      return;
    }
    if (finished.has(file)) return;
    way.push(file);
    for (const next of graph.get(file) ?? []) walk(next);
    way.pop();
    finished.add(file);
  };
  for (const file of graph.keys()) walk(file);
  return [...circles];
}
