import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { Readings } from '../access/readings.js';
import { AttachmentsRepository } from '../storage/attachments.repository.js';
import type { AttachmentsAnswer } from './attachments.responses.js';

/** The files of a proposal that the actor may read, without their bytes. */
export class AttachmentsOf extends Query<AttachmentsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@QueryHandler(AttachmentsOf)
export class AttachmentsHandler implements IQueryHandler<AttachmentsOf> {
  constructor(
    private readonly readings: Readings,
    private readonly attachments: AttachmentsRepository,
    private readonly database: Database,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: AttachmentsOf): Promise<AttachmentsAnswer> {
    const { proposal } = await this.readings.of(actor, proposalId);
    const rows = await this.attachments.present(this.database, proposalId);
    return { version: proposal.version, items: rows.map(({ addedBy: _by, addedAt, ...row }) => ({ ...row, at: addedAt.toISOString() })) };
  }
}
