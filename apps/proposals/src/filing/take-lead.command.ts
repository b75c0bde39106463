import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { passedOn, REQUEST_RULES, takeLead } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { ProposalChanges, type ProposalVersion } from '../access/proposal-changes.js';
import { RequestRepository } from '../storage/request.repository.js';

/** A seconder, or where none is left a member of the committee, takes the place of a lead proposer who has left. */
export class TakeLead extends Command<ProposalVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@CommandHandler(TakeLead)
export class TakeLeadHandler implements ICommandHandler<TakeLead> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly requests: RequestRepository,
  ) {}

  /** What the former lead was asked and has not answered is owed by whoever leads it now. */
  execute({ actor, proposalId }: TakeLead): Promise<ProposalVersion> {
    const request = { proposalId, actor, action: 'take-lead' };
    return this.changes.update(request, async (proposal, by, context) => {
      const taken = takeLead(proposal, by, context);
      for (const asked of await this.requests.openOn(context.tx, [proposal.id])) {
        const handling = context.handlings.find(({ id }) => id === asked.handlingId) ?? null;
        const passed =
          asked.proposalId === proposal.id
            ? passedOn(asked, taken.proposal, { handling, due: REQUEST_RULES[asked.kind].due(context) }, context)
            : null;
        if (passed) await this.requests.update(context.tx, request, asked, passed);
      }
      return taken;
    });
  }
}
