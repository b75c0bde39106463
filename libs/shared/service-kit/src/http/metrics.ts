import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';

/** What a service counts by name since it started, e.g. the events that it handled. */
export type Counts = () => Readonly<Record<string, number>>;

/** Counts and durations of one service, in the Prometheus text format at `/metrics` of its own port. */
export function exposeMetrics(fastify: FastifyInstance, service: string, counts?: Counts): void {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  if (counts) {
    new Counter({
      name: 'plenum_events_total',
      help: 'Events of the outbox and the inbox, by what became of them.',
      labelNames: ['what'],
      registers: [registry],
      collect() {
        this.reset();
        for (const [what, count] of Object.entries(counts())) this.inc({ what }, count);
      },
    });
  }
  fastify.addHook('onResponse', (request, reply, done) => {
    durations.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
  fastify.get('/metrics', { config: { isPublic: true } }, async (_request, reply) =>
    reply.header('content-type', registry.contentType).send(await registry.metrics()),
  );
}
