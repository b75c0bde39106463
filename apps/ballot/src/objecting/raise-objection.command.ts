import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BallotErrors, raiseObjection } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges } from '../access/ballot-changes.js';
import { ObjectionsRepository } from '../storage/objections.repository.js';
import type { ObjectionReceiptAnswer } from './objecting.responses.js';

/** Somebody of the organisation objects to a posted result (异议). */
export class RaiseObjection extends Command<ObjectionReceiptAnswer> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly text: string,
  ) {
    super();
  }
}

@CommandHandler(RaiseObjection)
export class RaiseObjectionHandler implements ICommandHandler<RaiseObjection> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly objections: ObjectionsRepository,
    private readonly candidacies: Candidacies,
  ) {}

  /** @throws `ballot.not-found`, `ballot.not-a-member` for who has left, and what {@link raiseObjection} refuses */
  async execute({ actor, ballotId, text }: RaiseObjection): Promise<ObjectionReceiptAnswer> {
    const id = randomUUID();
    await this.changes.update({ actor, ballotId, action: 'raise-objection' }, async (ballot, by, { tx, at }) => {
      const active = await this.candidacies.activeAmong(tx, actor.organisationId, [actor.memberId]);
      if (!active.has(actor.memberId)) throw BallotErrors.notAMember();
      const change = raiseObjection(ballot, by, await this.objections.isPending(tx, ballotId, by.memberId), at);
      await this.objections.add(tx, { id, ballotId, memberId: by.memberId, text, at, answer: null });
      return change;
    });
    return { id };
  }
}
