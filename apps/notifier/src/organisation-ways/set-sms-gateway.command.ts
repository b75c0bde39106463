import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { MalformedError } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { NotifierConfig } from '../notifier.config.js';
import { gatewayFaults, type SmsGateway } from '../sms/sms-gateway.js';
import { type KeptSmsGateway, SmsGatewaysRepository } from '../sms/sms-gateways.repository.js';
import { assertUnchanged, auditedGateway } from './refusals.js';

/** A gateway as it shall be; a secret that is left out stays as it is kept. */
export interface WantedGateway extends Omit<SmsGateway, 'secret'> {
  readonly secret?: string;
  readonly isOn: boolean;
}

/** Sets the gateway by which an organisation sends messages by SMS. */
export class SetSmsGateway extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly gateway: WantedGateway,
    /** The version that the changes were made on, 0 for none. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetSmsGateway)
export class SetSmsGatewayHandler implements ICommandHandler<SetSmsGateway> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly gateways: SmsGatewaysRepository,
    private readonly audit: AuditTrail,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.outdated`, `malformed` with each unfit field */
  async execute({ actor, gateway, read }: SetSmsGateway): Promise<void> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    await this.database.transaction(async (tx) => {
      // Two who set the first one at the same time: there is no row yet that either could wait for.
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`sms-gateway ${organisationId}`]);
      const before = await this.gateways.find(organisationId, tx);
      assertUnchanged(before, read);
      const after = made(before, gateway);
      const faults = gatewayFaults(after, this.config.smsOwnOrigins);
      if (faults.length > 0) throw new MalformedError([...faults]);
      await this.gateways.save(tx, organisationId, after);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'set-sms-gateway',
        subject: { kind: 'sms-gateway', id: organisationId },
        before: before && auditedGateway(before),
        after: auditedGateway(after),
      });
    });
  }
}

/** A secret belongs to the place that it was given for: another place has to come with its own. */
function made(before: KeptSmsGateway | null, { secret: given, ...wanted }: WantedGateway): KeptSmsGateway {
  const isSamePlace = before !== null && originOf(before.url) === originOf(wanted.url);
  return {
    ...wanted,
    secret: given?.trim() || (isSamePlace ? before.secret : null),
    version: (before?.version ?? 0) + 1,
    testedAt: before?.testedAt ?? null,
    lastSentAt: before?.lastSentAt ?? null,
    trouble: null,
    troubledAt: null,
    waitsUntil: null,
  };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);
