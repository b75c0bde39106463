import { Injectable } from '@nestjs/common';
import { KIND_OF_NOTICE } from '@plenum/contracts';
import type { NoticeInLetter, Reader } from '../letters/deliveries.repository.js';
import { composeLetter } from '../letters/letter.js';
import { LetterOffice, type LetterOutcome, type LetterToSend, LetterWorker } from '../letters/letter.worker.js';
import { UnsubscribeTokens } from '../letters/unsubscribe-tokens.js';
import { NotifierConfig } from '../notifier.config.js';
import { Postman } from './postman.js';

// Three days at a quarter of an hour: a mail server may be away over a long weekend.
const RETRIES = { firstMs: 5_000, atMostMs: 900_000, triesMax: 300 };

/** Sends what is due by mail. */
@Injectable()
export class MailWorker extends LetterWorker {
  constructor(
    office: LetterOffice,
    private readonly postman: Postman,
    private readonly config: NotifierConfig,
    private readonly tokens: UnsubscribeTokens,
  ) {
    super('Mail', office, { way: 'mail', lettersMax: config.mailConnections, retries: RETRIES });
  }

  override async onModuleDestroy(): Promise<void> {
    await super.onModuleDestroy();
    this.postman.close();
  }

  protected async send({ letterId, reader, digest, notices }: LetterToSend): Promise<LetterOutcome> {
    const { name, mail: address } = reader;
    if (!address) return { outcome: 'unreachable', reason: 'no-address' };
    const letter = composeLetter(notices, reader, this.config, digest);
    return this.postman.post({ letterId, to: { name, address }, ...letter, unsubscribeUrl: this.unsubscribeUrl(reader, notices) });
  }

  /** Where mails of these kinds end; null where one of them nobody can do without, or there is no https that mail programs would ask by. */
  private unsubscribeUrl({ memberId }: Reader, notices: readonly NoticeInLetter[]): string | null {
    const kinds = [...new Set(notices.map(({ code }) => KIND_OF_NOTICE[code]))];
    const token = this.config.publicUrl.startsWith('https:') ? this.tokens.tokenFor({ memberId, kinds }) : null;
    return token && new URL(`/api/notifier/unsubscriptions/${token}`, this.config.publicUrl).toString();
  }
}
