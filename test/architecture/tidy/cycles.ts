import { posix } from 'node:path';
import ts from 'typescript';
import { nodesOf, type Rule, type Source } from './source.js';

/** Files that import each other in a circle. A type counts like a value: who reads one of them has to read them all. */
export const noFileCycles: Rule = {
  name: 'no files import each other in a circle',
  find: (sources) => circlesOf(importsIn(sources)),
};

/**
 * Folders that import each other in a circle. A file right below a project's root is no folder's: there lie the module that knows
 * everything and the words that everything knows. Tests are left out, which nobody imports.
 */
export const noFolderCycles: Rule = {
  name: 'no folders import each other in a circle',
  find: (sources) => {
    const folders = new Map<string, Set<string>>();
    for (const [path, imports] of importsIn(sources.filter(({ path }) => !isSpec(path)))) {
      const from = folders.get(folderOf(path)) ?? new Set();
      for (const to of imports.map(folderOf)) if (to !== folderOf(path)) from.add(to);
      folders.set(folderOf(path), from);
    }
    return circlesOf(folders);
  },
};

const ROOT = /^(apps\/[^/]+\/src|libs\/[^/]+\/[^/]+\/src|test)$/;
const isSpec = (path: string): boolean => /\.(spec|int-spec|contract)\.tsx?$/.test(path);

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return ROOT.test(folder) ? path : folder;
}

/** Which of the files each file imports: values, types, and what is loaded later. */
export function importsIn(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const files = sources.filter(({ path }) => /(?<!\.d)\.(tsx?|mjs)$/.test(path));
  const paths = new Set(files.map(({ path }) => path));
  return new Map(files.map((source) => [source.path, nodesOf(source).flatMap((node) => fileOf(source, specifierOf(node), paths))]));
}

function fileOf(source: Source, specifier: string | undefined, paths: ReadonlySet<string>): readonly string[] {
  if (!specifier?.startsWith('.')) return [];
  const target = posix.join(posix.dirname(source.path), specifier).replace(/\.js$/, '');
  return [target, `${target}.ts`, `${target}.tsx`].filter((path) => paths.has(path));
}

function specifierOf(node: ts.Node): string | undefined {
  const from = (): ts.Node | undefined => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
    if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
    return ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined;
  };
  const specifier = from();
  return specifier && ts.isStringLiteral(specifier) ? specifier.text : undefined;
}

/** Circles as `a -> b -> a`, none only where there is none, found by walking in depth with the way walked so far at hand. */
function circlesOf(graph: ReadonlyMap<string, Iterable<string>>): readonly string[] {
  const circles = new Set<string>();
  const finished = new Set<string>();
  const way: string[] = [];
  const walk = (place: string): void => {
    const met = way.indexOf(place);
    if (met >= 0) {
      circles.add([...way.slice(met), place].join(' -> '));
      return;
    }
    if (finished.has(place)) return;
    way.push(place);
    for (const next of graph.get(place) ?? []) walk(next);
    way.pop();
    finished.add(place);
  };
  for (const place of graph.keys()) walk(place);
  return [...circles];
}
