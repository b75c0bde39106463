import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { ServiceName } from '../services/service-list.js';
import { problem } from './problem.js';

const BODY_BYTES_MAX = 32 * 1024 * 1024; // A roster is the largest thing that comes in; each service sets its own, lower limits.
const FIRST_ANSWER_TIMEOUT_MS = 90_000; // Above the services' own request time-out, so that theirs speaks first.
const CONNECTIONS_PER_SERVICE = 256; // Each open inbox holds one.

/** `/api/<service>` goes to that service as it stands; answers stream through as they come. */
export async function proxyServices(door: FastifyInstance, ports: Readonly<Record<ServiceName, number>>): Promise<void> {
  door.addHook('onRequest', refuseTooLarge);
  for (const [service, port] of Object.entries(ports)) {
    await door.register(httpProxy, {
      upstream: `http://127.0.0.1:${port}`,
      prefix: `/api/${service}`,
      rewritePrefix: `/api/${service}`,
      httpMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      disableRequestLogging: true,
      destroyAgent: true,
      undici: { connections: CONNECTIONS_PER_SERVICE, headersTimeout: FIRST_ANSWER_TIMEOUT_MS, bodyTimeout: 0 }, // An inbox that streams is silent for long.
      replyOptions: {
        rewriteRequestHeaders: (request, headers) => ({ ...headers, ...forwarded(request as FastifyRequest) }),
        retryDelay: () => null, // Who asked decides whether to ask again.
        onError: (reply) => void problem(reply as unknown as FastifyReply, 503, 'fault', 'The service does not answer at this moment'),
      },
    });
  }
}

/** What the caller says of itself in these headers is not believed: the door writes them. */
const forwarded = ({ ip, protocol, headers }: FastifyRequest): Record<string, string> => ({
  'x-forwarded-for': ip,
  'x-forwarded-proto': protocol,
  'x-forwarded-host': headers.host ?? '',
});

async function refuseTooLarge(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  if (Number(request.headers['content-length'] ?? 0) <= BODY_BYTES_MAX) return undefined;
  return problem(reply, 413, 'too-large', 'The request is too large');
}
