import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { sign } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An officer signs the tally sheet. `seen` is the fingerprint of the tally that was read. */
export class SignTally extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly seen: string,
  ) {
    super();
  }
}

@CommandHandler(SignTally)
export class SignTallyHandler implements ICommandHandler<SignTally> {
  constructor(private readonly changes: BallotChanges) {}

  execute({ actor, ballotId, seen }: SignTally): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'sign-tally' }, (ballot, by, { at }) => sign(ballot, by, seen, at));
  }
}
