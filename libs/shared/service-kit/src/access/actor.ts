import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyContextConfig, FastifyRequest } from 'fastify';

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
  /** The sign-in that the access token came of. */
  signInId?: string;
}

/** The member who sends the request. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!actor) throw new Error('CurrentActor stands on a route that is public');
  return actor;
});

/** The sign-in by which the request is sent: one device of the member. */
export const CurrentSignIn = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { signInId } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!signInId) throw new Error('CurrentSignIn stands on a route that is public');
  return signInId;
});

export const PUBLIC_ROUTE = Symbol('public-route');

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether anybody may call this route. */
    isPublic?: boolean;
  }
}

/** Marks a route that anybody may call, with more settings of the route if it has any: every other one needs an access token. */
export const Public = (settings: FastifyContextConfig & { readonly rateLimit?: unknown } = {}): MethodDecorator =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), RouteConfig({ ...settings, isPublic: true }));
