import { UnauthorizedException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuthenticatedRequest } from './actor.js';
import type { EndedSignIns } from './ended-sign-ins.js';
import type { TokenVerifier } from './token-verifier.js';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/**
 * Finds out who sends a request before anything is counted for them. A token that does not hold, or whose sign-in was ended, is no token.
 */
export function authenticate(fastify: FastifyInstance, verifier: TokenVerifier, ended: EndedSignIns): void {
  fastify.addHook('onRequest', async (request: AuthenticatedRequest) => {
    const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    const verified = token ? await verifier.verify(token) : null;
    if (!verified || ended.has(verified.signInId)) return;
    request.actor = verified.actor;
    request.signInId = verified.signInId;
  });
}

/** By this a door in front of the service asks whether a request would be let in, and holds its body back. */
const ADMISSION = 'x-plenum-admission';

/** Whether a request is such a question: nothing is done but to answer it. */
export const asksForAdmission = ({ headers }: FastifyRequest): boolean => headers[ADMISSION] !== undefined;

/**
 * Answers a door in front that asks about a request by everything but its body: 204 when it would be let in, 401 when not. A stranger at an
 * address that is none is no less a stranger.
 */
export function answerForAdmission(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async (request: AuthenticatedRequest, reply) => {
    if (!asksForAdmission(request)) return undefined;
    if (!request.actor && !request.routeOptions.config.isPublic) throw new UnauthorizedException();
    return reply.status(204).send();
  });
}

/** Refuses strangers before their body is read: who has no token costs no more than the headers. */
export function refuseStrangers(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', async ({ actor, routeOptions }: AuthenticatedRequest) => {
    const isRoute = routeOptions.url !== undefined;
    if (isRoute && !actor && !routeOptions.config.isPublic) throw new UnauthorizedException();
  });
}

/** Whom a request is counted for: the member whose token holds, else the address: a whole school may share one. */
export const callerOf = (request: FastifyRequest): string => (request as AuthenticatedRequest).actor?.memberId ?? request.ip;
