import { setTimeout as pause } from 'node:timers/promises';
import { finished } from 'node:stream/promises';
import type { FastifyInstance } from 'fastify';

/** As much as the front door lets in: whoever sends more than anybody takes may lose the connection. */
const REST_BYTES_MAX = 32 * 1024 * 1024;
const REST_WITHIN_MS = 10_000;

/**
 * Takes what is left of a body before the answer goes out. Who is refused while still sending, as an upload without a valid
 * token is, would see a broken connection instead of the reason, and a client could not even sign in anew and send again.
 */
export function takeUnreadBodies(fastify: FastifyInstance): void {
  fastify.addHook('onSend', async ({ raw }, _reply, payload) => {
    if (raw.complete || raw.destroyed || Number(raw.headers['content-length'] ?? 0) > REST_BYTES_MAX) return payload;
    const ended = new AbortController();
    raw.unpipe();
    raw.resume();
    // A body that breaks off or does not end leaves nobody who waits for the reason.
    await Promise.race([
      finished(raw, { writable: false, signal: ended.signal }),
      pause(REST_WITHIN_MS, undefined, { signal: ended.signal }),
    ]).catch(() => undefined);
    ended.abort();
    return payload;
  });
}
