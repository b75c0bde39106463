import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { createLogger } from './logging.js';

const FULL = '/dev/full'; // Whoever writes to it hears that there is no space left.

describe('the log of a service', () => {
  it('does not end the service when the disk is full', async () => {
    const fd = openSync(FULL, 'w');
    const log = createLogger('notes', 'info', fd);
    for (let i = 0; i < 2_000; i += 1) log.info({ i }, 'a line that cannot be written');
    await turn();
    expect(() => log.info('one more')).not.toThrow();
    closeSync(fd);
  });

  it('goes on where it stopped once there is room again', async () => {
    const file = path.join(tmpdir(), `plenum-log-after-${process.pid}.log`);
    const fd = openSync(FULL, 'w');
    const log = createLogger('notes', 'info', fd);
    for (let i = 0; i < 10; i += 1) log.info({ i }, 'waits');
    await turn();
    // The lowest number that is free is given out next: once it is the logger's, what it writes to has room.
    closeSync(fd);
    const opened = [openSync(file, 'a')];
    while ((opened.at(-1) as number) < fd) opened.push(openSync(file, 'a'));
    expect(opened.pop()).toBe(fd);
    for (const lower of opened) closeSync(lower);
    log.info({ i: 10 }, 'written');
    await turn();
    closeSync(fd);
    const lines = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { i: number });
    rmSync(file);
    expect(lines.map(({ i }) => i)).toEqual(Array.from({ length: 11 }, (_, nth) => nth));
  });

  it('is one JSON line each, without secrets', () => {
    const file = path.join(tmpdir(), `plenum-log-${process.pid}.log`);
    const fd = openSync(file, 'w');
    createLogger('notes', 'info', fd).info({ password: 'hidden', deep: { token: 'hidden' } }, 'signed in');
    closeSync(fd);
    const line = readFileSync(file, 'utf8');
    rmSync(file);
    expect(JSON.parse(line)).toMatchObject({ service: 'notes', msg: 'signed in', password: '[secret]', deep: { token: '[secret]' } });
  });
});
