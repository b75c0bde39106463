import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { SmsGatewaysRepository } from '../sms/sms-gateways.repository.js';
import { assertSet, assertUnchanged, auditedGateway } from './refusals.js';

/** Forgets the gateway, with its secret. */
export class RemoveSmsGateway extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RemoveSmsGateway)
export class RemoveSmsGatewayHandler implements ICommandHandler<RemoveSmsGateway> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly gateways: SmsGatewaysRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.sms-not-set`, `notifier.outdated` */
  async execute({ actor, read }: RemoveSmsGateway): Promise<void> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    await this.database.transaction(async (tx) => {
      const before = await this.gateways.find(organisationId, tx);
      assertSet(before, 'notifier.sms-not-set');
      assertUnchanged(before, read);
      await this.gateways.remove(tx, organisationId);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'remove-sms-gateway',
        subject: { kind: 'sms-gateway', id: organisationId },
        before: auditedGateway(before),
      });
    });
  }
}
