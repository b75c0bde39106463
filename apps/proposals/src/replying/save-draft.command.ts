import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type DraftContent, inMatter, type ReplyDraft, saveDraft } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { Authorities } from '../access/authorities.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { ReplyDraftRepository } from '../storage/parts/reply-draft.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';

/** The lead unit saves its reply as far as it is written. */
export class SaveDraft extends Command<ReplyDraft> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly content: Omit<DraftContent, 'files'>,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SaveDraft)
export class SaveDraftHandler implements ICommandHandler<SaveDraft> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly drafts: ReplyDraftRepository,
    private readonly authorities: Authorities,
  ) {}

  execute({ actor, proposalId, handlingId, content, read }: SaveDraft): Promise<ReplyDraft> {
    return this.database.transaction(async (tx) => {
      const { proposal, ...around } = await this.proposals.lock(tx, proposalId, actor.organisationId);
      const handling = around.handlings.find(({ id }) => id === handlingId);
      if (!handling) throw StorageErrors.notFound('handling', handlingId);
      const by = await this.authorities.towards(tx, actor, proposal);
      const before = await this.drafts.latest(tx, handling);
      const draft = saveDraft(inMatter(proposal, handling), by, { content, before, read }, { ...around, at: this.clock.now() });
      if (draft !== before) await this.drafts.save(tx, { actor, action: 'save-reply-draft' }, handling, draft);
      return draft;
    });
  }
}
