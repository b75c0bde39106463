import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, inMatter, type NewPromise, promise, reply } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentRepository } from '../storage/commitment.repository.js';
import { ReplyDraftRepository } from '../storage/parts/reply-draft.repository.js';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';

/** The lead unit answers. */
export class ReplyToProposal extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly answer: Omit<Answer, 'promises' | 'draft'>,
    /** Entered into the ledger with the reply. */
    readonly promised: readonly Omit<NewPromise, 'id'>[],
    readonly read: number,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(ReplyToProposal)
export class ReplyToProposalHandler implements ICommandHandler<ReplyToProposal> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly commitments: CommitmentRepository,
    private readonly drafts: ReplyDraftRepository,
  ) {}

  execute({ actor, proposalId, handlingId, answer, promised, read, key }: ReplyToProposal): Promise<HandlingVersion> {
    const request = { actor, action: 'reply-to-proposal', read, retry: { key, content: { ...answer, promised } } };
    return this.changes.updateHandling({ ...request, proposalId, handlingId }, async (matter, by, context) => {
      const promises = promised.map((one) => ({ ...one, id: randomUUID() }));
      const draft = await this.drafts.latest(context.tx, matter.handling);
      const replied = reply(matter, by, { ...answer, promises, draft }, context);
      const [handling] = replied.handlings ?? [];
      for (const made of promise(inMatter(replied.proposal, handling!), by, promises, context))
        await this.commitments.insert(context.tx, request, replied.proposal, made);
      return replied;
    });
  }
}
