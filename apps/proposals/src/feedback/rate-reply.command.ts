import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Judgement, latestReply, rate } from '@plenum/proposals-domain';
import { type Actor, TokenVerifier } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';
import { RatingRepository } from '../storage/parts/rating.repository.js';

/** Somebody who is asked to rates the reply of one unit; who it is was confirmed for this rating alone. */
export class RateReply extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly signInId: string,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly judgement: Judgement,
    /** That whoever sits there knows the password, as the congress service says. */
    readonly confirmation: string,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RateReply)
export class RateReplyHandler implements ICommandHandler<RateReply> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly ratings: RatingRepository,
    private readonly tokens: TokenVerifier,
  ) {}

  /** @throws what rating refuses, and then `proposals.not-confirmed`: a session that stands open may not rate */
  async execute({ actor, signInId, proposalId, handlingId, judgement, confirmation, read }: RateReply): Promise<HandlingVersion> {
    const isConfirmed = await this.tokens.confirms(confirmation, { actor, signInId, act: 'rate-reply', about: handlingId });
    return this.changes.updateHandling({ proposalId, handlingId, actor, action: 'rate-reply', read }, async (matter, by, context) => {
      const given = await this.ratings.ofRound(context.tx, handlingId, latestReply(matter.handling)?.round ?? 0);
      const made = rate(matter, by, judgement, given, context);
      if (!isConfirmed) throw AccessErrors.notConfirmed();
      return made;
    });
  }
}
