import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { turnLog } from './log-turning.js';

describe('a log that has grown long', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plenum-logs-'));
    file = path.join(folder, 'congress.log');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is begun anew under the service that writes it, and the older part is kept', async () => {
    const writer = openSync(file, 'a');
    writeSync(writer, 'long before\n');
    await turnLog(file, 5);
    writeSync(writer, 'after\n');
    closeSync(writer);
    expect([await readFile(file, 'utf8'), await readFile(`${file}.1`, 'utf8')]).toEqual(['after\n', 'long before\n']);
  });

  it('is left alone while it is short, and nothing is made where there is none', async () => {
    await turnLog(path.join(folder, 'none.log'));
    await writeFile(file, 'short');
    await turnLog(file, 5);
    expect(await readFile(file, 'utf8')).toBe('short');
    await expect(readFile(`${file}.1`)).rejects.toThrow('ENOENT');
  });
});
