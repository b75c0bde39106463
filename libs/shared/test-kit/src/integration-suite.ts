import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Jest's own: it knows the registry of the test file that runs, and how files are compiled. */
declare const require: (file: string) => unknown;

/** Which share of the files a suite takes, where several suites go side by side, and how their names end. */
export interface SuitePart {
  /** From 1. */
  readonly nth: number;
  readonly of: number;
  readonly suffix?: string;
}

interface Hooks {
  describe(name: string, register: () => void): void;
  beforeAll(work: () => Promise<void>, timeoutMs: number): void;
  afterAll(work: () => Promise<void>, timeoutMs: number): void;
}

const hooks = globalThis as unknown as Hooks;
const START_TIMEOUT_MS = 120_000;

/** How the suite that is being run ends what its files share; undefined where a file runs by itself. */
let endings: (() => Promise<void>)[] | undefined;

/**
 * Runs the `*.int-spec.ts` below a folder as one Jest file, each in a `describe` of its own. A test file has a registry of modules of its
 * own, and most of what a short file costs is to load the frameworks into it: here that is paid once, and so is what the files share
 * (`sharedInSuite`). Each file still runs by itself, as it is written.
 */
export function integrationSuite(folder: string, { nth, of, suffix = '.int-spec.ts' }: SuitePart = { nth: 1, of: 1 }): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .sort();
  const ending: (() => Promise<void>)[] = (endings = []);
  hooks.afterAll(async () => {
    for (const end of ending.reverse()) await end();
  }, START_TIMEOUT_MS);
  files.filter((_, at) => at % of === nth - 1).forEach((file) => hooks.describe(file, () => void require(join(folder, file))));
}

/**
 * What is dear to start and may serve several files: started for the first that asks and, in a suite, ended after the last; a file that
 * runs by itself has its own. What a file leaves in it the next will find there, so it is for files that keep to what they have made
 * themselves.
 * @returns what a file or `describe` asks with; it is there from the first `beforeAll` on
 */
export function sharedInSuite<T>(start: () => Promise<T>, end: (started: T) => Promise<void>): () => () => T {
  let starting: Promise<T> | undefined;
  const stop = async (): Promise<void> => {
    const started = starting;
    starting = undefined;
    if (started) await end(await started);
  };
  return () => {
    let shared: { readonly it: T } | undefined;
    const ending = endings;
    hooks.beforeAll(async () => {
      if (!starting) ending?.push(stop);
      shared = { it: await (starting ??= start()) };
    }, START_TIMEOUT_MS);
    if (!ending) hooks.afterAll(stop, START_TIMEOUT_MS);
    return () => {
      if (!shared) throw new Error('What is shared is there from the first beforeAll on.');
      return shared.it;
    };
  };
}
