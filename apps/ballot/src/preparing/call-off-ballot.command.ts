import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { callOff } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An organiser calls off a vote that was announced, with the reason. */
export class CallOffBallot extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly reason: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CallOffBallot)
export class CallOffBallotHandler implements ICommandHandler<CallOffBallot> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, reason, read }: CallOffBallot): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'call-off-ballot', read }, (ballot, by, { at }) =>
      callOff(ballot, by, reason, at),
    );
  }
}
