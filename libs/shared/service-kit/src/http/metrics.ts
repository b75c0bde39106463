import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { FastifyInstance } from 'fastify';

/** A figure with what it is of, e.g. `{ way: 'mail', outcome: 'sent' }`. */
export interface Measured {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Figures of one name that a service tells besides its requests: a counter only grows while it runs, a gauge is how things are now. */
export interface Metric {
  readonly kind: 'counter' | 'gauge';
  /** As Prometheus names it, e.g. `plenum_events_total`. */
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
  /** Read when somebody asks; where it fails, this metric is left out of the answer. */
  readonly read: () => readonly Measured[] | Promise<readonly Measured[]>;
}

/** Counts and durations of one service, in the Prometheus text format at `/metrics` of its own port. */
export function exposeMetrics(fastify: FastifyInstance, service: string, metrics: readonly Metric[] = []): void {
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
  for (const metric of metrics) register(registry, metric);
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

function register(registry: Registry, { kind, read, ...described }: Metric): void {
  async function collect(this: Pick<Counter, 'reset' | 'inc'>): Promise<void> {
    this.reset();
    // The page tells what it can: a database that is away is told by `/health`.
    const measured = await Promise.resolve()
      .then(read)
      .catch(() => []);
    for (const { labels, value } of measured) this.inc({ ...labels }, value);
  }
  const options = { ...described, labelNames: [...described.labelNames], registers: [registry], collect };
  if (kind === 'counter') new Counter(options);
  else new Gauge(options);
}
