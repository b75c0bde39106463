import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { beginLots } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An organiser begins to draw lots among those level at the last seat, for the first time or anew. */
export class BeginLots extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@CommandHandler(BeginLots)
export class BeginLotsHandler implements ICommandHandler<BeginLots> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId }: BeginLots): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'begin-lots' }, (ballot, by, { at }) => beginLots(ballot, by, at));
  }
}
