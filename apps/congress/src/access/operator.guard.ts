import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { isSameSecret } from '@plenum/service-kit';
import type { FastifyRequest } from 'fastify';
import { CongressConfig } from '../congress.config.js';

/** Lets in whoever runs the house: the header `x-operator-token` says so. */
@Injectable()
export class OperatorGuard implements CanActivate {
  constructor(private readonly config: CongressConfig) {}

  canActivate(context: ExecutionContext): boolean {
    const given = context.switchToHttp().getRequest<FastifyRequest>().headers['x-operator-token'];
    if (typeof given !== 'string' || !isSameSecret(given, this.config.operatorToken)) throw new UnauthorizedException();
    return true;
  }
}
