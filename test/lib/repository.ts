import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this repository: the nearest one above the working folder that holds `nx.json`. */
export function repositoryRoot(from = process.cwd()): string {
  if (existsSync(join(from, 'nx.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('Run the house tests from inside the repository: no nx.json above the working folder.');
  return repositoryRoot(above);
}

/** What the house tests read of a `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
  readonly nx?: { readonly tags?: readonly string[]; readonly targets?: Readonly<Record<string, unknown>> };
}

/** A project of the workspace: its folder, from the root, and its manifest. */
export interface Project {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** The manifest of a folder, from the root; the root's own for `.`. */
export const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(repositoryRoot(), folder, 'package.json'), 'utf8')) as Manifest;

/** Every project that the root's `workspaces` name. */
export function projects(): readonly Project[] {
  const foldersOf = (pattern: string): readonly string[] => {
    if (!pattern.endsWith('/*')) return [pattern];
    const above = pattern.slice(0, -2);
    return readdirSync(join(repositoryRoot(), above), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `${above}/${entry.name}`);
  };
  return (manifestOf('.').workspaces ?? [])
    .flatMap(foldersOf)
    .filter((folder) => existsSync(join(repositoryRoot(), folder, 'package.json')))
    .map((folder) => ({ folder, manifest: manifestOf(folder) }));
}

/** Made or fetched, not written: no rule of the house is about these folders. */
const NOT_OURS = new Set(['node_modules', 'dist', 'out-tsc', 'generated', 'coverage', 'screenshots']);

/** Every file below a folder, as paths from the root with `/`; hidden folders and made ones are left out. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(repositoryRoot(), folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return NOT_OURS.has(entry.name) || entry.name.startsWith('.') ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
