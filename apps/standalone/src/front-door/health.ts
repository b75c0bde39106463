import type { FastifyInstance } from 'fastify';

import type { ServiceHealth } from '../services/supervised-service.js';

/** A part of the house that can say how it is. */
export interface HealthSource {
  health(): Promise<ServiceHealth>;
}

/** `/health`: every service and its state; 200 only when all of them are ready. */
export function showHealth(door: FastifyInstance, services: Readonly<Record<string, HealthSource>>): void {
  door.get('/health', async (_request, reply) => {
    const states = Object.fromEntries(await Promise.all(Object.entries(services).map(async ([name, service]) => [name, await service.health()] as const)));
    const all = Object.values(states).map(({ status }) => status);
    const status = all.every((state) => state === 'ready') ? 'ready' : all.includes('failing') ? 'failing' : 'starting';
    return reply.status(status === 'ready' ? 200 : 503).header('cache-control', 'no-store').send({ status, services: states });
  });
}
