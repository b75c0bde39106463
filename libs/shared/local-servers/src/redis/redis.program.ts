import { execFile } from 'node:child_process';
import { access, constants, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import { ensureRoom, privateFolder } from '../folders.js';
import { LocalServerError } from '../local-server-error.js';

const run = promisify(execFile);
const UNPACKED_BYTES = 64 * 1024 * 1024;
const MISSING = 'Redis is missing';
const REDIS_PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1']; // What Debian 12 needs beyond its base system.
const C_LIBRARY = /^libc6$|^libc-bin$/; // Must be the one of the machine's own loader.

/** A Redis program and where its own libraries are, when they are not the system's. */
export interface RedisProgram {
  readonly program: string;
  readonly libraries?: string;
}

/**
 * Redis (or Valkey) on the PATH; otherwise, on Debian and Ubuntu, the distribution's package downloaded and unpacked into
 * `<dataFolder>/redis-package`: nothing is installed on the machine and no rights are needed.
 */
export async function redisProgram(dataFolder: string, searchPath = process.env['PATH'] ?? ''): Promise<RedisProgram> {
  for (const folder of searchPath.split(path.delimiter).filter(Boolean)) {
    for (const name of ['redis-server', 'valkey-server']) {
      const program = path.join(folder, name);
      if (await isExecutable(program)) return { program };
    }
  }
  const home = path.join(dataFolder, 'redis-package');
  const unpacked = { program: path.join(home, 'usr', 'bin', 'redis-server'), libraries: await libraryPath(home) };
  if (await isExecutable(unpacked.program)) return unpacked;
  if (process.platform === 'darwin') {
    throw new LocalServerError('missing-program', `${MISSING}: "brew install redis" brings it, or point REDIS_URL at a server of yours.`);
  }
  await unpackDebianPackage(home);
  return { program: unpacked.program, libraries: await libraryPath(home) };
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

async function libraryPath(home: string): Promise<string> {
  const folders = [path.join(home, 'usr', 'lib'), path.join(home, 'lib')];
  const triplets = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [] as string[])));
  return folders
    .flatMap((folder, i) => [
      folder,
      ...(triplets[i] ?? []).filter((name) => name.includes('-linux-')).map((name) => path.join(folder, name)),
    ])
    .join(path.delimiter);
}

async function unpackDebianPackage(home: string): Promise<void> {
  const unfinished = `${home}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await privateFolder(unfinished);
  await ensureRoom(unfinished, UNPACKED_BYTES);
  try {
    const names = await missingPackages(unfinished);
    await apt(unfinished, ['download', ...names]);
    const archives = (await readdir(unfinished)).filter((name) => name.endsWith('.deb'));
    for (const archive of archives) await run('dpkg', ['-x', archive, '.'], { cwd: unfinished });
    if (!(await isExecutable(path.join(unfinished, 'usr', 'bin', 'redis-server')))) throw new Error('the package holds no redis-server');
    const spent = ['lists', 'cache', ...archives].map((name) => rm(path.join(unfinished, name), { recursive: true, force: true }));
    await Promise.all([...spent, rm(home, { recursive: true, force: true })]);
    await rename(unfinished, home);
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const reason = (stderr || message)
      .split('\n')
      .find((line) => line.trim() !== '' && !line.startsWith('W:'))
      ?.trim();
    throw new LocalServerError(
      'missing-program',
      `${MISSING} and its Debian package could not be unpacked (${reason ?? 'no reason given'}): install redis-server, or point REDIS_URL at a server of yours.`,
    );
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** redis-server and those of its libraries this machine lacks, as the package manager itself works them out. */
async function missingPackages(folder: string): Promise<string[]> {
  const simulate = ['--simulate', '--no-install-recommends', 'install', 'redis-server'];
  const said = await apt(folder, simulate).catch(async () => {
    await apt(folder, ['update']); // A fresh container has no package lists: fetch them into our own folder.
    return apt(folder, simulate).catch(() => ''); // Another program's broken dependencies are no reason to go without.
  });
  const names = [...said.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] as string);
  return names.includes('redis-server') ? names.filter((name) => !C_LIBRARY.test(name)) : REDIS_PACKAGES;
}

/** apt-get as any user: package lists and caches of the system where they are, otherwise of our folder; no locks. */
async function apt(folder: string, args: string[]): Promise<string> {
  const lists = path.join(folder, 'lists');
  const hasOwnLists =
    args[0] === 'update' ||
    (await access(lists).then(
      () => true,
      () => false,
    ));
  if (hasOwnLists) await privateFolder(path.join(lists, 'partial'));
  const options = {
    'Debug::NoLocking': '1',
    'APT::Sandbox::User': 'root',
    'Dir::Cache': path.join(folder, 'cache'),
    ...(hasOwnLists ? { 'Dir::State::lists': lists } : {}),
  };
  await privateFolder(path.join(folder, 'cache', 'archives', 'partial'));
  const { stdout } = await run(
    'apt-get',
    ['-q', ...Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]), ...args],
    {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C' },
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  return stdout;
}
