import type { FastifyInstance } from 'fastify';

/** One thing that a service needs: resolves when it answers, rejects when it does not. */
export type HealthCheck = () => Promise<unknown>;

/** The state of a service, as `/health` tells it. */
export interface Health {
  readonly service: string;
  readonly status: 'ready' | 'failing';
  readonly checks: Readonly<Record<string, 'ok' | 'failing'>>;
}

const CHECK_TIMEOUT_MS = 3_000;

/** Answers `/health` with 200 when every check passes, else 503. */
export function exposeHealth(fastify: FastifyInstance, service: string, checks: Readonly<Record<string, HealthCheck>>): void {
  fastify.get('/health', { config: { rateLimit: false, isPublic: true } }, async (_request, reply) => {
    const results = await Promise.all(Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const));
    const status = results.every(([, state]) => state === 'ok') ? 'ready' : 'failing';
    const health: Health = { service, status, checks: Object.fromEntries(results) };
    return reply
      .status(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
}

async function outcome(check: HealthCheck): Promise<'ok' | 'failing'> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([check(), timeout]);
    return 'ok';
  } catch {
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
