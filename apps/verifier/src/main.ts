import { text } from 'node:stream/consumers';

const out = (line: string): void => void process.stdout.write(`${line}\n`);
const err = (line: string): void => void process.stderr.write(`${line}\n`);

/** Each loads what it needs when it is asked for. */
const COMMANDS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  verify: async (argv) => (await import('./verify.js')).verify(argv, { out, err }),
  'self-test': async (argv) => (await import('./self-test.js')).selfTest(argv, { out, err }),
  count: async (argv) => (await import('./count.js')).count(argv, { stdin: () => text(process.stdin), out, err }),
};

const [word = '', ...argv] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined;
if (command) {
  process.exitCode = await command(argv);
} else {
  err(`name a command: ${Object.keys(COMMANDS).join(' | ')}`);
  process.exitCode = 2;
}
