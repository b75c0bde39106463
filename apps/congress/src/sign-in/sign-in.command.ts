import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors, type SignInSubject } from '@plenum/congress-domain';
import { FailuresOfNetworks } from '../credentials/attempts/failures-of-networks.js';
import { KnownDevices } from '../credentials/attempts/known-devices.js';
import { accountKey, type AttemptOrigin, SignInAttempts } from '../credentials/attempts/sign-in-attempts.js';
import type { SignInOrigin } from '../credentials/attempts/sign-in-origin.js';
import { Passwords } from '../credentials/passwords/passwords.js';
import { type RefreshToken, RefreshTokens } from '../credentials/tokens/refresh-tokens.js';
import { type Account, AccountRepository } from '../storage/account.repository.js';
import { drawDeviceToken } from './device-cookie.js';

/** Somebody who has just signed in, with the token that keeps them so and the one that the device is known by. */
export interface SignedIn {
  readonly account: Account;
  readonly refresh: RefreshToken;
  readonly deviceToken: string;
}

/** Signs in with organisation, staff number and password. */
export class SignIn extends Command<SignedIn> {
  constructor(
    readonly subject: SignInSubject,
    readonly password: string,
    readonly origin: SignInOrigin,
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
    private readonly devices: KnownDevices,
    private readonly refreshTokens: RefreshTokens,
    private readonly failures: FailuresOfNetworks,
  ) {}

  async execute({ subject, password, origin: { network, device, deviceToken } }: SignIn): Promise<SignedIn> {
    const found = await this.accounts.find(subject);
    const origin = { network, knownDevice: found && (await this.devices.keyOf(found.memberId, deviceToken)) };
    const attempt = () => this.attempt(subject, password, found, origin);
    // A device that knows its person has tries of its own: who guesses behind the same address takes none of them.
    const account = origin.knownDevice ? await attempt() : await this.failures.counting(network, attempt);
    await this.attempts.forgive(subject, origin);
    await this.strengthen(account, password, accountKey(subject));
    const token = deviceToken ?? drawDeviceToken();
    await this.devices.note(account.memberId, token);
    return { account, refresh: await this.refreshTokens.begin(account, device, 'sign-in'), deviceToken: token };
  }

  /** @throws `congress.sign-in-refused`, `congress.sign-in-locked` */
  private async attempt(subject: SignInSubject, password: string, account: Account | null, origin: AttemptOrigin): Promise<Account> {
    const { isLast } = await this.attempts.charge(subject, origin);
    const isRight = await this.attempts.charged(subject, origin, () =>
      this.passwords.matches(password, account?.passwordHash ?? null, origin.knownDevice ?? origin.network),
    );
    if (account && !isRight && isLast) await this.accounts.tellLock(account);
    if (!account || !isRight) throw CongressErrors.signInRefused();
    return account;
  }

  private async strengthen({ memberId, passwordHash }: Account, password: string, key: string): Promise<void> {
    if (passwordHash && this.passwords.isOutdated(passwordHash))
      await this.accounts.renewHash(memberId, passwordHash, await this.passwords.hash(password, key));
  }
}
