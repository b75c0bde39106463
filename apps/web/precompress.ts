import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const COMPRESSIBLE = /\.(js|css|html|svg)$/;
const BYTES_MIN = 1_024; // Below it the headers weigh more than what is saved.

/** Puts a `.gz` beside each file: hundreds of phones in one hall fetch them at once, and nobody compresses them anew each time. */
export function precompress(folder: string): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    closeBundle() {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => COMPRESSIBLE.test(name))) {
        const path = join(folder, file);
        const content = readFileSync(path);
        if (content.length >= BYTES_MIN) writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
