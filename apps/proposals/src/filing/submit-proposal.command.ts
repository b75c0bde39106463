import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type SubmissionStatement, submit } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** Hands a proposal to the committee. */
export class SubmitProposal extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly statement: SubmissionStatement,
    readonly read: number,
    readonly key: string | undefined,
  ) {
    super();
  }
}

@CommandHandler(SubmitProposal)
export class SubmitProposalHandler implements ICommandHandler<SubmitProposal> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, statement, read, key }: SubmitProposal): Promise<ProposalVersion> {
    const request = { proposalId, actor, action: 'submit-proposal', read, retry: { key, content: null } };
    return this.changes.update(request, (proposal, by, context) => submit(proposal, by, context, statement));
  }
}
