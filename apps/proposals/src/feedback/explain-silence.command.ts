import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { explainSilence } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';

/** Whoever did not rate in time says why. */
export class ExplainSilence extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly explanation: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ExplainSilence)
export class ExplainSilenceHandler implements ICommandHandler<ExplainSilence> {
  constructor(private readonly changes: ProposalChanges) {}

  execute({ actor, proposalId, handlingId, explanation, read }: ExplainSilence): Promise<HandlingVersion> {
    return this.changes.updateHandling({ proposalId, handlingId, actor, action: 'explain-silence', read }, (matter, by, context) =>
      explainSilence(matter, by, explanation, context),
    );
  }
}
