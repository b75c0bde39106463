import { verify } from './verify.js';

/** The scrutineers' own copy: `node plenum-verify.mjs FILE...`, which is the `verify` command and nothing else. */
export async function main(): Promise<void> {
  process.exitCode = await verify(process.argv.slice(2), {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
  });
}
