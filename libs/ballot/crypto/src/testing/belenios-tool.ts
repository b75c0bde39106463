import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Debian's package and the libraries it loads; libc6 is on every Debian. */
const PACKAGES = ['belenios-tool', 'libgmp10', 'zlib1g'];
const ADVICE = 'install the package (Debian: apt-get install belenios-tool)';
const CACHE = join(tmpdir(), 'plenum-belenios-tool');

/** Later versions, by the suite of Debian that has them. */
const RELEASES = { '3.0': 'trixie', '3.3': 'forky' } as const;

/** How the tool ended: its exit code (0 is good) and everything it said. */
export interface ToolRun {
  readonly status: number;
  readonly output: string;
}

/** The verifier that nobody here wrote, run as a program. */
export class BeleniosTool {
  private constructor(
    private readonly program: string,
    private readonly libraries: string,
  ) {}

  /** The installed one, or Debian's package unpacked into a cache folder. @throws Error that says what to install. */
  static find(): BeleniosTool {
    const installed = new BeleniosTool('belenios-tool', '');
    return installed.runs ? installed : BeleniosTool.unpacked();
  }

  /** Debian's package, fetched and unpacked without being installed. */
  static unpacked(cache = CACHE): BeleniosTool {
    if (!existsSync(cache)) unpackInto(cache);
    const libraries = ['usr/lib', 'lib'].flatMap((folder) => subfolders(join(cache, folder)));
    const tool = new BeleniosTool(join(cache, 'usr/bin/belenios-tool'), libraries.join(':'));
    if (!tool.runs) throw new Error(`belenios-tool in ${cache} does not run: remove that folder, or ${ADVICE}`);
    return tool;
  }

  /**
   * A version of another Debian than this machine's, with the libraries that it needs, unpacked into a cache folder and run by its own
   * loader. Where packages come from is what this machine is set up with.
   */
  static release(version: keyof typeof RELEASES): BeleniosTool {
    const cache = `${CACHE}-${version}`;
    if (!existsSync(cache)) unpackRelease(RELEASES[version], cache);
    const tool = new BeleniosTool(join(cache, 'belenios-tool'), '');
    if (!tool.runs) throw new Error(`belenios-tool ${version} in ${cache} does not run: remove that folder`);
    return tool;
  }

  /** The program, for others to run. */
  get path(): string {
    return this.program;
  }

  /** Runs a subcommand; an exit code other than 0 is an answer, not a fault. */
  run(args: readonly string[], { cwd, input = '' }: { readonly cwd?: string; readonly input?: string } = {}): ToolRun {
    const { status, stdout, stderr } = spawnSync(this.program, args, { cwd, input, env: this.env, encoding: 'utf8', maxBuffer: 1 << 28 });
    return { status: status ?? -1, output: `${stdout}${stderr}` };
  }

