import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { countHands, readFigures } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/**
 * An officer tells what was counted in the hall for each choice. `sent` is still to be read: which figures there are depends on the kind.
 */
export class CountHands extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly sent: unknown,
  ) {
    super();
  }
}

@CommandHandler(CountHands)
export class CountHandsHandler implements ICommandHandler<CountHands> {
  constructor(private readonly changes: BallotChanges) {}

  /** @throws MalformedError for figures of another kind, and what {@link countHands} refuses */
  execute({ actor, ballotId, sent }: CountHands): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'count-hands' }, (ballot, by) =>
      countHands(ballot, by, readFigures(ballot, sent)),
    );
  }
}
