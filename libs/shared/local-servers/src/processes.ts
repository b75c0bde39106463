import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const POLL_MS = 20;

/** Whether a process runs; a finished child that nobody has collected (a zombie) does not count. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
  } catch {
    return false;
  }
}

/** The command line of a process, empty when there is none: a recorded process id may belong to a stranger by now. */
export async function commandLineOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    } catch {
      return '';
    }
  }
  return run('ps', ['-p', String(pid), '-o', 'command='])
    .then(({ stdout }) => stdout.trim())
    .catch(() => '');
}

/** Waits until a claim holds; tells at the end of the time whether it did. */
export async function until(claim: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    if (await claim()) return true;
    if (performance.now() >= end) return false;
    await pause(POLL_MS);
  }
}

/** Sends each signal in turn until the process is gone. */
export async function endProcess(pid: number, steps: readonly { signal: NodeJS.Signals; waitMs: number }[]): Promise<void> {
  for (const { signal, waitMs } of steps) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
    if (await until(() => !isAlive(pid), waitMs)) return;
  }
}

/** How to start a server: its program and what it is given. */
export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
}

/** A started server and whether it has ended since. */
export interface Launched {
  readonly pid: number;
  hasEnded(): boolean;
}

/**
 * Starts a server in a process group of its own (Ctrl-C in the terminal does not reach it: its owner ends it in order),
 * writing to a log file and never into the caller's pipe.
 */
export async function launch({ program, args, env, uid, gid }: Launch, logFile: string): Promise<Launched> {
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child: ChildProcess = spawn(program, args, {
      detached: true,
      stdio: ['ignore', log, log],
      env: env ?? process.env,
      ...(uid === undefined ? {} : { uid }),
      ...(gid === undefined ? {} : { gid }),
    });
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    return { pid: child.pid as number, hasEnded: () => ended };
  } finally {
    closeSync(log);
  }
}
