import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Deciding, decideVacancy } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Candidacies } from '../preparing/candidacies.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** An organiser records what was decided about seats that the count left open. */
export class DecideVacancy extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly decision: Deciding,
  ) {
    super();
  }
}

@CommandHandler(DecideVacancy)
export class DecideVacancyHandler implements ICommandHandler<DecideVacancy> {
  constructor(
    private readonly ballots: BallotRepository,
    private readonly candidacies: Candidacies,
  ) {}

  /** @throws what {@link decideVacancy} refuses, `ballot.candidate-unknown` */
  execute({ actor, ballotId, decision }: DecideVacancy): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'decide-vacancy' }, async (ballot, by, { at, tx }) => {
      const change = decideVacancy(ballot, by, decision, at);
      await this.candidacies.assertKnown(tx, actor.organisationId, 'election', change.ballot.decisions.at(-1)?.candidates ?? []);
      return change;
    });
  }
}
