import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Jest's own: it knows the registry of the test file that runs, and how files are compiled. */
declare const require: (file: string) => unknown;

/** Which share of the files a suite takes, where several suites go side by side. */
export interface SuitePart {
  /** From 1. */
  readonly nth: number;
  readonly of: number;
}

/**
 * Runs the `*.int-spec.ts` below a folder as one Jest file, each in a `describe` of its own with its own servers. A test file has a registry of modules of its own, and most of
 * what a short file costs is to load the frameworks into it: here that is paid once. Each file still runs by itself, as it is written.
 */
export function integrationSuite(folder: string, { nth, of }: SuitePart = { nth: 1, of: 1 }): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.int-spec.ts')).sort();
  const { describe } = globalThis as unknown as { readonly describe: (name: string, register: () => void) => void };
  files.filter((_, at) => at % of === nth - 1).forEach((file) => describe(file, () => void require(join(folder, file))));
}
