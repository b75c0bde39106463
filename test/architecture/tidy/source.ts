import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesBelow, repositoryRoot } from '../../lib/repository.js';

/** A file of the repository as tidy reads it. */
export interface Source {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** One rule of tidiness: what it finds in the sources, each as `path:line what`. */
export interface Rule {
  readonly name: string;
  readonly find: (sources: readonly Source[]) => readonly string[];
}

const TEXT_FILE = /(\.(ts|tsx|mjs|js|json|md|yml|yaml|css|html|sh|sql|env)|Dockerfile|run|commit-msg|pre-commit)$/;
const GENERATED = /(^|\/)metadata\.ts$/; // By tools/openapi.mjs.
const FOLDERS = ['apps', 'libs', 'test', 'tools', 'docs', 'docker', '.husky', '.ci'];

/** Every text file that somebody wrote: the projects, the documents, the files of the root. */
export function repositorySources(): readonly Source[] {
  const rootFiles = filesBelow('.').filter((path) => !path.includes('/') && path !== 'package-lock.json');
  const found = FOLDERS.flatMap((folder) => {
    try {
      return filesBelow(folder);
    } catch {
      return []; // A folder that does not exist holds nothing untidy.
    }
  });
  return [...rootFiles, ...found]
    .filter((path) => TEXT_FILE.test(path) && !GENERATED.test(path))
    .map((path) => ({ path, text: readFileSync(join(repositoryRoot(), path), 'utf8') }));
}

/** The sources that are TypeScript; a declaration file only describes what others wrote. */
export const typescriptOf = (sources: readonly Source[]): readonly Source[] => sources.filter(({ path }) => /(?<!\.d)\.tsx?$/.test(path));

/** A test or what only tests import. */
export const isTest = (path: string): boolean => /(\.(spec|int-spec)\.tsx?$)|(^|\/)testing\/|^test\//.test(path);

const remembered = <T>(make: (source: Source) => T): ((source: Source) => T) => {
  const made = new WeakMap<Source, { readonly value: T }>();
  return (source) => {
    const known = made.get(source) ?? { value: make(source) };
    made.set(source, known);
    return known.value;
  };
};

/** The syntax tree of a source. */
export const treeOf = remembered((source) => {
  const kind = source.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2023, true, kind);
});

/** Every node of a source; punctuation is none. */
export const nodesOf = remembered((source): readonly ts.Node[] => {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(treeOf(source));
  return nodes;
});

/** `path:line what`, for a position in a source. */
export const at = (source: Source, position: number, what: string): string =>
  `${source.path}:${source.text.slice(0, position).split('\n').length} ${what}`;

/** Every comment of a source, as written, with where it begins. */
export const commentsOf = remembered((source): readonly { readonly position: number; readonly text: string }[] => {
  const ranges = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.JsxText) return; // What looks like a comment there is text.
    const children = node.getChildren();
    children.forEach(visit);
    if (children.length > 0) return;
    const around = [
      ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of around) ranges.set(pos, end);
  };
  visit(treeOf(source));
  return [...ranges].map(([position, end]) => ({ position, text: source.text.slice(position, end) }));
});
