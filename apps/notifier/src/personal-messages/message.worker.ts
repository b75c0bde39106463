import { Injectable } from '@nestjs/common';
import type { GroupProvider } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { LetterOffice, type LetterOutcome, type LetterToSend, LetterWorker } from '../letters/letter.worker.js';
import { NotifierConfig } from '../notifier.config.js';
import { later, type WayOutcome } from '../ways/way.js';
import { AppMessages } from './app-messages.js';
import { type KeptMessageApp, MessageAppsRepository } from './message-apps.repository.js';
import { MESSAGE_MAX_BYTES } from './message-apps.js';
import { messageTextOf } from './message-text.js';

const LETTERS_MAX = 5;
// A day at a quarter of an hour: what is older is found in the inbox.
const RETRIES = { firstMs: 15_000, atMostMs: 900_000, triesMax: 100 };

/** What the workers of messages stand on. */
@Injectable()
export class MessageDesk {
  constructor(
    readonly office: LetterOffice,
    readonly apps: MessageAppsRepository,
    readonly messages: AppMessages,
    readonly directory: Directory,
    readonly database: Database,
    readonly config: NotifierConfig,
  ) {}
}

/** Sends what is due by the apps of organisations at one provider. */
export class MessageWorker extends LetterWorker {
  constructor(
    private readonly provider: GroupProvider,
    private readonly desk: MessageDesk,
  ) {
    super(`Messages ${provider}`, desk.office, { way: provider, lettersMax: LETTERS_MAX, retries: RETRIES });
  }

  protected async send({ letterId, reader: { memberId, organisationId, locale }, notices }: LetterToSend): Promise<LetterOutcome> {
    const app = await this.desk.apps.find(organisationId, this.provider);
    if (!app?.isOn) return { outcome: 'unreachable', reason: 'way-off' };
    const pauseMs = (app.waitsUntil?.getTime() ?? 0) - this.desk.office.clock.now().getTime();
    if (pauseMs > 0) return { outcome: 'trouble', reason: app.trouble ?? 'too-frequent', pauseMs };
    const member = await this.desk.directory.member(this.desk.database, memberId);
    const to = (app.idIs === 'mail' ? member?.mail : member?.staffNo) ?? '';
    const text = messageTextOf(notices, locale, this.desk.config, MESSAGE_MAX_BYTES[this.provider]);
    return this.note(organisationId, app, await this.desk.messages.post({ app, to, text, id: letterId }));
  }

  /** Whom the provider does not know is not reached on this way; what is wrong with the app is nobody's own fault either. */
  private async note(organisationId: string, { provider }: KeptMessageApp, became: WayOutcome): Promise<LetterOutcome> {
    const now = this.desk.office.clock.now();
    if (became.outcome === 'sent') {
      await this.desk.apps.sent(organisationId, provider, now);
      return became;
    }
    const waitsUntil = became.outcome === 'trouble' && became.pauseMs !== undefined ? later(now, became.pauseMs) : null;
    await this.desk.apps.troubled(organisationId, provider, became.reason, now, waitsUntil);
    return became.outcome === 'refused' && became.reason !== 'not-taken' ? { outcome: 'unreachable', reason: became.reason } : became;
  }
}
