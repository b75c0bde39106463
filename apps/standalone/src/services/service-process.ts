import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import path from 'node:path';

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

/** The log of a service. */
export const logFileOf = ({ dataFolder }: Premises, service: ServiceName): string => path.join(dataFolder, 'logs', `${service}.log`);

/** The file that names a service's process, so that the next run finds what a killed one left. */
export const processFileOf = ({ dataFolder }: Premises, service: ServiceName): string => path.join(dataFolder, 'run', `${service}.pid`);

/** What a subcommand of a service needs. */
export interface ServiceStart {
  readonly premises: Premises;
  readonly service: ServiceName;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Starts `main.js <subcommand>` of a service in a process group of its own (the house ends it in order), its words going to its log.
 * Its standard input is a pipe that we hold and never write to: where this process is killed, the pipe closes and the service ends by itself.
 */
export async function spawnService({ premises, service, env }: ServiceStart, subcommand: 'run' | 'migrate'): Promise<ChildProcess> {
  const logFile = logFileOf(premises, service);
  await turnLog(logFile);
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(process.execPath, ['--enable-source-maps', '--import', END_WITH_LAUNCHER.href, path.join(premises.root, programOf(service)), subcommand], {
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
    if (subcommand === 'run') await writeFile(processFileOf(premises, service), `${child.pid}\n`);
    return child;
  } finally {
    closeSync(log);
  }
}

/** Forgets the process of a service that has ended in order. */
export const forgetProcess = (premises: Premises, service: ServiceName): Promise<void> => rm(processFileOf(premises, service), { force: true });

/** Brings a service's database to what its program expects. @throws with the last line of its log */
export async function migrate(start: ServiceStart, signal: AbortSignal): Promise<void> {
  const child = await spawnService(start, 'migrate');
  const stop = (): void => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop);
  const code = await new Promise<number | null>((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve(child.exitCode)));
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (code !== 0) throw new Error(`The database of ${start.service} could not be brought up to date: ${lastWords(start.premises, start.service)}`);
}

/** The last line a service wrote, for the one line that says what went wrong. */
export function lastWords(premises: Premises, service: ServiceName): string {
  const logFile = logFileOf(premises, service);
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

