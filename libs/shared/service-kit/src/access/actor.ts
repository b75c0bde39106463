import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Who acts: all that an access token says. Offices and mandates are looked up where they are needed,
 * never carried in a token, so that relieving somebody takes effect at once.
 */
export interface Actor {
  readonly memberId: string;
  readonly organisationId: string;
}

/** A request that the access guard let in. */
export interface AuthenticatedRequest extends FastifyRequest {
  actor?: Actor;
}

/** The member who sends the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!actor) throw new Error('CurrentActor stands on a route that is public');
  return actor;
});

/** Marks a route that anybody may call: every other one needs an access token. */
export const PUBLIC_ROUTE = Symbol('public-route');
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);
