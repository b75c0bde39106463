import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { repositoryRoot } from '../../lib/repository.js';

/** Code as if it stood in a file of the repository; the file need not exist. */
export interface Snippet {
  readonly file: string;
  readonly code: string;
}

/** What ESLint says of each snippet, with the repository's real configuration: `rule: message`, none when it passes. */
export function lintSnippets(snippets: readonly Snippet[]): readonly (readonly string[])[] {
  const root = repositoryRoot();
  const linter = spawnSync(process.execPath, [join(root, 'test/architecture/boundaries/ask-eslint.mjs'), root], {
    cwd: root,
    input: JSON.stringify(snippets),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const lastLine = linter.stdout.trimEnd().split('\n').at(-1);
  if (linter.status !== 0 || !lastLine) throw new Error(`ESLint did not run: ${linter.stderr}`);
  return JSON.parse(lastLine) as string[][];
}
