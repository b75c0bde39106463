import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GroupProvider } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { GroupWaysRepository } from '../group-posts/group-ways.repository.js';
import { assertSet, assertUnchanged, audited } from './refusals.js';

/** Forgets the robot of a group, with its address and its secret. */
export class RemoveGroupWay extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly provider: GroupProvider,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RemoveGroupWay)
export class RemoveGroupWayHandler implements ICommandHandler<RemoveGroupWay> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly ways: GroupWaysRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.group-not-set`, `notifier.outdated` */
  async execute({ actor, provider, read }: RemoveGroupWay): Promise<void> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    await this.database.transaction(async (tx) => {
      const before = await this.ways.find(organisationId, provider, tx);
      assertSet(before, 'notifier.group-not-set');
      assertUnchanged(before, read);
      await this.ways.remove(tx, organisationId, provider);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'remove-group-way',
        subject: { kind: 'group-way', id: organisationId },
        before: audited(before),
      });
    });
  }
}
