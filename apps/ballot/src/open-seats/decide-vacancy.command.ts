import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type DecisionRequest, decideVacancy } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** An organiser records what was decided about seats that the count left open. */
export class DecideVacancy extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly decision: DecisionRequest,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DecideVacancy)
export class DecideVacancyHandler implements ICommandHandler<DecideVacancy> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly candidacies: Candidacies,
  ) {}

  /** @throws what {@link decideVacancy} refuses, `ballot.candidate-unknown`, `ballot.candidate-ineligible`, `ballot.names-alike` */
  execute({ actor, ballotId, decision, read }: DecideVacancy): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'decide-vacancy', read }, async (ballot, by, { at, tx }) => {
      const change = decideVacancy(ballot, by, decision, at);
      const made = change.ballot.decisions.at(-1);
      await this.candidacies.assertKnown(tx, actor.organisationId, 'election', made?.candidates ?? []);
      const candidates = await this.candidacies.choicesToldApart(tx, actor.organisationId, made?.candidates ?? []);
      return {
        ...change,
        ballot: { ...change.ballot, decisions: change.ballot.decisions.map((each) => (each === made ? { ...each, candidates } : each)) },
      };
    });
  }
}
