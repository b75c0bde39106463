import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock, DomainError } from '@plenum/kernel';
import { type Actor, AuditTrail } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import { NotifierConfig } from '../notifier.config.js';
import { PaperSignatures } from './paper-signatures.repository.js';
import { ServedMatters } from './served-matters.repository.js';
import { assertSignatureDay } from './signature-day.js';

/** What is right instead of what was recorded: another day, or that nobody signed; and why. */
export interface Correction {
  readonly signedOn: string | null;
  readonly reason: string;
  /** As it was read. */
  readonly version: number;
}

/** An organiser corrects what is on record of somebody's signature. */
export class CorrectSignature extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly memberId: string,
    readonly correction: Correction,
  ) {
    super();
  }
}

@CommandHandler(CorrectSignature)
export class CorrectSignatureHandler implements ICommandHandler<CorrectSignature> {
  constructor(
    private readonly database: Database,
    private readonly organisers: Organisers,
    private readonly matters: ServedMatters,
    private readonly signatures: PaperSignatures,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: NotifierConfig,
  ) {}

  /** @throws `notifier.not-an-organiser`, `notifier.not-found`, `notifier.outdated`, `notifier.signed-on-another-day` */
  async execute({ actor, id, memberId, correction: { signedOn, reason, version } }: CorrectSignature): Promise<void> {
    await assertOrganiser(this.organisers, actor);
    const { organisationId, memberId: by } = actor;
    await this.database.transaction(async (tx) => {
      const matter = await this.matters.find(organisationId, id, tx);
      const notice = (await this.signatures.noticesOf(tx, matter, [memberId])).get(memberId);
      const kept = notice && (await this.signatures.find(tx, notice.id));
      if (!kept) throw new DomainError('notifier.not-found', 'not-found');
      if (kept.version !== version) throw new DomainError('notifier.outdated', 'conflict');
      const at = this.clock.now();
      if (signedOn !== null) assertSignatureDay(signedOn, notice.toldAt, at, this.config.timeZone);
      await this.signatures.correct(tx, notice.id, signedOn, reason, { organisationId, by, at });
      await this.audit.append(tx, {
        organisationId,
        actor: by,
        action: 'correct-paper-signature',
        subject: { kind: 'served-matter', id },
        before: { memberId, signedOn: kept.signedOn, recordedBy: kept.recordedBy, version },
        after: { memberId, signedOn, reason, version: version + 1 },
      });
    });
  }
}
