import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { diskFull, troubleFrom } from './local-server-error.js';

const SECRET_BYTES = 24;

/** Makes a folder that only its owner may enter. */
export async function privateFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw troubleFrom(String(error), 'Plenum', folder);
  }
  return folder;
}

/** Refuses (`disk-full`) when a folder's disk has less room than what is about to be written needs. */
export async function ensureRoom(folder: string, neededBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < neededBytes) throw diskFull(folder);
}

/**
 * The secret kept in a file only its owner may read; made at the first call from what `make` gives (by default 24 random bytes
 * as base64url). Written whole or not at all: a killed run leaves no half secret.
 */
export async function keepSecret(
  file: string,
  make: () => string | Promise<string> = () => randomBytes(SECRET_BYTES).toString('base64url'),
): Promise<string> {
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim() !== '') return kept.trim();
  const secret = await make();
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, `${secret}\n`, { mode: 0o600 });
  await chmod(unfinished, 0o600);
  await rename(unfinished, file);
  return secret.trim();
}

/** The last lines of a log, for the one line that says what went wrong. */
export async function tailOf(logFile: string, lines = 40): Promise<string> {
  const text = await readFile(logFile, 'utf8').catch(() => '');
  return text.split('\n').slice(-lines).join('\n');
}

/** Where the logs of a data folder's servers go. */
export const logsOf = (dataFolder: string): string => path.join(dataFolder, 'logs');
