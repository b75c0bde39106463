import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { turnLog } from './log-turning.js';
import { programOf, type ServiceName } from './service-list.js';

/** What a service is loaded with, so that it ends when we are gone. */
export const END_WITH_LAUNCHER = new URL('../../end-with-launcher.mjs', import.meta.url);

/** Where the processes of the house run and what they leave behind. */
export interface Premises {
  /** The folder of the repository. */
  readonly root: string;
  readonly dataFolder: string;
}

/** What brings the databases of several services up to date in one process, so that what they share is loaded once. */
const MIGRATOR = fileURLToPath(new URL('../../migrate-services.mjs', import.meta.url));

/** The log of a service, or that of the migrations. */
export const logFileOf = ({ dataFolder }: Premises, writer: ServiceName | 'migrations'): string =>
  path.join(dataFolder, 'logs', `${writer}.log`);

/** The file that names a service's process, so that the next run finds what a killed one left. */
export const processFileOf = ({ dataFolder }: Premises, service: ServiceName): string => path.join(dataFolder, 'run', `${service}.pid`);

/** What a service needs to start. */
export interface ServiceStart {
  readonly premises: Premises;
  readonly service: ServiceName;
  readonly env: NodeJS.ProcessEnv;
}

/** Starts a service, its process named in a file. */
export async function spawnService({ premises, service, env }: ServiceStart): Promise<ChildProcess> {
  const child = await spawnProgram(premises, service, [path.join(premises.root, programOf(service)), 'run'], env);
  await writeFile(processFileOf(premises, service), `${child.pid}\n`);
  return child;
}

/**
 * Starts a Node program in a process group of its own (the house ends it in order), its words going to its log. Its standard input is a
 * pipe that we hold and never write to: where this process is killed, the pipe closes and the program ends by itself.
 */
async function spawnProgram(
  premises: Premises,
  writer: ServiceName | 'migrations',
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const logFile = logFileOf(premises, writer);
  await turnLog(logFile);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(process.execPath, ['--import', END_WITH_LAUNCHER.href, ...args], {
      cwd: premises.root,
      env,
      detached: true,
      stdio: ['pipe', log, log],
    });
    (child.stdin as Socket).on('error', () => undefined).unref();
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    return child;
  } finally {
    closeSync(log);
  }
}

/** Calls back once the program has ended, also where it did so before anybody asked: that event is not told again. */
export function onceEnded(child: ChildProcess, ended: () => void): void {
  if (child.exitCode !== null || child.signalCode !== null) ended();
  else child.once('exit', ended);
}

/** Forgets the process of a service that has ended in order. */
export const forgetProcess = (premises: Premises, service: ServiceName): Promise<void> =>
  rm(processFileOf(premises, service), { force: true });

/** Brings the databases of services to what their programs expect, one after the other. @throws with the last line of the log */
export async function migrate(premises: Premises, starts: readonly ServiceStart[], signal: AbortSignal): Promise<void> {
  const programs = starts.map(({ service }) => path.join(premises.root, programOf(service)));
  const child = await spawnProgram(
    premises,
    'migrations',
    [MIGRATOR, ...programs],
    Object.assign({}, ...starts.map(({ env }) => env)) as NodeJS.ProcessEnv,
  );
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const code = await new Promise<number | null>((resolve) => onceEnded(child, () => resolve(child.exitCode)));
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`The databases could not be brought up to date: ${lastLogLine(premises, 'migrations')}`);
}

/** The last line of a log, for the one line that says what went wrong. */
export function lastLogLine(premises: Premises, writer: ServiceName | 'migrations'): string {
  const logFile = logFileOf(premises, writer);
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n');
  const last = lines.findLast((line) => line.trim() !== '' && !/^\s+at |^Node\.js v|^\}$/.test(line)) ?? 'it said nothing';
  return `${messageOf(last)} (${logFile})`;
}

/** Logs are JSON lines; a program that fails before it has a logger writes plain words. */
function messageOf(line: string): string {
  try {
    const entry = JSON.parse(line) as { msg?: string; err?: { message?: string } };
    return entry.err?.message ?? entry.msg ?? line;
  } catch {
    return line.trim();
  }
}
