import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import type { DraftMark } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ReplyDraftRepository } from '../storage/parts/reply-draft.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { DeskReadings } from './desk-readings.js';
import { draftAnswer } from './reply-desk.query.js';
import type { ReplyDraftAnswer } from './replying.responses.js';

/** A version of a draft, for who may read drafts of it. */
export class DraftVersion extends Query<ReplyDraftAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly mark: Pick<DraftMark, 'round' | 'number'>,
  ) {
    super();
  }
}

@QueryHandler(DraftVersion)
export class DraftVersionHandler implements IQueryHandler<DraftVersion> {
  constructor(
    private readonly database: Database,
    private readonly readings: DeskReadings,
    private readonly drafts: ReplyDraftRepository,
    private readonly directory: Directory,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId, handlingId, mark }: DraftVersion): Promise<ReplyDraftAnswer> {
    const { matter } = await this.readings.of(actor, proposalId, handlingId);
    const draft = await this.drafts.find(this.database, matter.handling, mark);
    if (!draft) throw StorageErrors.notFound('draft', `${handlingId}.${mark.round}.${mark.number}`);
    const writer = await this.directory.member(this.database, draft.by);
    return draftAnswer(draft, (id) => ({ id, name: writer?.name ?? null }));
  }
}
