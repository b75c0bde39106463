import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Public } from '@plenum/service-kit';
import type { FastifyReply } from 'fastify';
import { AccessTokens } from './access-tokens.js';
import { FirstSignInRequest, SignInRequest } from './accounts.requests.js';
import { SignedInResponse } from './accounts.responses.js';
import { FirstSignIn } from './first-sign-in.command.js';
import { RefreshCookie } from './refresh-cookie.js';
import { SignIn, type SignedIn } from './sign-in.command.js';
import { SignInSubjects } from './sign-in-subjects.js';

// For one address: a school may sit behind one, and all of it signs in when the congress opens.
const SIGN_IN_RATE = { rateLimit: { max: 300, timeWindow: 60_000 } };

/** The doors for those who are not signed in. */
@Controller()
export class SignInController {
  constructor(
    private readonly commands: CommandBus,
    private readonly subjects: SignInSubjects,
    private readonly accessTokens: AccessTokens,
    private readonly cookie: RefreshCookie,
  ) {}

  /** Signs in with a password. */
  @Post('sign-in')
  @Public(SIGN_IN_RATE)
  @HttpCode(200)
  async signIn(@Body() body: SignInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedInResponse> {
    return this.answer(await this.commands.execute(new SignIn(await this.subjects.of(body), body.password)), reply);
  }

  /** Sets the password against a one-time code and signs in. */
  @Post('first-sign-in')
  @Public(SIGN_IN_RATE)
  @HttpCode(200)
  async firstSignIn(@Body() body: FirstSignInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedInResponse> {
    return this.answer(await this.commands.execute(new FirstSignIn(await this.subjects.of(body), body.signInCode, body.password)), reply);
  }

  private async answer({ account, refresh }: SignedIn, reply: FastifyReply): Promise<SignedInResponse> {
    const { memberId: id, name, organisationId } = account;
    this.cookie.set(reply, refresh);
    return { ...(await this.accessTokens.issue(account)), member: { id, name, organisationId } };
  }
}
