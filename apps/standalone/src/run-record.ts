import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { commandLineOf, endProcess, isAlive, privateFolder } from '@plenum/local-servers';

import { programOf, SERVICES } from './services/service-list.js';
import { processFileOf, type Premises } from './services/service-process.js';
import { SettingError } from './standalone.config.js';

const PROGRAM = 'apps/standalone/dist/main.js';
const STOP_STEPS = [
  { signal: 'SIGTERM', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * Notes that this process runs the house of a data folder, and ends the services that a killed earlier run left.
 * @returns what takes the note away @throws SettingError when the house of this folder runs already
 */
export async function takeHouse(premises: Premises): Promise<() => Promise<void>> {
  const folder = await privateFolder(path.join(premises.dataFolder, 'run'));
  const file = path.join(folder, 'house.pid');
  const earlier = await pidIn(file);
  if (earlier !== process.pid && (await isRunning(earlier, PROGRAM))) {
    throw new SettingError(
      `Plenum runs already on ${premises.dataFolder} (process ${earlier}): end it, or choose another folder with PLENUM_DATA.`,
    );
  }
  await writeFile(file, `${process.pid}\n`, { mode: 0o600 });
  await Promise.all(
    SERVICES.map(async (service) => {
      const pid = await pidIn(processFileOf(premises, service));
      // A recorded id may belong to a stranger by now: only a process with the service's own program is ended.
      if (await isRunning(pid, programOf(service))) await endProcess(pid, STOP_STEPS);
    }),
  );
  return () => rm(file, { force: true });
}

const pidIn = async (file: string): Promise<number> => Number(await readFile(file, 'utf8').catch(() => '0'));

const isRunning = async (pid: number, program: string): Promise<boolean> =>
  pid > 0 && isAlive(pid) && (await commandLineOf(pid)).includes(program);
