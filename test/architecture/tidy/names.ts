import ts from 'typescript';
import { at, type Rule, type Source, treeOf, typescriptOf } from './source.js';

/** The closed list of what a file may say it is, after the thing it is about: `submit-proposal.command.ts`. */
export const SUFFIXES = [
  'command',
  'query',
  'reaction',
  'projection',
  'controller',
  'requests',
  'responses',
  'service',
  'guard',
  'filter',
  'repository',
  'rows',
  'publishing',
  'migration',
  'events',
  'errors',
  'config',
  'module',
  'worker',
  'spec',
  'int-spec',
  'int-suite',
  'bench',
];

/** Words that name nothing: whatever they stand for has a name of its own. */
export const BANNED_WORDS = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'manager',
  'processor',
  'base',
  'impl',
  'data',
  'info',
  'handle',
  'do',
];

/** Where such a word is a term of its subject. */
const TERMS: readonly RegExp[] = [
  /fixed-?base/i, // Of exponentiation.
  /\bballots?\/.*\bbase/i, // Of a threshold: roll, present, valid (COUNTING).
  /event-?data/i, // Of an event: what it carries.
  /data-?source/i, // TypeORM's own.
  /proposals.*\bhandle\b/i, // What a unit does with a proposal (承办).
];

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
const bannedIn = (path: string, name = ''): readonly string[] =>
  TERMS.some((term) => term.test(`${path} ${name}`)) ? [] : wordsOf(name || path).filter((word) => BANNED_WORDS.includes(word));

/** A suffix is of the list, or names a part of a thing that has its own file or another part: `outbox.relay.ts` beside `outbox.ts`. */
export const suffixes: Rule = {
  name: 'a file says what it is by a suffix of the list, or as a part of a thing beside it',
  find: (sources) => {
    const files = typescriptOf(sources).map(({ path }) => path);
    const stemOf = (path: string) => path.slice(0, path.indexOf('.', path.lastIndexOf('/')));
    return files.filter((path) => {
      const unknown = suffixesOf(path).filter((part) => !SUFFIXES.includes(part));
      if (unknown.length === 0) return false;
      const siblings = files.filter((other) => other !== path && stemOf(other) === stemOf(path));
      return unknown.length > 1 || siblings.length === 0;
    });
  },
};

/** The suffixes of a file's name. */
const suffixesOf = (path: string): readonly string[] =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.tsx?$/, '')
    .split('.')
    .slice(1);

/** What no file says of itself is no kind of file here: a list that nobody prunes allows what nobody agreed on. */
export const suffixesInUse: Rule = {
  name: 'every suffix of the list is that of a file',
  find: (sources) => {
    const used = new Set(typescriptOf(sources).flatMap(({ path }) => suffixesOf(path)));
    return SUFFIXES.filter((suffix) => !used.has(suffix)).map((suffix) => `.${suffix} is in the list, and no file has it`);
  },
};

/** Banned words in the names of files, folders, classes, interfaces, types and functions. */
export const bannedWords: Rule = {
  name: 'no name says utils, helper, manager, data and their like',
  find: (sources) =>
    typescriptOf(sources).flatMap((source) => {
      const inPath = bannedIn(source.path).map((word) => `${source.path} is named "${word}"`);
      const inCode = treeOf(source).statements.flatMap((statement) => {
        const isNamed =
          ts.isClassDeclaration(statement) ||
          ts.isInterfaceDeclaration(statement) ||
          ts.isTypeAliasDeclaration(statement) ||
          ts.isFunctionDeclaration(statement);
        if (!isNamed || !statement.name) return [];
        return bannedIn(source.path, statement.name.text).map((word) =>
          at(source, statement.getStart(), `${statement.name?.text} says "${word}"`),
        );
      });
      return [...inPath, ...inCode];
    }),
};

const SHAPES = /^(apps\/[^/]+)\/.*\.(requests|responses)\.ts$/;

/** The API document of a service knows a shape by the name of its class alone: of two with one name it would describe only one. */
export const shapesNamedOnce: Rule = {
  name: 'no two shapes of the endpoints of a service have one name',
  find: (sources) => {
    const named = new Set<string>();
    return typescriptOf(sources).flatMap((source) => {
      const service = SHAPES.exec(source.path)?.[1];
      if (!service) return [];
      return treeOf(source).statements.flatMap((statement) => {
        const name = ts.isClassDeclaration(statement) ? `${service} ${statement.name?.text ?? ''}` : null;
        if (name === null) return [];
        if (named.has(name)) return [at(source, statement.getStart(), `${name} is named twice`)];
        named.add(name);
        return [];
      });
    });
  },
};

const LIBRARY = /^(libs(?:\/[^/]+)+?)\/src\//;

/** What a file declares for others under a name of its own; what it hands on of another file is declared there. */
function exportedNames(source: Source): readonly { readonly name: string; readonly position: number }[] {
  return treeOf(source).statements.flatMap((statement) => {
    if (!ts.canHaveModifiers(statement)) return [];
    if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    const position = statement.getStart();
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [{ name: name.text, position }] : []));
    }
    const isNamed =
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isEnumDeclaration(statement) ||
      ts.isFunctionDeclaration(statement);
    return isNamed && statement.name ? [{ name: statement.name.text, position }] : [];
  });
}

/** Whoever reads a name knows the one thing that it is in the library. A type and its value in one file are one thing. */
export const exportsNamedOnce: Rule = {
  name: 'no two files of a library export different things under one name',
  find: (sources) => {
    const homes = new Map<string, string>();
    return typescriptOf(sources).flatMap((source) => {
      const library = LIBRARY.exec(source.path)?.[1];
      if (!library) return [];
      return exportedNames(source).flatMap(({ name, position }) => {
        const home = homes.get(`${library} ${name}`);
        if (home === undefined) homes.set(`${library} ${name}`, source.path);
        return home === undefined || home === source.path ? [] : [at(source, position, `${name} is exported by ${home}, too`)];
      });
    });
  },
};
