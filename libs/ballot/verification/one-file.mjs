// Builds a program that uses the pool into one file that runs with nothing but Node: the scrutineers' own copy.
//
// A pool needs a file for its threads. Here that is the same file again: in the main thread it runs the program, in a
// thread it runs piscina's worker, which imports the file once more for what a thread does.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const piscina = dirname(require.resolve('piscina'));
const here = dirname(fileURLToPath(import.meta.url));

/** How piscina names the file of its threads. If a new version writes it otherwise, the build fails. */
const WORKER_PATH = "(0, node_path_1.resolve)(__dirname, 'worker.js')";

const BANNER = [
  "import { createRequire as __createRequire } from 'node:module';",
  "import { fileURLToPath as __fileURLToPath } from 'node:url';",
  'const require = __createRequire(import.meta.url);',
  'const __plenumFile = __fileURLToPath(import.meta.url);',
].join('\n');

const threadsInOneFile = {
  name: 'threads-in-one-file',
  setup(builder) {
    builder.onLoad({ filter: /piscina[\\/]dist[\\/]index\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (source.split(WORKER_PATH).length !== 2) throw new Error('piscina names its worker otherwise than expected');
      return { contents: source.replace(WORKER_PATH, '__plenumFile'), loader: 'js' };
    });
    builder.onLoad({ filter: /ballot[\\/]verification[\\/](src|dist)[\\/]worker-file\.(ts|js)$/ }, () => ({
      contents: 'export const workerFile = () => __plenumFile;',
      loader: 'js',
    }));
  },
};

/**
 * @param {{ entry: string, outfile: string, conditions?: string[] }} options `entry` exports `main()`; with the condition
 *   `@plenum/source` the libraries are taken from source, otherwise they must be built.
 * @returns {Promise<{ sha256: string, bytes: number }>} what scrutineers compare.
 */
export async function buildOneFile({ entry, outfile, conditions = [] }) {
  const fromSource = conditions.includes('@plenum/source');
  const worker = join(here, fromSource ? 'src/paper-worker.ts' : 'dist/paper-worker.js');
  const program = `
    import { isMainThread } from 'node:worker_threads';
    export { hasStarted, verifyPapers } from ${JSON.stringify(worker)};
    if (isMainThread) import(${JSON.stringify(entry)}).then(({ main }) => main());
    else require(${JSON.stringify(join(piscina, 'worker.js'))});
  `;
  await build({
    stdin: { contents: program, resolveDir: here, loader: 'js' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions,
    external: ['@napi-rs/nice'],
    banner: { js: BANNER },
    plugins: [threadsInOneFile],
    legalComments: 'inline',
    logLevel: 'warning',
  });
  const bytes = await readFile(outfile);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length };
}
