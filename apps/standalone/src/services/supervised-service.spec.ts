import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { until } from '@plenum/local-servers';
import { programOf } from './service-list.js';
import { processFileOf } from './service-process.js';
import { SupervisedService } from './supervised-service.js';

const STARTS = 3;
const ENDED_WITHIN_MS = 30_000;

/** Says what is wrong with it, leaves a file with its number as the name, and ends. */
const BROKEN = `
const { mkdirSync } = require('node:fs');
console.error('it is broken');
mkdirSync('ended/' + process.pid);
process.exit(1);
`;

const isGone = (pid: number): boolean => {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
};

describe('a supervised service', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'plenum-supervised-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is known to have ended, though it did so while its number was being written down', async () => {
    const premises = { root: folder, dataFolder: folder };
    for (const part of ['run', 'logs', 'ended', path.dirname(programOf('notifier'))])
      mkdirSync(path.join(folder, part), { recursive: true });
    writeFileSync(path.join(folder, programOf('notifier')), BROKEN);
    // Whoever writes into this waits for a reader.
    execFileSync('mkfifo', [processFileOf(premises, 'notifier')]);

    const { PATH = '' } = process.env;
    const service = new SupervisedService({ premises, service: 'notifier', env: { PATH } }, 1, () => undefined);
    const opening = expect(service.open(new AbortController().signal)).rejects.toThrow(/^notifier does not start: it is broken/);
    for (let start = 1; start <= STARTS; start += 1) {
      const ended = () => readdirSync(path.join(folder, 'ended')).map(Number);
      await until(() => ended().length === start && ended().every(isGone), ENDED_WITHIN_MS);
      await readFile(processFileOf(premises, 'notifier'));
    }
    await opening;
    await service.stop();
  });
});
