import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const MEMORY_MIN = 6 * 2 ** 30; // Five houses side by side take under two.
const GOING_MS = 10_000; // What was told to end may still be about it.
// Programs and caches of the run itself.
const MAY_STAY = [/^redis$/, /^prepared-house$/, /^plenum-belenios-tool-/, /^nx-native-file-cache-/, /^node-compile-cache$/];

/**
 * A folder for everything that a test run writes: in memory where there is room, so that no database of a test waits for a disk. Every
 * process of the run has it as its TMPDIR, and so is known by it. @returns the folder, what to add to the environment, and what is left
 * there in the end
 */
export async function openPremises() {
  const folder = mkdtempSync(path.join(hasRoom(MEMORY) ? MEMORY : tmpdir(), 'plenum-run-'));
  process.env.TMPDIR = folder;
  await bringRedis(path.join(folder, 'redis'));
  return { folder, leftBehind: () => leftBehind(folder), close: () => rmSync(folder, { recursive: true, force: true }) };
}

function hasRoom(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= MEMORY_MIN;
  } catch {
    return false;
  }
}

/** Every house brings its own Redis where the machine has none: here one is brought for all of them. */
async function bringRedis(folder) {
  const { redisProgram } = await import('@plenum/local-servers');
  mkdirSync(folder, { recursive: true });
  const { program, libraries } = await redisProgram(folder);
  if (libraries === undefined) return;
  const starter = path.join(folder, 'redis-server');
  writeFileSync(starter, `#!/bin/sh\nLD_LIBRARY_PATH='${libraries}' exec '${program}' "$@"\n`, { mode: 0o755 });
  process.env.PATH = `${folder}${path.delimiter}${process.env.PATH ?? ''}`;
}

/** Processes that still run, with the ports they listen on, and files that lie about. */
async function leftBehind(folder) {
  const end = performance.now() + GOING_MS;
  while (processesOf(folder).length > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 200));
  const processes = processesOf(folder).map(({ pid, line }) => `process ${pid}: ${line.slice(0, 160)}`);
  const files = readdirSync(folder).filter((name) => !MAY_STAY.some((pattern) => pattern.test(name)));
  return [...processes, ...files.map((name) => `${path.join(folder, name)}`)];
}

/** Of this machine's processes those whose environment or command line names the folder; where the system does not tell, none. */
function processesOf(folder) {
  if (!existsSync('/proc/self/environ')) return [];
  const read = (pid, file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return ''; // It has gone, or is somebody else's.
    }
  };
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => ({ pid, line: read(pid, 'cmdline').replaceAll('\0', ' ').trim(), env: read(pid, 'environ') }))
    .filter(({ line, env }) => line !== '' && (line.includes(folder) || env.includes(`TMPDIR=${folder}`)));
}
