import { spawn } from 'node:child_process';

const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const running = new Set();

for (const signal of ENDING_SIGNALS) {
  process.on(signal, () => {
    for (const child of running) child.kill(signal);
    // Whoever waits for a child ends with it; with none running there is nothing to wait for.
    if (running.size === 0) process.exit(128 + { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 }[signal]);
    interrupted = true;
  });
}
let interrupted = false;

/** Whether this run has been told to end. */
export const isInterrupted = () => interrupted;

/** A reader that has gone away (`| head`) is no reason to fall over. */
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

/**
 * Runs a program and gives its exit code. `stdout`: 'inherit' (default), 'drop', or 'keep' (returned with stderr as `text`).
 * `onText` sees what it says as it says it. After `timeoutMs` it is ended and the code is 124.
 */
export function run(program, args, { cwd, env = process.env, stdout = 'inherit', onText, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const out = onText || stdout === 'keep' ? 'pipe' : stdout === 'drop' ? 'ignore' : 'inherit';
    const child = spawn(program, args, { cwd, env, stdio: ['inherit', out, stdout === 'keep' ? 'pipe' : 'inherit'] });
    running.add(child);
    let text = '';
    let isLate = false;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (piece) => {
        text += piece;
        onText?.(piece);
      });
    }
    const timer =
      timeoutMs &&
      setTimeout(() => {
        isLate = true;
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 20_000).unref();
      }, timeoutMs);
    const settle = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, text });
    };
    child.once('error', (error) => {
      text += `${error.message}\n`;
      settle(127);
    });
    child.once('close', (code, signal) => settle(isLate ? 124 : (code ?? (signal ? 130 : 1))));
  });
}

/** Runs a program in silence; when it fails, its words go to standard error and this process ends with its code. */
export async function need(what, program, args, options = {}) {
  const { code, text } = await run(program, args, { ...options, stdout: 'keep' });
  if (code === 0) return;
  process.stderr.write(`${text}\n${what} failed.\n`);
  process.exit(code);
}
