// Builds plenum-verify.html, the verifier for people without a terminal: one file that a browser opens from the disk, with no network.
// Prints what they compare.
//
// The workers' program stands in the script as a text, and both are named by their hashes in the content security policy of the file.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

/** A program for browsers, from the sources of the libraries: pure ones alone, nothing of Node. */
async function program(entry, define = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(here, 'page', entry)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16.4'],
    conditions: ['@plenum/source'],
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    define,
  });
  return outputFiles[0].text;
}

const hashOf = (text) => createHash('sha256').update(text).digest('base64');

/** @param {string} outfile @returns {Promise<{ sha256: string, bytes: number }>} what people compare */
export async function buildPage(outfile) {
  const worker = await program('worker.ts');
  // An end tag of a script may stand in no script of a page.
  const script = (await program('page.ts', { WORKER_PROGRAM: JSON.stringify(worker) })).replaceAll('</script', '<\\/script');
  const style = (await readFile(join(here, 'page/page.css'), 'utf8')).trim();
  const template = await readFile(join(here, 'page/page.html'), 'utf8');
  const parts = { SCRIPT_HASH: hashOf(script), STYLE_HASH: hashOf(style), SCRIPT: script, STYLE: style };
  const page = template.replace(/SCRIPT_HASH|STYLE_HASH|(?<=<script>)SCRIPT|(?<=<style>)STYLE/g, (name) => parts[name]);
  await mkdir(dirname(outfile), { recursive: true });
  await writeFile(outfile, page);
  return { sha256: createHash('sha256').update(page).digest('hex'), bytes: Buffer.byteLength(page) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { sha256, bytes } = await buildPage(process.argv[2] ?? join(here, 'dist/plenum-verify.html'));
  process.stdout.write(`plenum-verify.html  ${bytes} bytes  SHA-256 ${sha256}\n`);
}
