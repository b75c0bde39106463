import { randomUUID } from 'node:crypto';

import type { FastifyReply } from 'fastify';

/** Answers with `application/problem+json` (RFC 9457), as the services do. */
export const problem = (reply: FastifyReply, status: number, type: string, title: string): FastifyReply =>
  reply
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type, title, status, traceId: randomUUID() }));
