import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Award, NominationContent } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AwardChanges, type AwardVersion } from './award-changes.js';

/** The committee nominates a proposal, or a unit, for the award list of a session. */
export class Nominate extends Command<AwardVersion> {
  constructor(
    readonly actor: Actor,
    readonly nominee: Pick<Award, 'sessionId' | 'kind' | 'nomineeId'>,
    readonly content: NominationContent,
  ) {
    super();
  }
}

@CommandHandler(Nominate)
export class NominateHandler implements ICommandHandler<Nominate> {
  constructor(private readonly changes: AwardChanges) {}

  execute({ actor, nominee, content }: Nominate): Promise<AwardVersion> {
    return this.changes.add({ actor, action: 'nominate-for-award' }, nominee, content);
  }
}
