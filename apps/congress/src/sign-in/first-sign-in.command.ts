import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors, readSignInCode, type SignInSubject } from '@plenum/congress-domain';
import { Clock } from '@plenum/kernel';
import { FailuresOfNetworks } from '../credentials/attempts/failures-of-networks.js';
import { KnownDevices } from '../credentials/attempts/known-devices.js';
import { accountKey, SignInAttempts } from '../credentials/attempts/sign-in-attempts.js';
import type { SignInOrigin } from '../credentials/attempts/sign-in-origin.js';
import { PasswordPolicy } from '../credentials/passwords/password-policy.js';
import { Passwords } from '../credentials/passwords/passwords.js';
import { codeHash } from '../credentials/passwords/sign-in-codes.js';
import { RefreshTokens } from '../credentials/tokens/refresh-tokens.js';
import { type Account, AccountRepository } from '../storage/account.repository.js';
import { drawDeviceToken } from './device-cookie.js';
import type { SignedIn } from './sign-in.command.js';

/**
 * Sets the password against a one-time code, and signs in. A code given later on, or sent by mail, replaces a forgotten password the same
 * way.
 */
export class FirstSignIn extends Command<SignedIn> {
  constructor(
    readonly subject: SignInSubject,
    readonly code: string,
    readonly password: string,
    readonly origin: SignInOrigin,
  ) {
    super();
  }
}

@CommandHandler(FirstSignIn)
export class FirstSignInHandler implements ICommandHandler<FirstSignIn> {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly attempts: SignInAttempts,
    private readonly devices: KnownDevices,
    private readonly refreshTokens: RefreshTokens,
    private readonly clock: Clock,
    private readonly failures: FailuresOfNetworks,
  ) {}

  /**
   * The policy is spoken of only to somebody who holds a good code, and its refusal does not spend the code. A good code is let in
   * whatever was tried before: its 72 bits cannot be guessed, and nobody else's wrong guesses keep its bearer out.
   */
  async execute({ subject, code, password, origin: { network, device, deviceToken } }: FirstSignIn): Promise<SignedIn> {
    const account = await this.accounts.find(subject);
    const given = readSignInCode(code);
    if (!account || given === null || !this.isGood(account, given)) {
      return this.failures.counting(network, async () => {
        await this.attempts.charge(subject, { network, knownDevice: null });
        throw CongressErrors.signInRefused();
      });
    }
    await this.attempts.forget(subject);
    this.policy.check(password, account);
    const passwordHash = await this.passwords.hash(password, accountKey(subject));
    const { memberId } = account;
    const refresh = await this.refreshTokens.begin(account, device, 'set-password', async (tx) => {
      const maker = await this.accounts.makerOf(tx, memberId, codeHash(memberId, given));
      const isSpent = await this.accounts.spendCode(tx, memberId, codeHash(memberId, given), passwordHash, this.clock.now());
      if (!isSpent || !maker) throw CongressErrors.signInRefused();
      await this.refreshTokens.endAllOf(tx, account, 'password-set');
      await this.accounts.tellReset(tx, account, maker.way === 'given' ? maker.by : null);
      if (account.passwordHash !== null) await this.accounts.tellPasswordSet(tx, account);
      return { maker, isFirst: account.passwordHash === null };
    });
    await this.refreshTokens.settled();
    const token = deviceToken ?? drawDeviceToken();
    await this.devices.note(memberId, token);
    return { account, refresh, deviceToken: token };
  }

  private isGood({ memberId, codes }: Account, given: string): boolean {
    const now = this.clock.now();
    return codes.some(({ hash, expiresAt }) => expiresAt > now && hash === codeHash(memberId, given));
  }
}
