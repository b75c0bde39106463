import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { closeNomination } from '@plenum/ballot-domain';
import { type Actor, NAME_COLLATORS } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { BallotRepository } from '../storage/ballot.repository.js';
import { CandidateObjectionsRepository } from '../storage/candidate-objections.repository.js';

/** Fixes the paper: who stands, and in which order. */
export class CloseNomination extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(CloseNomination)
export class CloseNominationHandler implements ICommandHandler<CloseNomination> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly changes: BallotChanges,
    private readonly objections: CandidateObjectionsRepository,
    private readonly calendars: Calendars,
    private readonly candidacies: Candidacies,
  ) {}

  /**
   * @throws `ballot.candidate-unknown`, `ballot.candidate-ineligible` for who left, or lost the right, since they were put forward; and
   * what {@link closeNomination} refuses
   */
  execute({ actor, ballotId, read }: CloseNomination): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'close-nomination', read }, async (ballot, by, { at, tx }) => {
      const [objections, primary] = [await this.objections.objectionsTo(tx, ballotId), await this.ballots.primaryOf(tx, ballotId)];
      const calendar = await this.calendars.calendarOf(tx, ballot.organisationId);
      const change = closeNomination(ballot, by, { objections, primary, calendar, collators: NAME_COLLATORS }, at);
      await this.candidacies.assertKnown(tx, actor.organisationId, ballot.kind, change.ballot.choices);
      return this.candidacies.toldApart(tx, change);
    });
  }
}
