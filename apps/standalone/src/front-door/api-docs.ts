import type { FastifyInstance } from 'fastify';

import type { ServiceName } from '../services/service-list.js';
import { escaped, page } from './page.js';

interface Operation {
  readonly summary?: string;
  readonly description?: string;
}
interface Document {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** `/api/docs`: every door of every service, with the address of each service's OpenAPI document. */
export function showApiDocs(server: FastifyInstance, ports: Readonly<Record<ServiceName, number>>): void {
  server.get('/api/docs', async (_request, reply) => {
    const sections = await Promise.all(Object.entries(ports).map(([service, port]) => sectionOf(service, port)));
    return reply.type('text/html').send(page('API documentation', sections.join('\n')));
  });
}

async function sectionOf(service: string, port: number): Promise<string> {
  const address = `/api/${service}/docs-json`;
  const heading = `<h2 id="${service}">${service}</h2><p>OpenAPI: <a href="${address}">${address}</a></p>`;
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${address}`, { signal: AbortSignal.timeout(10_000) });
    return `${heading}${tableOf((await answer.json()) as Document)}`;
  } catch {
    return `${heading}<p>The service does not answer at this moment.</p>`;
  }
}

const tableOf = ({ paths = {} }: Document): string =>
  `<table>${Object.entries(paths)
    .flatMap(([path, operations]) =>
      METHODS.filter((method) => operations[method]).map((method) => rowOf(method, path, operations[method] as Operation)),
    )
    .join('')}</table>`;

const rowOf = (method: string, path: string, { summary, description }: Operation): string =>
  `<tr><td><code>${method.toUpperCase()}</code></td><td><code>${escaped(path)}</code></td><td>${escaped(summary ?? description ?? '')}</td></tr>`;
