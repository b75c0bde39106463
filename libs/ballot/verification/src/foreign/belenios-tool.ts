import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const FOLDER = /^plenum-foreign-(\d+)-/;
const VERSION_SECONDS_MAX = 10;
const OUTPUT_BYTES_MAX = 1_048_576; // It says a line or two; who says more is not the program that we know.

/** How a program ended. `status` is null where it did not run to its end; `fault` is then ENOENT, `timeout` and the like. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly fault: string | null;
}

/** What it came to: `accepted`, or how it did not: `exit-<status>`, `warning`, `timeout` or `not-runnable`. */
export type ToolJudgement = 'accepted' | `exit-${number}` | 'warning' | 'timeout' | 'not-runnable';

/** How long a program may run, and what ends it before. */
export interface ToolBounds {
  readonly seconds: number;
  readonly signal?: AbortSignal;
}

/** Asks the program for its version. */
export const toolVersion = (program: string, signal?: AbortSignal): Promise<Ended> =>
  run(program, ['--version'], { seconds: VERSION_SECONDS_MAX, ...(signal ? { signal } : {}) });

/**
 * Lets the program judge an archive, given in pieces: a process of its own in a folder of its own, with nothing of ours in its environment.
 */
export async function judgeByTool(
  program: string,
  electionId: string,
  archive: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  bounds: ToolBounds,
): Promise<ToolJudgement> {
  const folder = await mkdtemp(join(tmpdir(), `plenum-foreign-${process.pid}-`));
  try {
    await pipeline(Readable.from(archive), createWriteStream(join(folder, `${electionId}.bel`)));
    return judgementOf(await run(program, ['election', 'verify', '--dir', folder], { ...bounds, cwd: folder }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Removes the folders of processes that were killed over an archive: before this one began, nobody with its number was this one. */
export async function removeAbandonedFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(FOLDER.exec(name)?.[1]);
    if (!pid) continue;
    const folder = join(tmpdir(), name);
    const isInUse = pid === process.pid ? (await stat(folder)).mtimeMs >= performance.timeOrigin : isRunning(pid);
    if (!isInUse) await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function judgementOf({ status, output, fault }: Ended): ToolJudgement {
  if (fault !== null || status === null) return fault === 'timeout' ? 'timeout' : 'not-runnable';
  if (status !== 0) return `exit-${status}`;
  // It warns of a result that it does not find, and goes on.
  return output.split('\n').some((line) => line.startsWith('W:')) ? 'warning' : 'accepted';
}

/**
 * Runs a program to its end, or until its time is over. Versions 3.x do not wait for their own checks unless they are told to take
 * them one after the other (`LWT_ASYNC_METHOD`, BALLOT_PROTOCOL 8.5); 2.0 does not know the variable.
 */
function run(program: string, args: readonly string[], { cwd, seconds, signal }: ToolBounds & { readonly cwd?: string }): Promise<Ended> {
  const { PATH, LANG, LD_LIBRARY_PATH } = process.env;
  const env = { PATH, LANG, LD_LIBRARY_PATH, LWT_ASYNC_METHOD: 'none' };
  const options = {
    cwd,
    signal,
    env,
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: OUTPUT_BYTES_MAX,
    encoding: 'utf8',
  } as const;
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      const output = `${stdout}\n${stderr}`;
      if (!error) resolve({ status: 0, output, fault: null });
      else if (typeof error.code === 'number') resolve({ status: error.code, output, fault: null });
      else resolve({ status: null, output, fault: error.code ?? (error.killed ? 'timeout' : (error.signal ?? 'killed')) });
    });
  });
}
