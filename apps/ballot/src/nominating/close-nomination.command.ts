import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { closeNomination } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { CandidateObjectionsRepository } from '../storage/candidate-objections.repository.js';
import { CALENDAR, COLLATORS } from './calendars.js';

/** Fixes the paper: who stands, and in which order. */
export class CloseNomination extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@CommandHandler(CloseNomination)
export class CloseNominationHandler implements ICommandHandler<CloseNomination> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly objections: CandidateObjectionsRepository,
  ) {}

  execute({ actor, ballotId }: CloseNomination): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'close-nomination' }, async (ballot, by, { at, tx }) => {
      const [objections, primary] = [await this.objections.of(tx, ballotId), await this.ballots.primaryOf(tx, ballotId)];
      return closeNomination(ballot, by, { objections, primary, calendar: CALENDAR, collators: COLLATORS }, at);
    });
  }
}
