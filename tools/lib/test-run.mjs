import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { findChromium, findFirefox } from './chromium.mjs';
import { isInterrupted, run } from './processes.mjs';
import { openPremises } from './test-premises.mjs';
import { projects, ROOT } from './workspace.mjs';

const GROUP_TIMEOUT_MS = 60 * 60_000; // A group that hangs is a group that failed; another runs beside it.
const SIDE_BY_SIDE = 2;
const MEMORY_FOR_FOUR = 10 * 2 ** 30; // A house and its browser take up to one and a half GiB, its data in memory included.
/**
 * How many walks are made at a time. A walk waits for half of its time, for services that start and for what comes by way of another
 * process; two of them beside two files of another group keep two cores busy.
 */
const WALKS = totalmem() > MEMORY_FOR_FOUR ? 2 : 1;
const FUZZ_RUNS = 10_000; // The whole run is `npm run fuzz`.
const HOSTILE_REQUESTS = 2_000;
const HOSTILE_SECONDS_MAX = 60; // On a laden machine fewer requests, not more time.
// Each test file opens one of its own.
const IN_HOUSES = new Set(['browser', 'faults', 'scenario', 'secrecy', 'authorisation', 'hostile input']);
/**
 * A worker that grew above it is replaced when its file is over. To give a gibibyte back takes a laden machine longer than the half second
 * that Jest waits at the end before it says that a worker does not exit gracefully.
 */
const WORKER_MEMORY = '--workerIdleMemoryLimit=512MB';
const PATIENCE = '--testTimeout=60000'; // With real servers, on a machine that does other things too; a file may set its own.
const IGNORED = ['/node_modules/', '/dist/', '/out-tsc/', '/fixtures/']; // As in jest.preset.mjs, which the option replaces.
const JEST = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');

/** What a group came to. `note` says why it was not run, `failures` the names of what failed. */
const outcome = (passed, failed, note = '', failures = []) => ({ passed, failed, note, failures });

/**
 * Runs every group, also after one has failed, some side by side: most of their time they wait for processes that start, fall over and get
 * up. Prints what each said when it is over, a table and, as the last line, the sums. What the run leaves behind is a failure, too.
 * @returns whether all passed
 */
export async function runTests(only = []) {
  const premises = await openPremises();
  const results = [];
  try {
    const { startTestServers } = await import('@plenum/test-kit');
    const servers = await startTestServers({});
    try {
      const env = { ...process.env, PLENUM_TEST_POSTGRES_URL: servers.postgresUrl, PLENUM_TEST_REDIS_URL: servers.redisUrl };
      const waiting = groups(env).filter(([name]) => only.length === 0 || only.includes(name));
      if (waiting.some(([name]) => IN_HOUSES.has(name))) await prepareHouse(path.join(premises.folder, 'prepared-house'));
      await Promise.all(
        Array.from({ length: SIDE_BY_SIDE }, async () => {
          for (let next = waiting.shift(); next && !isInterrupted(); next = waiting.shift()) results.push(await timed(...next));
        }),
      );
    } finally {
      await servers.stop();
    }
    const left = await premises.leftBehind();
    results.push({ name: 'left behind', seconds: 0, ...outcome(left.length === 0 ? 1 : 0, left.length, '', left) });
  } finally {
    premises.close();
  }
  return report(results);
}

/** What every house of the run begins with a copy of. */
async function prepareHouse(folder) {
  const { House } = await import('../../test/out-tsc/lib/house.js');
  await House.prepare(folder);
  process.env.PLENUM_TEST_PREPARED = folder;
}

async function timed(name, group) {
  process.stdout.write(`.. ${name}\n`);
  const startedAt = performance.now();
  const { said = '', ...result } = await group();
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  process.stdout.write(`\n== ${name} (${seconds} s)\n${said}`);
  return { name, seconds, ...result };
}

/** The long ones first, so that the short ones fill what is left. */
function groups(env) {
  const testedProjects = projects().filter((folder) => existsSync(path.join(ROOT, folder, 'jest.config.mjs')));
  const everywhere = (workers) => ['--projects', ...testedProjects, `--maxWorkers=${workers}`];
  const chromium = findChromium();
  return [
    [
      'browser',
      () =>
        chromium
          ? inBrowsers(chromium)
          : outcome(0, 0, 'NOT RUN: this machine has no Chromium (apt-get install chromium-headless-shell fonts-noto-cjk)'),
    ],
    // The integration specs of a service run as one file or two (`integrationSuite`): to load its frameworks for each would be most of the
    // work. The long ones first.
    ['services', () => jest([...everywhere(2), PATIENCE, WORKER_MEMORY, '--testMatch', '**/*.int-suite.ts'], ROOT, env)],
    [
      'integration',
      () =>
        jest(
          [
            ...everywhere(2),
            PATIENCE,
            '--testMatch',
            '**/*.int-spec.ts',
            '--testPathIgnorePatterns',
            ...IGNORED,
            `/(${testedProjects.filter(hasSuite).join('|')})/.*int-spec`,
          ],
          ROOT,
          env,
        ),
    ],
    ['faults', () => houseTests('faults', process.env)],
    ['scenario', () => program(['out-tsc/scenario/main.js'])],
    ['secrecy', () => houseTests('secrecy', process.env)],
    ['authorisation', () => houseTests('authorisation', process.env)],
    [
      'hostile input',
      () =>
        programs(
          ['--expose-gc', 'out-tsc/fuzz/main.js', String(FUZZ_RUNS)],
          ['out-tsc/fuzz/endpoints.js', String(HOSTILE_REQUESTS), '--seconds', String(HOSTILE_SECONDS_MAX)],
        ),
    ],
    ['unit', () => jest([...everywhere(2), PATIENCE], ROOT, process.env)],
    ['architecture', () => houseTests('architecture', process.env, [])],
  ];
}

