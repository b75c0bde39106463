import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { inMatter, maySee, maySeeDraft, maySeeFormerDraft } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { AttachmentFile } from '../attachments/attachment-file.query.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';
import { EvidenceRepository } from '../storage/evidence.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';

/** A file of a reply for whoever may read the reply; of a draft, for whoever may read that draft. */
export class ReplyEvidenceFile extends Query<AttachmentFile> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly fileId: string,
  ) {
    super();
  }
}

@QueryHandler(ReplyEvidenceFile)
export class ReplyEvidenceFileHandler implements IQueryHandler<ReplyEvidenceFile> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly evidence: EvidenceRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId, handlingId, fileId }: ReplyEvidenceFile): Promise<AttachmentFile> {
    const found = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, found.proposal);
    const handling = found.handlings.find(({ id }) => id === handlingId);
    if (!handling) throw StorageErrors.notFound('handling', handlingId);
    const matter = inMatter(found.proposal, handling);
    const isSent = handling.replies.some(({ files }) => files.some(({ id }) => id === fileId));
    const units = isSent ? [] : await this.evidence.draftedBy(this.database, fileId);
    const isReadable =
      units.length === 0
        ? maySee(found, by)
        : units.some((unitId) =>
            unitId === handling.leadUnitId
              ? maySeeDraft(matter, by, { ...found, at: this.clock.now() })
              : maySeeFormerDraft(matter, unitId, by),
          );
    if (!isReadable) throw AccessErrors.forbidden();
    const { name, kind } = await this.evidence.find(this.database, { kind: 'reply', id: handlingId }, fileId);
    return { name, kind, content: await this.attachments.contentOf(this.database, fileId) };
  }
}
