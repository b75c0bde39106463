import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeAbandonedFolders } from './belenios-tool.js';

/** The folder of a program that judges for a process, touched at a time. */
function folderOf(pid: number, touchedAt = new Date()): string {
  const folder = mkdtempSync(join(tmpdir(), `plenum-foreign-${pid}-`));
  utimesSync(folder, touchedAt, touchedAt);
  return folder;
}

describe('what a killed process left of a judgement', () => {
  const made: string[] = [];
  const make = (...args: Parameters<typeof folderOf>): string => {
    const folder = folderOf(...args);
    made.push(folder);
    return folder;
  };
  afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  it('is removed, and what a running process uses stays', async () => {
    const gone = make(spawnSync('true').pid);
    // In a container every run of a service has the same number.
    const earlier = make(process.pid, new Date(performance.timeOrigin - 60_000));
    const [own, parents] = [make(process.pid), make(process.ppid)];
    await removeAbandonedFolders();
    expect([gone, earlier, own, parents].map((folder) => existsSync(folder))).toEqual([false, false, true, true]);
  });
});
