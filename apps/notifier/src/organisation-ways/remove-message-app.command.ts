import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GroupProvider } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { MessageAppsRepository } from '../personal-messages/message-apps.repository.js';
import { assertSet, assertUnchanged, auditedApp } from './refusals.js';

/** Forgets the app of a provider, with its secret. */
export class RemoveMessageApp extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly provider: GroupProvider,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RemoveMessageApp)
export class RemoveMessageAppHandler implements ICommandHandler<RemoveMessageApp> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly apps: MessageAppsRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.app-not-set`, `notifier.outdated` */
  async execute({ actor, provider, read }: RemoveMessageApp): Promise<void> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    await this.database.transaction(async (tx) => {
      const before = await this.apps.find(organisationId, provider, tx);
      assertSet(before, 'notifier.app-not-set');
      assertUnchanged(before, read);
      await this.apps.remove(tx, organisationId, provider);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'remove-message-app',
        subject: { kind: 'message-app', id: organisationId },
        before: auditedApp(before),
      });
    });
  }
}
