import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors, signInSubject } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { type Actor, ChangeRecords } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SignInAttempts } from '../credentials/attempts/sign-in-attempts.js';
import { AccountRepository } from '../storage/account.repository.js';

/** Lets a member try to sign in again at once, after too many wrong passwords. */
export class UnlockSignIn extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly memberId: string,
  ) {
    super();
  }
}

@CommandHandler(UnlockSignIn)
export class UnlockSignInHandler implements ICommandHandler<UnlockSignIn> {
  constructor(
    private readonly permissions: Permissions,
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly attempts: SignInAttempts,
    private readonly records: ChangeRecords,
  ) {}

  /** The member is told; where nothing was locked, nothing is done. */
  async execute({ actor, memberId }: UnlockSignIn): Promise<void> {
    await this.permissions.assertAllowed(actor, 'unlock-sign-in', memberId);
    const account = await this.accounts.findByMember(memberId);
    if (!account) throw CongressErrors.memberInactive(memberId);
    const subject = signInSubject({ organisation: account.organisationCode, staffNo: account.staffNo });
    if (!(await this.attempts.lockedUntil(subject))) return;
    await this.database.transaction(async (tx) => {
      await this.records.write(
        tx,
        { actor, action: 'unlock-sign-in' },
        {
          subject: { kind: 'member', id: memberId },
          after: {},
          events: [
            {
              name: 'congress.sign-in-unlocked.v1',
              aggregateId: memberId,
              version: 1,
              data: { organisationId: actor.organisationId, memberId },
            },
          ],
        },
      );
    });
    await this.attempts.forget(subject);
  }
}
