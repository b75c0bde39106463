import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { postCandidates } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Posts the list of candidates: from now on objections are taken. */
export class PostCandidates extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(PostCandidates)
export class PostCandidatesHandler implements ICommandHandler<PostCandidates> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly calendars: Calendars,
  ) {}

  execute({ actor, ballotId, read }: PostCandidates): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'post-candidates', read }, async (ballot, by, { at, tx }) =>
      postCandidates(ballot, by, await this.calendars.calendarOf(tx, ballot.organisationId), at),
    );
  }
}
