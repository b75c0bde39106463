import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { type Account, AccountRepository } from '../storage/account.repository.js';
import { Passwords } from './passwords.js';
import { type RefreshToken, RefreshTokens } from './refresh-tokens.js';
import { SignInAttempts, type SignInSubject } from './sign-in-attempts.js';

/** Somebody who has just signed in, with the token that keeps them so. */
export interface SignedIn {
  readonly account: Account;
  readonly refresh: RefreshToken;
}

/** Signs in with organisation, staff number and password. */
export class SignIn extends Command<SignedIn> {
  constructor(
    readonly subject: SignInSubject,
    readonly password: string,
  ) {
    super();
  }
}

@CommandHandler(SignIn)
export class SignInHandler implements ICommandHandler<SignIn> {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly refreshTokens: RefreshTokens,
  ) {}

  async execute({ subject, password }: SignIn): Promise<SignedIn> {
    await this.attempts.charge(subject);
    const account = await this.accounts.find(subject.organisation, subject.staffNo);
    const isRight = await this.passwords.matches(password, account?.passwordHash ?? null);
    if (!account || !isRight) throw CongressErrors.signInRefused();
    await this.attempts.forget(subject);
    await this.strengthen(account, password);
    return { account, refresh: await this.refreshTokens.begin(account, 'sign-in') };
  }

  private async strengthen({ memberId, passwordHash }: Account, password: string): Promise<void> {
    if (passwordHash && this.passwords.isOutdated(passwordHash)) await this.accounts.renewHash(memberId, passwordHash, await this.passwords.hash(password));
  }
}