/** The walks, one of which is made in Firefox where the machine has one. */
async function inBrowsers(chromium) {
  const firefox = findFirefox();
  // The short walks go through one house, as one file (`proposal-walks.int-suite.ts`).
  const elsewhere = ['/e2e/proposal-walks/', ...(firefox ? [] : ['/e2e/firefox'])];
  const how = [`--maxWorkers=${WALKS}`, '--testPathIgnorePatterns', ...IGNORED, ...elsewhere];
  const result = await houseTests(
    'e2e',
    { ...process.env, PLENUM_CHROMIUM: chromium, ...(firefox ? { PLENUM_FIREFOX: firefox } : {}) },
    how,
  );
  return firefox
    ? result
    : { ...result, note: [result.note, 'Firefox NOT RUN: this machine has none (apt-get install firefox-esr)'].filter(Boolean).join('; ') };
}

/** Whether a project's integration specs run as suites. */
function hasSuite(folder) {
  const testing = path.join(ROOT, folder, 'src/testing');
  return existsSync(testing) && readdirSync(testing).some((file) => file.endsWith('.int-suite.ts'));
}

/** A folder below test/; one that is not there is a failure, not a silence. Each file has a house of its own, so two go side by side. */
function houseTests(folder, env, how = ['--maxWorkers=2']) {
  if (!existsSync(path.join(ROOT, 'test', folder))) return outcome(0, 1, `there is no test/${folder}`);
  return jest(
    [`${folder}/`, '--testMatch', ...['spec', 'int-spec', 'int-suite'].map((kind) => `**/${folder}/**/*.${kind}.ts`), PATIENCE, ...how],
    path.join(ROOT, 'test'),
    env,
  );
}

/** Jest's own figures; a file that could not run at all counts as one failure. */
async function jest(args, cwd, env) {
  const folder = mkdtempSync(path.join(tmpdir(), 'plenum-jest-'));
  const file = path.join(folder, 'figures.json');
  try {
    const { code, text: said } = await run(process.execPath, [JEST, ...args, '--verbose=false', '--json', `--outputFile=${file}`], {
      cwd,
      env,
      stdout: 'keep',
      timeoutMs: GROUP_TIMEOUT_MS,
    });
    if (!existsSync(file)) return { ...outcome(0, 1, `Jest ended with ${code} and no figures`), said };
    const figures = JSON.parse(readFileSync(file, 'utf8'));
    const failed = figures.numFailedTests + figures.numRuntimeErrorTestSuites;
    const skipped = figures.numPendingTests + figures.numTodoTests;
    return {
      ...outcome(
        figures.numPassedTests,
        failed > 0 || code === 0 ? failed : 1,
        skipped > 0 ? `${skipped} SKIPPED` : '',
        failuresIn(figures),
      ),
      said,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The names of what failed: file and test, or the file alone where it could not run or what it set up failed. */
function failuresIn({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === 'failed').map((test) => ` › ${test.fullName}`);
    return (tests.length === 0 && status === 'failed' ? [''] : tests).map((test) => `${path.relative(ROOT, name)}${test}`);
  });
}

/** A program below test/ that says its own figures in its last line. */
async function program(args) {
  const { code, text: said } = await run(process.execPath, args, {
    cwd: path.join(ROOT, 'test'),
    stdout: 'keep',
    timeoutMs: GROUP_TIMEOUT_MS,
  });
  const figures = /(\d+) passed, (\d+) failed\s*$/.exec(said);
  if (!figures) return { ...outcome(0, 1, `it ended with ${code} before its figures`), said };
  const [passed, failed] = [Number(figures[1]), Number(figures[2])];
  return { ...outcome(passed, failed > 0 || code === 0 ? failed : 1), said };
}

/** Several programs, one after the other, as one group. */
async function programs(...calls) {
  const results = [];
  for (const args of calls) results.push(await program(args));
  const sum = (of) => results.reduce((total, result) => total + of(result), 0);
  return {
    ...outcome(
      sum(({ passed }) => passed),
      sum(({ failed }) => failed),
      results
        .map(({ note }) => note)
        .filter(Boolean)
        .join('; '),
    ),
    said: results.map(({ said }) => said).join(''),
  };
}

function report(results) {
  const rows = results.map(({ name, passed, failed, seconds, note }) =>
    `${name.padEnd(14)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(seconds).padStart(5)} s  ${note}`.trimEnd(),
  );
  const [passed, failed] = ['passed', 'failed'].map((key) => results.reduce((sum, result) => sum + result[key], 0));
  const stopped = isInterrupted() ? 1 : 0;
  const failures = results
    .filter((result) => result.failed > 0)
    .flatMap(({ name, failures: names }) => (names.length === 0 ? [`FAILED: ${name}`] : names.map((one) => `FAILED: ${name}: ${one}`)));
  process.stdout.write(
    `\n${[...rows, ...failures].join('\n')}\n${stopped ? 'The run was interrupted.\n' : ''}\n${passed} passed, ${failed + stopped} failed\n`,
  );
  return failed + stopped === 0;
}
