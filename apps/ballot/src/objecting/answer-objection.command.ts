import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { answerResultObjection, BallotErrors, type ResultObjectionAnswer } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { ObjectionsRepository } from '../storage/objections.repository.js';

/** An organiser answers an objection: upheld or dismissed, with the reason. */
export class AnswerObjection extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly objectionId: string,
    readonly answer: Pick<ResultObjectionAnswer, 'upheld' | 'reason'>,
  ) {
    super();
  }
}

@CommandHandler(AnswerObjection)
export class AnswerObjectionHandler implements ICommandHandler<AnswerObjection> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly objections: ObjectionsRepository,
  ) {}

  /** @throws `ballot.not-found`, `ballot.objection-unknown`, and what {@link answerResultObjection} refuses */
  execute({ actor, ballotId, objectionId, answer }: AnswerObjection): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'answer-objection' }, async (ballot, by, { tx, at }) => {
      if (!by.organises) throw BallotErrors.notAnOrganiser(); // Before anything is said of the objection.
      const { objection, ...change } = answerResultObjection(ballot, by, await this.objections.find(tx, ballotId, objectionId), answer, at);
      await this.objections.answer(tx, objection);
      return change;
    });
  }
}
