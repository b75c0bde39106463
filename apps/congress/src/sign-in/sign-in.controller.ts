import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type AuthenticatedRequest, Public } from '@plenum/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { originOf, type SignInOrigin } from '../credentials/attempts/sign-in-origin.js';
import { AccessTokens } from '../credentials/tokens/access-tokens.js';
import { DeviceCookie } from './device-cookie.js';
import { FirstSignIn } from './first-sign-in.command.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SendSignInCode } from './send-sign-in-code.command.js';
import { SignInSubjects } from './sign-in-subjects.js';
import { SignIn, type SignedIn } from './sign-in.command.js';
import { FirstSignInRequest, ForgottenPasswordRequest, SignInRequest } from './sign-in.requests.js';
import { SignedInResponse } from './sign-in.responses.js';

// For one address, whatever comes of it: a school may sit behind one, and all of it signs in when the congress opens. What fails is bounded
// much lower.
const SIGN_IN_RATE = { rateLimit: { max: 3_000, timeWindow: 60_000 } };
const FORGOTTEN_RATE = { rateLimit: { max: 30, timeWindow: 60_000 } };

/** The doors for those who are not signed in. */
@Controller()
export class SignInController {
  constructor(
    private readonly commands: CommandBus,
    private readonly subjects: SignInSubjects,
    private readonly accessTokens: AccessTokens,
    private readonly cookie: RefreshCookie,
    private readonly deviceCookie: DeviceCookie,
  ) {}

  /** Signs in with a password. */
  @Post('sign-in')
  @Public(SIGN_IN_RATE)
  @HttpCode(200)
  async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    return this.answer(
      await this.commands.execute(new SignIn(await this.subjects.subjectOf(body), body.password, this.originOf(request))),
      reply,
    );
  }

  /** Sets the password against a one-time code and signs in. */
  @Post('first-sign-in')
  @Public(SIGN_IN_RATE)
  @HttpCode(200)
  async firstSignIn(
    @Body() body: FirstSignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInResponse> {
    return this.answer(
      await this.commands.execute(
        new FirstSignIn(await this.subjects.subjectOf(body), body.signInCode, body.password, this.originOf(request)),
      ),
      reply,
    );
  }

  /** Sends a one-time code to the mail address of the account, if there is one; the answer is the same if there is not. */
  @Post('forgotten-password')
  @Public(FORGOTTEN_RATE)
  @HttpCode(202)
  async forgotten(@Body() body: ForgottenPasswordRequest, @Req() request: AuthenticatedRequest): Promise<void> {
    const asker = { memberId: request.actor?.memberId ?? null, device: this.originOf(request).device };
    await this.commands.execute(new SendSignInCode(await this.subjects.subjectOf(body), asker));
  }

  private originOf(request: FastifyRequest): SignInOrigin {
    return originOf(request, this.deviceCookie.read(request));
  }

  private async answer({ account, refresh, deviceToken }: SignedIn, reply: FastifyReply): Promise<SignedInResponse> {
    const { memberId: id, name, organisationId } = account;
    this.cookie.set(reply, refresh);
    this.deviceCookie.set(reply, deviceToken);
    return { ...(await this.accessTokens.issue(account, refresh.signInId)), member: { id, name, organisationId } };
  }
}
