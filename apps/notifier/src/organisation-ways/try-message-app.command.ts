import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GroupProvider, MessageTrouble } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { NotifierConfig } from '../notifier.config.js';
import { AppMessages } from '../personal-messages/app-messages.js';
import { type KeptMessageApp, MessageAppsRepository } from '../personal-messages/message-apps.repository.js';
import { messageTrialText } from '../personal-messages/message-text.js';
import { WishesOfPeople } from '../ways/wishes.repository.js';
import type { MessageTrialResponse } from './organisation-ways.responses.js';
import { assertNotJustTried, assertSet } from './refusals.js';

/** Sends a trial to whoever asks, whether the app is on or not. */
export class TryMessageApp extends Command<MessageTrialResponse> {
  constructor(
    readonly actor: Actor,
    readonly provider: GroupProvider,
  ) {
    super();
  }
}

@CommandHandler(TryMessageApp)
export class TryMessageAppHandler implements ICommandHandler<TryMessageApp> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly directory: Directory,
    private readonly apps: MessageAppsRepository,
    private readonly messages: AppMessages,
    private readonly people: WishesOfPeople,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.app-not-set`, `notifier.tested-just-now` */
  async execute({ actor, provider }: TryMessageApp): Promise<MessageTrialResponse> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId } = actor;
    const app = await this.begin(actor, provider);
    const member = await this.directory.member(this.database, memberId);
    const to = (app.idIs === 'mail' ? member?.mail : member?.staffNo) ?? '';
    const { locale } = (await this.people.of(this.database, [memberId]))(memberId);
    const text = messageTrialText(locale, this.clock.now(), this.config);
    const became = await this.messages.post({ app, to, text, id: randomUUID() });
    const now = this.clock.now();
    if (became.outcome === 'sent') {
      await this.apps.sent(organisationId, provider, now);
      return { trouble: null, to };
    }
    await this.apps.troubled(organisationId, provider, became.reason, now, null);
    return { trouble: became.reason as MessageTrouble, to };
  }

  private begin({ organisationId, memberId }: Actor, provider: GroupProvider): Promise<KeptMessageApp> {
    return this.database.transaction(async (tx) => {
      const app = await this.apps.find(organisationId, provider, tx);
      assertSet(app, 'notifier.app-not-set');
      const now = this.clock.now();
      assertNotJustTried(app, now);
      await this.apps.testing(tx, organisationId, provider, now);
      await this.audit.append(tx, {
        organisationId,
        actor: memberId,
        action: 'try-message-app',
        subject: { kind: 'message-app', id: organisationId },
        after: { provider },
      });
      return app;
    });
  }
}
