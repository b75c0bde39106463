// Builds plenum-verify.mjs, the scrutineers' own copy: one file that runs with nothing but Node. Prints what they compare.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOneFile } from '../../libs/ballot/verification/one-file.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const outfile = process.argv[2] ?? join(here, 'dist/plenum-verify.mjs');
const { sha256, bytes } = await buildOneFile({ entry: join(here, 'dist/plenum-verify.js'), outfile });
process.stdout.write(`plenum-verify.mjs  ${bytes} bytes  SHA-256 ${sha256}\n`);
