import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Directory } from '@plenum/directory';
import { type OpinionDecision, decideOnOpinion } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { OpinionChanges, type OpinionVersion } from '../access/opinion-changes.js';

/** The committee takes an opinion on, routes it to a unit, declines it, or keeps it as a hint. */
export class DecideOnOpinion extends Command<OpinionVersion> {
  constructor(
    readonly actor: Actor,
    readonly opinionId: string,
    readonly decision: OpinionDecision,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DecideOnOpinion)
export class DecideOnOpinionHandler implements ICommandHandler<DecideOnOpinion> {
  constructor(
    private readonly changes: OpinionChanges,
    private readonly directory: Directory,
  ) {}

  /** @throws `proposals.unknown-unit`, and what the rule refuses */
  execute({ actor, opinionId, decision, read }: DecideOnOpinion): Promise<OpinionVersion> {
    return this.changes.update({ opinionId, actor, action: 'decide-on-opinion', read }, async (opinion, by, context) => {
      const change = decideOnOpinion(opinion, by, decision, context);
      if (decision.outcome === 'ROUTED') {
        const units = await this.directory.units(context.tx, actor.organisationId);
        if (!units.some(({ id }) => id === decision.unitId)) throw AccessErrors.unknownUnit([decision.unitId]);
      }
      return change;
    });
  }
}
