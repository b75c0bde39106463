import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { CongressErrors } from '@plenum/congress-domain';
import type { FastifyRequest } from 'fastify';

/**
 * On routes that read the refresh cookie: another site's form or image cannot set a header of its own, and its script may not
 * without our consent. With SameSite=Strict this makes two walls against forged requests.
 */
@Injectable()
export class ClientGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const client = context.switchToHttp().getRequest<FastifyRequest>().headers['x-plenum-client'];
    if (typeof client !== 'string' || client === '') throw CongressErrors.forbidden();
    return true;
  }
}
