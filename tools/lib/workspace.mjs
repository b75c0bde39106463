import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { need } from './processes.mjs';

/** The folder of the repository. */
export const ROOT = path.resolve(import.meta.dirname, '..', '..');
const FOLDERS_OF_PROJECTS = ['apps', 'libs/congress', 'libs/proposals', 'libs/ballot', 'libs/shared'];

const say = (line) => process.stderr.write(`${line}\n`);
const at = (...parts) => path.join(ROOT, ...parts);
const bin = (name) => at('node_modules', '.bin', name);

/** Every app and lib, as folders from the root. */
export const projects = () =>
  FOLDERS_OF_PROJECTS.flatMap((folder) =>
    existsSync(at(folder)) ? readdirSync(at(folder)).map((name) => `${folder}/${name}`) : [],
  ).filter((folder) => existsSync(at(folder, 'package.json')));

/** Installs exactly what the lock file says, when it is not there yet or not what the lock file says any more. */
export async function ensureDependencies() {
  if (isInstalled()) return;
  say('Dependencies are installed (npm ci) ...');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  await need('npm ci', npm[0], [...npm.slice(1), 'ci', '--include=dev', '--no-progress'], { cwd: ROOT });
}

function isInstalled() {
  const installed = packagesIn(at('node_modules', '.package-lock.json'));
  if (!installed) return false;
  return Object.entries(packagesIn(at('package-lock.json'))).every(([place, wanted]) => {
    if (!place.includes('node_modules/')) return true;
    if (wanted.link) return existsSync(at(place));
    // Packages of other machines are left out by npm itself.
    return installed[place] ? installed[place].version === wanted.version : Boolean(wanted.optional || wanted.devOptional || wanted.peer);
  });
}

function packagesIn(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : undefined;
}

/** Compiles every app and lib (or only the given ones with what they need); what is up to date is left alone. */
export async function compile(folders = projects()) {
  const configs = folders.map((folder) => `${folder}/tsconfig.lib.json`).filter((file) => existsSync(at(file)));
  await need('The build', bin('tsc'), ['-b', ...configs], { cwd: ROOT });
}

/** Compiles the programs below test/. */
export const compileTests = () => need('The build of test/', bin('tsc'), ['-b', 'test'], { cwd: ROOT });

const WEB = 'apps/web';
const WEB_SOURCES = [WEB, 'libs/shared/contracts/src', 'libs/ballot/crypto/src', 'package-lock.json'];
const MADE = new Set(['dist', 'node_modules', 'out-tsc']);

/** Builds the web client when something it is made of is newer than it. */
export async function buildWeb() {
  if (!existsSync(at(WEB, 'index.html'))) return;
  const builtAt = statSync(at(WEB, 'dist', 'index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (WEB_SOURCES.every((source) => newestIn(at(source)) < builtAt)) return;
  say('The web client is built ...');
  await need('The build of the web client', bin('vite'), ['build', '--logLevel', 'warn'], { cwd: at(WEB) });
}

/** The verifier as a page, beside the web client that offers it. It takes a moment, and the web client's build takes it away. */
async function buildVerifierPage() {
  const { buildPage } = await import('../../apps/verifier/page.mjs');
  await buildPage(at(WEB, 'dist', 'plenum-verify.html'));
}

/** When anything in a folder last changed; a folder's own time tells of files taken away. */
function newestIn(place) {
  const stats = statSync(place, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(
    stats.mtimeMs,
    ...readdirSync(place)
      .filter((name) => !MADE.has(name))
      .map((name) => newestIn(path.join(place, name))),
  );
}

/** The services, as the few files that they run from. */
async function bundle() {
  const { bundleServices, isPartOfServices } = await import('./bundle.mjs');
  await bundleServices(
    ROOT,
    Math.max(
      ...projects()
        .filter(isPartOfServices)
        .map((folder) => newestIn(at(folder, 'dist'))),
    ),
  );
}

/** Everything that runs: services, libs, command line, web client. */
export async function buildAll() {
  await ensureDependencies();
  await compile();
  await bundle();
  await buildWeb();
  await buildVerifierPage();
}
