import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Judgement, rate } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';

/** The lead proposer rates the reply of one unit. */
export class RateReply extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly judgement: Judgement,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RateReply)
export class RateReplyHandler implements ICommandHandler<RateReply> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, handlingId, judgement, read }: RateReply): Promise<HandlingVersion> {
    return this.changes.updateHandling({ proposalId, handlingId, actor, action: 'rate-reply', read }, (matter, by, context) =>
      rate(matter, by, judgement, context),
    );
  }
}
