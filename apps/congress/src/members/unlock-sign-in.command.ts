import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CongressErrors, signInSubject } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { Outbox } from '@plenum/messaging';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { SignInAttempts } from '../accounts/sign-in-attempts.js';
import { AccountRepository } from '../storage/account.repository.js';
import { deedOf } from '../storage/deed.js';

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
    private readonly authority: Authority,
    private readonly database: Database,
    private readonly accounts: AccountRepository,
    private readonly attempts: SignInAttempts,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** The member is told; where nothing was locked, nothing is done. */
  async execute({ actor, memberId }: UnlockSignIn): Promise<void> {
    await this.authority.seesMember(actor, memberId);
    await this.authority.runsOrganisation(actor);
    const account = await this.accounts.ofMember(memberId);
    if (!account) throw CongressErrors.memberInactive(memberId);
    const subject = signInSubject({ organisation: account.organisationCode, staffNo: account.staffNo });
    if (!(await this.attempts.lockedUntil(subject))) return;
    await this.database.transaction(async (tx) => {
      await this.audit.append(tx, { ...deedOf(actor, 'unlock-sign-in'), subject: { kind: 'member', id: memberId }, after: {} });
      await this.outbox.append(tx, [
        {
          name: 'congress.sign-in-unlocked.v1',
          aggregateId: memberId,
          version: 1,
          data: { organisationId: actor.organisationId, memberId },
        },
      ]);
    });
    await this.attempts.forget(subject);
  }
}
