import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { type Actor, ChangeRecords } from '@plenum/service-kit';
import { PasswordPolicy } from '../credentials/passwords/password-policy.js';
import { Passwords } from '../credentials/passwords/passwords.js';
import { RefreshTokens } from '../credentials/tokens/refresh-tokens.js';
import { AccountRepository } from '../storage/account.repository.js';
import { OwnPassword } from './own-password.js';

/** Sets one's own password anew: whoever does it knows the old one, and every other device is signed out. */
export class ChangePassword extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly signInId: string,
    readonly oldPassword: string,
    readonly newPassword: string,
  ) {
    super();
  }
}

@CommandHandler(ChangePassword)
export class ChangePasswordHandler implements ICommandHandler<ChangePassword> {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly passwords: Passwords,
    private readonly policy: PasswordPolicy,
    private readonly own: OwnPassword,
    private readonly refreshTokens: RefreshTokens,
    private readonly records: ChangeRecords,
  ) {}

  /** @throws `congress.wrong-password`, `congress.sign-in-locked`, `congress.same-password`, `congress.weak-password` */
  async execute({ actor, signInId, oldPassword, newPassword }: ChangePassword): Promise<void> {
    const { account, key } = await this.own.assertKnown(actor, signInId, oldPassword);
    if (oldPassword === newPassword) throw CongressErrors.samePassword();
    this.policy.check(newPassword, account);
    const passwordHash = await this.passwords.hash(newPassword, key);
    await this.database.transaction(async (tx) => {
      // Somebody may have set another meanwhile: then the old one is no longer the old one.
      if (!(await this.accounts.replaceHash(tx, actor.memberId, account.passwordHash, passwordHash))) throw CongressErrors.wrongPassword();
      await this.refreshTokens.endAllOf(tx, actor, 'password-changed', signInId);
      await this.records.write(tx, { actor, action: 'change-password' }, { subject: { kind: 'member', id: actor.memberId }, after: {} });
      await this.accounts.tellPasswordSet(tx, account);
    });
    await this.refreshTokens.settled();
  }
}
