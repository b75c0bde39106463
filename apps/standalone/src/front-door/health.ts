import type { FastifyInstance } from 'fastify';

import type { ServiceHealth } from '../services/supervised-service.js';
import { OutOfReach, type Upstream, type Upstreams } from './upstreams.js';

/**
 * `/health`: every service and its state, asked over the connections that requests take; 200 only when all of them are ready.
 * A service that is well but out of reach is not ready.
 */
export function showHealth(server: FastifyInstance, upstreams: Upstreams): void {
  server.get('/health', async (_request, reply) => {
    const states = Object.fromEntries(
      await Promise.all(Object.entries(upstreams).map(async ([name, upstream]) => [name, await healthOf(upstream)] as const)),
    );
    const all = Object.values(states).map(({ status }) => status);
    const status = all.every((state) => state === 'ready') ? 'ready' : all.includes('failing') ? 'failing' : 'starting';
    return reply
      .status(status === 'ready' ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status, services: states });
  });
}

async function healthOf(upstream: Upstream): Promise<ServiceHealth> {
  try {
    const { isOk, body } = await upstream.health();
    const { checks } = body as ServiceHealth;
    return { status: isOk ? 'ready' : 'failing', ...(checks ? { checks } : {}) };
  } catch (error) {
    return { status: error instanceof OutOfReach ? 'failing' : 'starting' };
  }
}
