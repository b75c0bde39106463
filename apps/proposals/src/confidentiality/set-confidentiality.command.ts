import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { setConfidentiality } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';

/** The proposer, or the committee, keeps a proposal from everybody without need, or opens it again. */
export class SetConfidentiality extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly said: { readonly isConfidential: boolean; readonly reason: string | null },
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(SetConfidentiality)
export class SetConfidentialityHandler implements ICommandHandler<SetConfidentiality> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, said, read }: SetConfidentiality): Promise<ProposalVersion> {
    return this.changes.update({ proposalId, actor, action: 'set-confidentiality', read }, (proposal, by, context) =>
      setConfidentiality(proposal, by, said, context),
    );
  }
}
