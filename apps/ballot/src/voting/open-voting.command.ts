import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { OldPages } from '../storage/sealed/old-pages.js';
import { Openings } from './openings.js';

/**
 * Opens the voting, if the quorum holds at this moment. `issued` is null where every one present got a paper; papers issued one by one, and
 * sealed ones, were counted then.
 */
export class OpenVoting extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly issued: number | null,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(OpenVoting)
export class OpenVotingHandler implements ICommandHandler<OpenVoting> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly openings: Openings,
    private readonly oldPages: OldPages,
  ) {}

  async execute({ actor, ballotId, issued, read }: OpenVoting): Promise<BallotVersion> {
    const changed = await this.changes.update({ actor, ballotId, action: 'open-voting', read }, (ballot, by, context) =>
      this.openings.open(ballot, by, issued, context),
    );
    await this.oldPages.recycle();
    return changed;
  }
}
