import { pipeline, type Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const WORTH_IT_BYTES = 1_024; // Below this an answer fits into one packet either way.
const FAST_LEVEL = 4; // Of a list of people a quarter is left at this level already; higher ones cost the two cores more than they save.

/** Whether an answer is worth compressing for this caller: JSON of some size, whole, and not compressed or tagged byte by byte already. */
function isWorthIt({ method, headers }: FastifyRequest, reply: FastifyReply): boolean {
  const isJson = String(reply.getHeader('content-type') ?? '').includes('json');
  const isLarge = Number(reply.getHeader('content-length') ?? 0) >= WORTH_IT_BYTES;
  const isPlain = !reply.hasHeader('content-encoding') && !reply.hasHeader('etag');
  return method === 'GET' && isJson && isLarge && isPlain && /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
}

/** Passes a service's answer on, compressed where that is worth it; what streams without an end passes as it comes. */
export function sendCompressed(request: FastifyRequest, reply: FastifyReply, body: Readable): FastifyReply {
  if (!isWorthIt(request, reply)) return reply.send(body);
  void reply
    .header('content-encoding', 'gzip')
    .header('vary', [reply.getHeader('vary'), 'accept-encoding'].filter(Boolean).join(', '))
    .removeHeader('content-length');
  // An answer that breaks off breaks off for the caller, too: the pipeline destroys what it feeds.
  return reply.send(pipeline(body, createGzip({ level: FAST_LEVEL }), () => undefined));
}
