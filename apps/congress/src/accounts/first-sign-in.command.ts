import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors, passwordFaults, readSignInCode } from '@plenum/congress-domain';
import { Clock } from '@plenum/kernel';
import { type Account, AccountRepository } from '../storage/account.repository.js';
import { Passwords } from './passwords.js';
import { RefreshTokens } from './refresh-tokens.js';
import { SignInAttempts, type SignInSubject } from './sign-in-attempts.js';
import { codeHash } from './sign-in-codes.js';
import type { SignedIn } from './sign-in.command.js';

/** Sets the password against a one-time code, and signs in. A code given later on replaces a forgotten password the same way. */
export class FirstSignIn extends Command<SignedIn> {
  constructor(
    readonly subject: SignInSubject,
    readonly code: string,
    readonly password: string,
  ) {
    super();
  }
}

@CommandHandler(FirstSignIn)
export class FirstSignInHandler implements ICommandHandler<FirstSignIn> {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly attempts: SignInAttempts,
    private readonly refreshTokens: RefreshTokens,
    private readonly clock: Clock,
  ) {}

  /** The policy is spoken of only to somebody who holds a good code, and its refusal does not spend the code. */
  async execute({ subject, code, password }: FirstSignIn): Promise<SignedIn> {
    await this.attempts.charge(subject);
    const account = await this.accounts.find(subject.organisation, subject.staffNo);
    const given = readSignInCode(code);
    if (!account || given === null || !this.isGood(account, given)) throw CongressErrors.signInRefused();
    await this.attempts.forget(subject);
    const faults = passwordFaults(password, [account.organisationCode, account.staffNo, account.name, ...(account.mail ? [account.mail] : [])]);
    if (faults.length > 0) throw CongressErrors.weakPassword(faults);
    const passwordHash = await this.passwords.hash(password);
    const { memberId } = account;
    const refresh = await this.refreshTokens.begin(account, 'set-password', async (tx) => {
      const isSpent = await this.accounts.spendCode(tx, memberId, codeHash(memberId, given), passwordHash, this.clock.now());
      if (!isSpent) throw CongressErrors.signInRefused();
      await this.refreshTokens.endAllOf(tx, memberId, 'password-set');
    });
    return { account, refresh };
  }

  private isGood({ memberId, codeHash: kept, codeExpiresAt }: Account, given: string): boolean {
    return kept !== null && codeExpiresAt !== null && codeExpiresAt > this.clock.now() && kept === codeHash(memberId, given);
  }
}
