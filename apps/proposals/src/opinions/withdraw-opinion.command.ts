import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { withdrawOpinion } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { OpinionChanges, type OpinionVersion } from '../access/opinion-changes.js';

/** The suggester takes it back before anybody works on it. */
export class WithdrawOpinion extends Command<OpinionVersion> {
  constructor(
    readonly actor: Actor,
    readonly opinionId: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(WithdrawOpinion)
export class WithdrawOpinionHandler implements ICommandHandler<WithdrawOpinion> {
  constructor(private readonly changes: OpinionChanges) {}

  execute({ actor, opinionId, read }: WithdrawOpinion): Promise<OpinionVersion> {
    return this.changes.update({ opinionId, actor, action: 'withdraw-opinion', read }, withdrawOpinion);
  }
}
