import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock, DomainError } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { NotifierConfig } from '../notifier.config.js';
import { PaperSignatures } from './paper-signatures.repository.js';
import type { SignaturesRecordedResponse } from './proof.responses.js';
import { ServedMatters } from './served-matters.repository.js';
import { assertSignatureDay } from './signature-day.js';

/** An organiser records who signed on paper for having been told something. */
export class RecordSignatures extends Command<SignaturesRecordedResponse> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly memberIds: readonly string[],
    readonly signedOn: string,
  ) {
    super();
  }
}

@CommandHandler(RecordSignatures)
export class RecordSignaturesHandler implements ICommandHandler<RecordSignatures> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly matters: ServedMatters,
    private readonly signatures: PaperSignatures,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  /**
   * All of them or, where one was not told, none; who is on record already stays so, by whichever day.
   * @throws `notifier.not-an-organiser`, `notifier.not-found`, `notifier.not-told`, `notifier.signed-on-another-day`
   */
  async execute({ actor, id, memberIds, signedOn }: RecordSignatures): Promise<SignaturesRecordedResponse> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId: by } = actor;
    return this.database.transaction(async (tx) => {
      const matter = await this.matters.find(organisationId, id, tx);
      const notices = [...(await this.signatures.noticesOf(tx, matter, memberIds)).values()];
      if (notices.length < memberIds.length) throw new DomainError('notifier.not-told', 'unprocessable');
      const at = this.clock.now();
      for (const { toldAt } of notices) assertSignatureDay(signedOn, toldAt, at, this.config.timeZone);
      const noticeIds = notices.map((notice) => notice.id);
      const recorded = await this.signatures.record(tx, noticeIds, signedOn, { organisationId, by, at });
      if (recorded > 0)
        await this.audit.append(tx, {
          organisationId,
          actor: by,
          action: 'record-paper-signatures',
          subject: { kind: 'served-matter', id },
          before: null,
          after: { signedOn, memberIds, recorded },
        });
      return { recorded, before: notices.length - recorded };
    });
  }
}
