import { UnauthorizedException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AuthenticatedRequest } from './actor.js';
import type { TokenVerifier } from './token-verifier.js';

const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/;

/** Finds out who sends a request before anything is counted for them. A token that does not hold is no token. */
export function authenticate(fastify: FastifyInstance, verifier: TokenVerifier): void {
  fastify.addHook('onRequest', async (request: AuthenticatedRequest) => {
    const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    const actor = token ? await verifier.actorOf(token) : null;
    if (actor) request.actor = actor;
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