  /** Runs a subcommand that must succeed; gives its standard output. @throws Error with all it said. */
  ask(args: readonly string[], { cwd, input = '' }: { readonly cwd?: string; readonly input?: string } = {}): string {
    const { status, stdout, stderr } = spawnSync(this.program, args, { cwd, input, env: this.env, encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`belenios-tool ${args.join(' ')}: exit code ${status}\n${stderr}`);
    return stdout.trim();
  }

  /** What the tool says of an archive: accepted only with exit code 0 and without any warning but "no result" while there is none. */
  verify(archive: Uint8Array, uuid: string): ToolRun & { readonly isAccepted: boolean; readonly warnings: readonly string[] } {
    return inTemporaryFolder((folder) => {
      writeFileSync(join(folder, `${uuid}.bel`), archive);
      const run = this.run(['election', 'verify', '--dir', folder]);
      const warnings = run.output.split('\n').filter((line) => line.startsWith('W:'));
      return { ...run, warnings, isAccepted: run.status === 0 && warnings.length === 0 };
    });
  }

  private get runs(): boolean {
    return spawnSync(this.program, ['--version'], { env: this.env }).status === 0;
  }

  private get env(): NodeJS.ProcessEnv {
    // Versions 3.x wait for their own checks only when they are told to.
    return { ...process.env, LWT_ASYNC_METHOD: 'none', ...(this.libraries ? { LD_LIBRARY_PATH: this.libraries } : {}) };
  }
}

/** Gives a folder for as long as the work takes. */
export function inTemporaryFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-tool-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The only file in a folder whose name ends so. */
export function onlyFile(folder: string, ending: string): { readonly name: string; readonly content: string } {
  const [name, ...others] = readdirSync(folder).filter((file) => file.endsWith(ending));
  if (name === undefined || others.length > 0) throw new Error(`${folder} has not exactly one *${ending}`);
  return { name, content: readFileSync(join(folder, name), 'utf8') };
}

function unpackInto(cache: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-unpack-'));
  const tree = join(folder, 'tree');
  mkdirSync(tree);
  const download = spawnSync('apt-get', ['download', ...PACKAGES], { cwd: folder, encoding: 'utf8' });
  if (download.status !== 0) {
    const said = download.stderr ?? download.error;
    throw new Error(`belenios-tool is neither installed nor to be had with apt-get download: ${ADVICE}.\n${said}`);
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.deb'))) execFileSync('dpkg', ['-x', join(folder, file), tree]);
  try {
    renameSync(tree, cache);
  } catch (problem) {
    // Another test run was faster: its tree is as good.
    if (!existsSync(cache)) throw problem;
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Fetches a package of another suite with all that it depends on, without touching what this machine has or knows of packages. */
function unpackRelease(suite: string, cache: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-unpack-'));
  const [lists, debs, tree] = ['lists/partial', 'debs', 'tree'].map((name) => join(folder, name)) as [string, string, string];
  for (const each of [lists, debs, tree, join(folder, 'cache/archives/partial')]) mkdirSync(each, { recursive: true });
  writeFileSync(join(folder, 'sources.list'), `deb [trusted=yes] ${mirror()} ${suite} main\n`);
  const settings = {
    'Dir::Etc::sourcelist': join(folder, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': '/dev/null',
    'Dir::Cache': join(folder, 'cache'),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const ask = (program: string, ...args: readonly string[]): string =>
    execFileSync(program, [...options, ...args], { cwd: debs, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  ask('apt-get', '-qq', 'update');
  const needs = ask(
    'apt-cache',
    'depends',
    '--recurse',
    '--no-recommends',
    '--no-suggests',
    '--no-conflicts',
    '--no-breaks',
    '--no-replaces',
    '--no-enhances',
    'belenios-tool',
  );
  const packages = needs.split('\n').filter((line) => /^[a-z0-9]/.test(line));
  ask('apt-get', '-qq', 'download', ...packages.filter((name) => !name.startsWith('debconf')));
  for (const file of readdirSync(debs)) execFileSync('dpkg', ['-x', join(debs, file), tree]);
  renameSync(tree, cache);
  writeRunner(cache);
  rmSync(folder, { recursive: true, force: true });
}

/** A program that starts the tool with the loader and the libraries beside it. */
function writeRunner(cache: string): void {
  const libraries = execFileSync('find', [cache, '-name', '*.so*', '-printf', '%h\n'], { encoding: 'utf8' });
  const [loader] = execFileSync('find', [cache, '-name', 'ld-linux*.so*'], { encoding: 'utf8' }).split('\n');
  const paths = [...new Set(libraries.trim().split('\n'))].join(':');
  writeFileSync(
    join(cache, 'belenios-tool'),
    `#!/bin/sh\nexec ${loader} --library-path ${paths} ${join(cache, 'usr/bin/belenios-tool')} "$@"\n`,
    { mode: 0o755 },
  );
}

/** Where this machine has its packages from. @throws Error when it has them from nowhere */
function mirror(): string {
  const said = execFileSync('apt-get', ['indextargets', '--format', '$(REPO_URI) $(RELEASE)', 'Created-By: Packages'], {
    encoding: 'utf8',
  });
  const [first] = said.split('\n').filter((line) => !/security/.test(line));
  if (!first) throw new Error('This machine has no source of Debian packages (apt-get update).');
  return first.split(' ')[0] as string;
}

const subfolders = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(folder, name))
    : [];
