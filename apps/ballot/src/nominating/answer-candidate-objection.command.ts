import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type ObjectionAnswer, answerObjection } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { CandidateObjectionsRepository } from '../storage/candidate-objections.repository.js';

/** An organiser answers an objection: upheld removes the candidate. */
export class AnswerCandidateObjection extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly objectionId: string,
    readonly given: Pick<ObjectionAnswer, 'upheld' | 'reason'>,
  ) {
    super();
  }
}

@CommandHandler(AnswerCandidateObjection)
export class AnswerCandidateObjectionHandler implements ICommandHandler<AnswerCandidateObjection> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly objections: CandidateObjectionsRepository,
  ) {}

  execute({ actor, ballotId, objectionId, given }: AnswerCandidateObjection): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'answer-candidate-objection' }, async (ballot, by, { at, tx }) => {
      const { change, objection } = answerObjection(ballot, by, objectionId, given, await this.objections.objectionsTo(tx, ballotId), at);
      await this.objections.answer(tx, objection);
      return change;
    });
  }
}
