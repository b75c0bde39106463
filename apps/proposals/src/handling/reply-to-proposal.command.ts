import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Answer, type NewPromise, promise, reply } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { CommitmentRepository } from '../storage/commitment.repository.js';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** The lead unit answers. */
export class ReplyToProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly answer: Omit<Answer, 'promises'>,
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
  ) {}

  execute({ actor, proposalId, answer, promised, read, key }: ReplyToProposal): Promise<ProposalVersion> {
    const request = { actor, action: 'reply-to-proposal', read, retry: { key, content: { ...answer, promised } } };
    return this.changes.update({ ...request, proposalId }, async (proposal, by, context) => {
      const promises = promised.map((one) => ({ ...one, id: randomUUID() }));
      const replied = reply(proposal, by, { ...answer, promises }, context);
      for (const made of promise(replied.proposal, by, promises, context))
        await this.commitments.insert(context.tx, request, replied.proposal, made);
      return replied;
    });
  }
}
