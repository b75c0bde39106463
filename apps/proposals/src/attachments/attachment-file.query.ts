import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Attachment } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Readings } from '../access/readings.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';

/** A file with its bytes. */
export interface AttachmentFile extends Pick<Attachment, 'name' | 'kind'> {
  readonly content: Buffer;
}

/** A file of a proposal that the actor may read. */
export class AttachmentFileOf extends Query<AttachmentFile> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly attachmentId: string,
  ) {
    super();
  }
}

@QueryHandler(AttachmentFileOf)
export class AttachmentFileHandler implements IQueryHandler<AttachmentFileOf> {
  constructor(
    private readonly readings: Readings,
    private readonly attachments: AttachmentsRepository,
    private readonly database: Database,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId, attachmentId }: AttachmentFileOf): Promise<AttachmentFile> {
    await this.readings.of(actor, proposalId);
    const { id, name, kind } = await this.attachments.find(this.database, proposalId, attachmentId);
    return { name, kind, content: await this.attachments.contentOf(this.database, id) };
  }
}
