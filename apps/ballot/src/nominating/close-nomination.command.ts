import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { closeNomination } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';
import { CandidateObjectionsRepository } from '../storage/candidate-objections.repository.js';
import { COLLATORS } from './collators.js';

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
    private readonly calendars: Calendars,
  ) {}

  execute({ actor, ballotId }: CloseNomination): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'close-nomination' }, async (ballot, by, { at, tx }) => {
      const [objections, primary] = [await this.objections.of(tx, ballotId), await this.ballots.primaryOf(tx, ballotId)];
      const calendar = await this.calendars.of(tx, ballot.organisationId);
      return closeNomination(ballot, by, { objections, primary, calendar, collators: COLLATORS }, at);
    });
  }
}
