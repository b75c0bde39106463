#!/usr/bin/env node
// The commands of the house: `npm start`, `npm test`, `npm run scenario | fuzz | bench | verify | count | build | generate`.
// Plain Node, so that it runs before anything is installed. Progress goes to standard error: standard output is the command's own.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { run } from './lib/processes.mjs';
import { buildAll, compile, compileTests, ensureDependencies, ROOT } from './lib/workspace.mjs';

const NODE_MIN = [20, 19];
const VERIFIER = 'apps/verifier';
const HOSTILE_REQUESTS = 20_000;
const at = (...parts) => path.join(ROOT, ...parts);

const COMMANDS = {
  start: async (args) => {
    endWithNpm();
    await buildAll();
    return node([at('apps/standalone/dist/main.js'), ...args], { cwd: ROOT });
  },
  build: async () => {
    await buildAll();
    await node([at(VERIFIER, 'page.mjs'), at('apps/web/dist/plenum-verify.html')], { cwd: ROOT });
    return node([at(VERIFIER, 'one-file.mjs')], { cwd: ROOT });
  },
  test: async (names) => {
    await buildAll();
    await compileTests();
    const { runTests } = await import('./lib/test-run.mjs');
    return (await runTests(names)) ? 0 : 1;
  },
  scenario: async (args) => {
    await ensureDependencies();
    await compile();
    await compileTests();
    return node(['out-tsc/scenario/main.js', ...args], { cwd: at('test') });
  },
  fuzz: async (args) => {
    await buildAll();
    await compileTests();
    // Requests to every endpoint of a house, then papers and archives; a number given bounds both.
    const requests = Math.min(Number(args[0] ?? HOSTILE_REQUESTS), HOSTILE_REQUESTS);
    const codes = [
      await node(['out-tsc/fuzz/endpoints.js', String(requests), ...args.slice(1)], { cwd: at('test') }),
      await node(['--expose-gc', 'out-tsc/fuzz/main.js', ...args], { cwd: at('test') }),
    ];
    return Math.max(...codes.map((code) => code ?? 1));
  },
  bench: async ([name, ...args]) => {
    await ensureDependencies();
    await compile();
    await compileTests();
    const program = benches().get(name);
    if (!program)
      return refuse(
        `${name ? `There is no bench "${name}".` : 'Which bench?'} There are: ${[...benches().keys()].join(', ') || 'none yet'}.`,
      );
    return node([program, ...args], { cwd: ROOT });
  },
  verify: (args) => verifier('verify', args),
  count: (args) => verifier('count', args),
  'self-test': (args) => verifier('self-test', args),
  generate: async (args) => {
    await ensureDependencies();
    const codes = [
      await node([at('tools/openapi.mjs'), ...args], { cwd: ROOT }),
      await node([at('tools/state-tables.mjs'), ...args], { cwd: ROOT }),
    ];
    return Math.max(...codes.map((code) => code ?? 1));
  },
};

/** Benches are `test/load/<name>.bench.ts` (compiled) or `.bench.mjs` (as they are). */
function benches() {
  const folder = at('test/load');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Map(
    files.flatMap((file) => {
      const [, name, kind] = /^(.+)\.bench\.(ts|mjs)$/.exec(file) ?? [];
      return name ? [[name, kind === 'ts' ? at('test/out-tsc/load', `${name}.bench.js`) : path.join(folder, file)]] : [];
    }),
  );
}

/** The offline command line, in the folder of whoever calls: paths are theirs. */
async function verifier(subcommand, args) {
  await ensureDependencies();
  await compile([VERIFIER]);
  return node([at(VERIFIER, 'dist/main.js'), subcommand, ...args], { cwd: process.env.INIT_CWD ?? process.cwd() });
}

/** npm passes Ctrl-C and SIGTERM on; when it goes without a word (SIGHUP, SIGKILL), the house is not to outlive it. */
function endWithNpm() {
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== npm && process.kill(process.pid, 'SIGTERM'), 500).unref();
}

const node = async (args, options) => (await run(process.execPath, args, options)).code;

function refuse(line) {
  process.stderr.write(`${line}\n`);
  return 2;
}

const [major, minor] = process.versions.node.split('.').map(Number);
const [word, ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, word ?? '') ? COMMANDS[word] : undefined;
if (major < NODE_MIN[0] || (major === NODE_MIN[0] && minor < NODE_MIN[1])) {
  process.exitCode = refuse(`Plenum needs Node ${NODE_MIN.join('.')} or newer; this is ${process.versions.node}.`);
} else if (!command) {
  process.exitCode = refuse(`node tools/run.mjs ${Object.keys(COMMANDS).join(' | ')}`);
} else {
  process.exitCode = await command(args);
}
