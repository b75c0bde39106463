import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type AuthenticatedRequest, PUBLIC_ROUTE } from './actor.js';

/** Lets a request in when its route is public or it was found out who sends it; see {@link authenticate}. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean | undefined>(PUBLIC_ROUTE, context.getHandler())) return true;
    if (!context.switchToHttp().getRequest<AuthenticatedRequest>().actor) throw new UnauthorizedException();
    return true;
  }
}
