import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { postCandidates } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { CALENDAR } from './calendars.js';

/** Posts the list of candidates: from now on objections are taken. */
export class PostCandidates extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@CommandHandler(PostCandidates)
export class PostCandidatesHandler implements ICommandHandler<PostCandidates> {
  constructor(private readonly ballots: BallotRepository) {}

  execute({ actor, ballotId }: PostCandidates): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'post-candidates' }, (ballot, by, { at }) => postCandidates(ballot, by, CALENDAR, at));
  }
}
