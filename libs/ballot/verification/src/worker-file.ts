import { fileURLToPath } from 'node:url';

/** The file that threads run: built beside this one. A program in one file has its own answer (one-file.mjs). */
export const workerFile = (): string => fileURLToPath(new URL('./paper-worker.js', import.meta.url));
