import { AsyncLocalStorage } from 'node:async_hooks';

const traces = new AsyncLocalStorage<string>();

/** The trace of the request or job that is being worked on; null outside of one. */
export const currentTraceId = (): string | null => traces.getStore() ?? null;

/** Does the work under a trace, so that its logs, audit rows and events name it. */
export const withTrace = <T>(traceId: string, work: () => T): T => traces.run(traceId, work);
