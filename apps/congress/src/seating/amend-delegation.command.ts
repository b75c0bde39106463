import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { amendDelegation, type DelegationAmendment } from '@plenum/congress-domain';
import type { Actor } from '@plenum/service-kit';
import { Permissions } from '../access/permissions.js';
import { SessionRepository } from '../storage/session.repository.js';

/** Gives a delegation another name or head. */
export class AmendDelegation extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly delegationId: string,
    readonly changes: DelegationAmendment,
    /** The version that the changes were made on. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(AmendDelegation)
export class AmendDelegationHandler implements ICommandHandler<AmendDelegation> {
  constructor(
    private readonly permissions: Permissions,
    private readonly sessions: SessionRepository,
  ) {}

  async execute({ actor, sessionId, delegationId, changes, read }: AmendDelegation): Promise<void> {
    await this.permissions.assertAllowed(actor, 'amend-delegation', sessionId);
    await this.sessions.update({ actor, action: 'amend-delegation', id: sessionId }, (sitting) =>
      amendDelegation(sitting, delegationId, { ...changes, read }),
    );
  }
}
