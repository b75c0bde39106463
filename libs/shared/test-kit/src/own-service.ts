import { sharedInSuite } from './integration-suite.js';
import { ModelDatabases } from './model-databases.js';
import { testServers, type TestServers } from './test-servers.js';

interface Hooks {
  beforeAll(work: () => Promise<void>, timeoutMs: number): void;
  afterAll(work: () => Promise<void>, timeoutMs: number): void;
}

const HOOK_TIMEOUT_MS = 120_000;

const sharedModels = sharedInSuite(
  async () => new ModelDatabases(),
  (models) => models.drop(),
);

/**
 * A service of a Jest file's (or a `describe`'s) own on real servers: started before its tests, stopped after them, and before its servers.
 * What makes a database of a service takes a copy of the model's, which is dropped after them.
 * @returns what was started; it is there from the first `beforeAll` on
 */
export function ownService<T>(
  start: (servers: TestServers, models: ModelDatabases) => Promise<T>,
  stop: (running: T) => Promise<void>,
): () => T {
  const { beforeAll, afterAll } = globalThis as unknown as Hooks;
  let started: { readonly running: T } | undefined;
  // Jest runs these in the order in which they are named.
  afterAll(async () => {
    if (started) await stop(started.running);
  }, HOOK_TIMEOUT_MS);
  const servers = testServers();
  const models = sharedModels();
  beforeAll(async () => {
    started = { running: await start(servers, models()) };
  }, HOOK_TIMEOUT_MS);
  return () => {
    if (!started) throw new Error('The service is there from the first beforeAll on.');
    return started.running;
  };
}
