import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { MessageTrouble } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { NotifierConfig } from '../notifier.config.js';
import { MobileNumbers } from '../sms/mobile-numbers.repository.js';
import { type KeptSmsGateway, SmsGatewaysRepository } from '../sms/sms-gateways.repository.js';
import { smsTrialText } from '../sms/sms-text.js';
import { SmsWay } from '../sms/sms.way.js';
import { WishesOfPeople } from '../ways/wishes.repository.js';
import type { MessageTrialResponse } from './organisation-ways.responses.js';
import { assertNotJustTried, assertSet } from './refusals.js';

/** Sends a trial to the number of whoever asks, whether the gateway is on or not. */
export class TrySmsGateway extends Command<MessageTrialResponse> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@CommandHandler(TrySmsGateway)
export class TrySmsGatewayHandler implements ICommandHandler<TrySmsGateway> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly gateways: SmsGatewaysRepository,
    private readonly numbers: MobileNumbers,
    private readonly way: SmsWay,
    private readonly people: WishesOfPeople,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.sms-not-set`, `notifier.tested-just-now` */
  async execute({ actor }: TrySmsGateway): Promise<MessageTrialResponse> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    const gateway = await this.begin(actor);
    const to = await this.numbers.of(memberId);
    if (to === null) return { trouble: 'no-address', to: '' };
    const { locale } = (await this.people.of(this.database, [memberId]))(memberId);
    const text = smsTrialText(locale, this.clock.now(), this.config, gateway);
    const became = await this.way.post({ gateway, to, text, id: randomUUID() });
    const now = this.clock.now();
    if (became.outcome === 'sent') {
      await this.gateways.sent(organisationId, now);
      return { trouble: null, to };
    }
    await this.gateways.troubled(organisationId, became.reason, now, null);
    return { trouble: became.reason as MessageTrouble, to };
  }

  private begin({ organisationId, memberId }: Actor): Promise<KeptSmsGateway> {
    return this.database.transaction(async (tx) => {
      const gateway = await this.gateways.find(organisationId, tx);
      assertSet(gateway, 'notifier.sms-not-set');
      const now = this.clock.now();
      assertNotJustTried(gateway, now);
      await this.gateways.testing(tx, organisationId, now);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'try-sms-gateway',
        subject: { kind: 'sms-gateway', id: organisationId },
        after: {},
      });
      return gateway;
    });
  }
}
