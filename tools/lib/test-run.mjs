import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findChromium } from './chromium.mjs';
import { isInterrupted, run } from './processes.mjs';
import { projects, ROOT } from './workspace.mjs';

const GROUP_TIMEOUT_MS = 15 * 60_000; // A group that hangs is a group that failed.
const FUZZ_RUNS = 10_000; // The whole run is `npm run fuzz`.
const PATIENCE = '--testTimeout=60000'; // With real servers, on a machine that does other things too; a file may set its own.
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** What a group came to. `note` says why it was not run. */
const outcome = (passed, failed, note = '') => ({ passed, failed, note });

/** Runs every group, also after one has failed; prints a table and, as the last line, the sums. @returns whether all passed */
export async function runTests() {
  const { startTestServers } = await import('@plenum/test-kit');
  const servers = await startTestServers({});
  const env = { ...process.env, PLENUM_TEST_POSTGRES_URL: servers.postgresUrl, PLENUM_TEST_REDIS_URL: servers.redisUrl };
  const results = [];
  try {
    for (const [name, group] of groups(env)) {
      if (isInterrupted()) break;
      process.stdout.write(`\n== ${name}\n`);
      const startedAt = performance.now();
      const result = await group();
      results.push({ name, seconds: Math.round((performance.now() - startedAt) / 1000), ...result });
    }
  } finally {
    await servers.stop();
  }
  return report(results);
}

function groups(env) {
  const testedProjects = projects().filter((folder) => existsSync(path.join(ROOT, folder, 'jest.config.mjs')));
  const everywhere = (workers) => ['--projects', ...testedProjects, `--maxWorkers=${workers}`];
  const chromium = findChromium();
  return [
    ['unit', () => jest(everywhere(2), ROOT, process.env)],
    // These wait for their servers more than they compute.
    ['integration', () => jest([...everywhere(3), PATIENCE, '--testMatch', '**/*.int-spec.ts'], ROOT, env)],
    ['architecture', () => houseTests('architecture', process.env, [])],
    ['authorisation', () => houseTests('authorisation', process.env)],
    ['faults', () => houseTests('faults', process.env)],
    ['secrecy', () => houseTests('secrecy', process.env)],
    ['hostile input', () => program(['--expose-gc', 'out-tsc/fuzz/main.js', String(FUZZ_RUNS)])],
    ['scenario', () => program(['out-tsc/scenario/main.js'])],
    ['browser', () => (chromium ? houseTests('e2e', { ...process.env, PLENUM_CHROMIUM: chromium }) : outcome(0, 0, 'NOT RUN: this machine has no Chromium (apt-get install chromium fonts-noto-cjk)'))],
  ];
}

/** A folder below test/; one that is not there is a failure, not a silence. Each file has a house of its own, so two go side by side. */
function houseTests(folder, env, how = ['--maxWorkers=2']) {
  if (!existsSync(path.join(ROOT, 'test', folder))) return outcome(0, 1, `there is no test/${folder}`);
  return jest([`${folder}/`, '--testMatch', `**/${folder}/**/*.spec.ts`, `**/${folder}/**/*.int-spec.ts`, PATIENCE, ...how], path.join(ROOT, 'test'), env);
}

/** Jest's own figures; a file that could not run at all counts as one failure. */
async function jest(args, cwd, env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-jest-'));
  const file = path.join(folder, 'figures.json');
  try {
    const { code } = await run(process.execPath, [JEST, ...args, '--verbose=false', '--json', `--outputFile=${file}`], { cwd, env, stdout: 'drop', timeoutMs: GROUP_TIMEOUT_MS });
    if (!existsSync(file)) return outcome(0, 1, `Jest ended with ${code} and no figures`);
    const figures = JSON.parse(readFileSync(file, 'utf8'));
    const failed = figures.numFailedTests + figures.numRuntimeErrorTestSuites;
    const skipped = figures.numPendingTests + figures.numTodoTests;
    return outcome(figures.numPassedTests, failed > 0 || code === 0 ? failed : 1, skipped > 0 ? `${skipped} SKIPPED` : '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program below test/ that says its own figures in its last line. */
async function program(args) {
  let said = '';
  const onText = (piece) => {
    said += piece;
    process.stdout.write(piece);
  };
  const { code } = await run(process.execPath, args, { cwd: path.join(ROOT, 'test'), onText, timeoutMs: GROUP_TIMEOUT_MS });
  const figures = /(\d+) passed, (\d+) failed\s*$/.exec(said);
  if (!figures) return outcome(0, 1, `it ended with ${code} before its figures`);
  const [passed, failed] = [Number(figures[1]), Number(figures[2])];
  return outcome(passed, failed > 0 || code === 0 ? failed : 1);
}

function report(results) {
  const rows = results.map(({ name, passed, failed, seconds, note }) => `${name.padEnd(14)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s  ${note}`.trimEnd());
  const [passed, failed] = ['passed', 'failed'].map((key) => results.reduce((sum, result) => sum + result[key], 0));
  const stopped = isInterrupted() ? 1 : 0;
  process.stdout.write(`\n${rows.join('\n')}\n${stopped ? 'The run was interrupted.\n' : ''}\n${passed} passed, ${failed + stopped} failed\n`);
  return failed + stopped === 0;
}
