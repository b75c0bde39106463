import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, repositoryRoot } from '../lib/repository.js';

const WEB = 'apps/web/src';
const DOCUMENTS = `${WEB}/api/generated`;
const PATH_LINE = /^ {4}"(\/api\/[^"]+)": \{$/;
const METHOD_LINE = /^ {8}(get|post|put|patch|delete): /;
const ADDRESS = /(?:\.(GET|POST|PUT|PATCH|DELETE)\(\s*)?['"`](\/api\/(?:congress|proposals|ballot|notifier)\/[^'"`?]+)/g;

const textOf = (file: string): string => readFileSync(join(repositoryRoot(), file), 'utf8');

/** Every operation of the services' OpenAPI documents, as `METHOD /path`: read from the types that are generated from them. */
export function operations(): readonly string[] {
  return readdirSync(join(repositoryRoot(), DOCUMENTS)).flatMap((file) => {
    let path = '';
    const found: string[] = [];
    for (const line of textOf(`${DOCUMENTS}/${file}`).split('\n')) {
      path = PATH_LINE.exec(line)?.[1] ?? path;
      const method = METHOD_LINE.exec(line)?.[1];
      if (method) found.push(`${method.toUpperCase()} ${path}`);
    }
    return found;
  });
}

/** Every operation that the web client asks for. An address that stands by itself is that of a file or a stream, which is fetched. */
export function usedByWeb(): ReadonlySet<string> {
  const sources = filesBelow(WEB).filter((file) => /\.tsx?$/.test(file) && !/\.(int-)?spec\.tsx?$/.test(file));
  return new Set(sources.flatMap((file) => [...textOf(file).matchAll(ADDRESS)].map(([, method = 'GET', path]) => `${method} ${path}`)));
}
