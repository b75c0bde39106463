import { Injectable } from '@nestjs/common';
import { LetterOffice, type LetterOutcome, type LetterToSend, LetterWorker } from '../letters/letter.worker.js';
import { NotifierConfig } from '../notifier.config.js';
import { later, type WayOutcome } from '../ways/way.js';
import { MobileNumbers } from './mobile-numbers.repository.js';
import { SmsGatewaysRepository } from './sms-gateways.repository.js';
import { smsTextOf } from './sms-text.js';
import { SmsWay } from './sms.way.js';

const LETTERS_MAX = 5;
// A day at a quarter of an hour: what is older is found in the inbox.
const RETRIES = { firstMs: 15_000, atMostMs: 900_000, triesMax: 100 };
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** Sends what is due by SMS: within what the gateway takes in a minute, and a few a day to one person. */
@Injectable()
export class SmsWorker extends LetterWorker {
  constructor(
    office: LetterOffice,
    private readonly gateways: SmsGatewaysRepository,
    private readonly numbers: MobileNumbers,
    private readonly way: SmsWay,
    private readonly config: NotifierConfig,
  ) {
    super('SMS', office, { way: 'sms', lettersMax: LETTERS_MAX, retries: RETRIES });
  }

  protected async send({ letterId, reader: { memberId, organisationId, locale }, notices }: LetterToSend): Promise<LetterOutcome> {
    const [gateway, to] = await Promise.all([this.gateways.find(organisationId), this.numbers.of(memberId)]);
    if (!gateway?.isOn) return { outcome: 'unreachable', reason: 'way-off' };
    if (to === null) return { outcome: 'unreachable', reason: 'no-address' };
    const now = this.office.clock.now();
    const pauseMs = (gateway.waitsUntil?.getTime() ?? 0) - now.getTime();
    if (pauseMs > 0) return { outcome: 'trouble', reason: gateway.trouble ?? 'too-frequent', pauseMs };
    const sentToday = await this.numbers.sentSince(memberId, later(now, -MS_PER_DAY));
    if (sentToday >= this.config.smsPerDayMax) return { outcome: 'unreachable', reason: 'enough-today' };
    if (!(await this.gateways.takeTurn(organisationId, now)))
      return { outcome: 'trouble', reason: 'too-frequent', pauseMs: MS_PER_MINUTE - (now.getTime() % MS_PER_MINUTE) };
    const text = smsTextOf(notices, locale, this.config, gateway);
    return this.note(organisationId, await this.way.post({ gateway, to, text, id: letterId }));
  }

  /** A number that is none is not reached on this way; what is wrong with the gateway is nobody's own fault either. */
  private async note(organisationId: string, became: WayOutcome): Promise<LetterOutcome> {
    const now = this.office.clock.now();
    if (became.outcome === 'sent') {
      await this.gateways.sent(organisationId, now);
      return became;
    }
    const waitsUntil = became.outcome === 'trouble' && became.pauseMs !== undefined ? later(now, became.pauseMs) : null;
    await this.gateways.troubled(organisationId, became.reason, now, waitsUntil);
    return became.outcome === 'refused' && became.reason !== 'not-taken' ? { outcome: 'unreachable', reason: became.reason } : became;
  }
}
