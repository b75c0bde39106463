import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, repositoryRoot } from '../lib/repository.js';

const WEB = 'apps/web/src';
const DOCUMENTS = `${WEB}/api/generated`;
const PATH_LINE = /^ {4}"(\/api\/[^"]+)": \{$/;
const METHOD_LINE = /^ {8}(get|post|put|patch|delete): /;
const OPERATION_LINE = /^ {8}(get|post|put|patch|delete): operations\["(\w+)"\]/;
const READ = /^ +(?:version|digest): /m;
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

/**
 * Everything that changes something in a service, and whether it cannot be asked for without the version, or the fingerprint, of what was
 * read.
 */
export function changes(service: string): ReadonlyMap<string, boolean> {
  const text = textOf(`${DOCUMENTS}/${service}.d.ts`);
  const found = new Map<string, boolean>();
  let path = '';
  for (const line of text.split('\n')) {
    path = PATH_LINE.exec(line)?.[1] ?? path;
    const [, method = 'get', id = ''] = OPERATION_LINE.exec(line) ?? [];
    if (method !== 'get') found.set(`${method.toUpperCase()} ${path}`, isOnWhatWasRead(text, id));
  }
  return found;
}

/** Looks at what is asked, in its address and in its body; never at what is answered. */
function isOnWhatWasRead(text: string, id: string): boolean {
  const [asked = ''] = blockOf(text, `    ${id}: {`, 4).split(/^ {8}responses: /m);
  const body = /requestBody: [^;]*schemas"\]\["(\w+)"\]/.exec(asked)?.[1];
  return READ.test(asked) || (body !== undefined && READ.test(blockOf(text, `        ${body}: {`, 8)));
}

/** From the line that begins a block to the one that closes it, at the same depth. */
function blockOf(text: string, first: string, depth: number): string {
  const begin = text.indexOf(`\n${first}\n`);
  return begin < 0 ? '' : text.slice(begin, text.indexOf(`\n${' '.repeat(depth)}};\n`, begin));
}
