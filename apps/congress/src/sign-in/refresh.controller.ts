import { Controller, HttpCode, Post, Req, Res, UnauthorizedException, UseGuards } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Public } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientGuard } from '../access/client.guard.js';
import { AccessTokens } from '../credentials/tokens/access-tokens.js';
import { RefreshTokens } from '../credentials/tokens/refresh-tokens.js';
import { NameOfSignedIn } from './name-of-signed-in.query.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SignedInResponse } from './sign-in.responses.js';

/** The two routes that the refresh cookie is sent to. Both need the header `x-plenum-client`. */
@Controller('session')
@UseGuards(ClientGuard)
export class RefreshController {
  constructor(
    private readonly refreshTokens: RefreshTokens,
    private readonly accessTokens: AccessTokens,
    private readonly cookie: RefreshCookie,
    private readonly queries: QueryBus,
  ) {}

  /** A new access token, and the next refresh token in the cookie. */
  @Post('refresh')
  @Public()
  @HttpCode(200)
  async refresh(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedInResponse> {
    const token = this.cookie.read(request);
    const rotated = token === null ? null : await this.refreshTokens.rotate(token);
    if (!rotated) {
      this.cookie.clear(reply);
      throw new UnauthorizedException();
    }
    this.cookie.set(reply, rotated.next);
    const issued = await this.accessTokens.issue(rotated.actor, rotated.next.signInId);
    return { ...issued, member: await this.queries.execute(new NameOfSignedIn(rotated.actor)) };
  }

  /** Ends the sign-in on this device. */
  @Post('sign-out')
  @Public()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = this.cookie.read(request);
    if (token !== null) await this.refreshTokens.endFamilyOf(token);
    this.cookie.clear(reply);
  }
}
