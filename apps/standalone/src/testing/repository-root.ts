import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder of this repository: the nearest one above the working folder that holds `nx.json`. */
export function repositoryRoot(from = process.cwd()): string {
  if (existsSync(path.join(from, 'nx.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error('There is no nx.json above the working folder.');
  return repositoryRoot(above);
}
