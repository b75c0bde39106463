import type { Readable } from 'node:stream';
import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { sendCompressed } from './compression.js';
import { problem } from './problem.js';
import { ADMISSION, type Upstreams } from './upstreams.js';
import { takeWholeBodies } from './whole-body.js';

const BODY_BYTES_MAX = 32 * 1024 * 1024; // A roster is the largest thing that comes in; each service sets its own, lower limits.

/** `/api/<service>` goes to that service as it stands; answers stream through as they come. */
export async function proxyServices(server: FastifyInstance, upstreams: Upstreams): Promise<void> {
  server.addHook('onRequest', refuseTooLarge);
  const takeWhole = takeWholeBodies();
  for (const [service, upstream] of Object.entries(upstreams)) {
    await server.register(httpProxy, {
      upstream: upstream.origin,
      prefix: `/api/${service}`,
      rewritePrefix: `/api/${service}`,
      httpMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      disableRequestLogging: true,
      preHandler: (request, reply) => takeWhole(request, reply, () => upstream.refusalOf(request)),
      undici: upstream.dispatcher as never, // Asked for `request` alone.
      replyOptions: {
        rewriteRequestHeaders: (request, { [ADMISSION]: _, ...headers }) => ({ ...headers, ...forwarded(request as FastifyRequest) }),
        onResponse: (request, reply, answer) =>
          void sendCompressed(
            request as FastifyRequest,
            reply as unknown as FastifyReply,
            (answer as unknown as { readonly stream: Readable }).stream,
          ),
        retryDelay: () => null, // Who asked decides whether to ask again.
        onError: (reply) =>
          void problem(reply as unknown as FastifyReply, 503, 'unavailable', 'The service does not answer at this moment'),
      },
    });
  }
  // Streams never end by themselves; whatever else is on its way is answered before the port closes.
  server.addHook('preClose', async () => void (await Promise.all(Object.values(upstreams).map((upstream) => upstream.endStreams()))));
  server.addHook('onClose', async () => void (await Promise.all(Object.values(upstreams).map((upstream) => upstream.close()))));
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
