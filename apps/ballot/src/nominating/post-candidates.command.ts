import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { postCandidates } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** Posts the list of candidates: from now on objections are taken. */
export class PostCandidates extends Command<BallotReceipt> {
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
    private readonly ballots: BallotRepository,
    private readonly calendars: Calendars,
  ) {}

  execute({ actor, ballotId, read }: PostCandidates): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'post-candidates', read }, async (ballot, by, { at, tx }) =>
      postCandidates(ballot, by, await this.calendars.of(tx, ballot.organisationId), at),
    );
  }
}
