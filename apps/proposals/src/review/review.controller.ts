import { Body, Controller, HttpCode, Logger, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BulkAnswer, oneByOne } from '../shapes/bulk.responses.js';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { DecideProposal } from './decide-proposal.command.js';
import { ReviewProposal } from './review-proposal.command.js';
import { decisionOf, PresidiumDecisionRequest, presidiumDecisionOf, ReviewRequest, ReviewsRequest } from './review.requests.js';

/** The committee's review (审查立案), and the presidium's decision on what it leaves to it. */
@Controller('proposals')
export class ReviewController {
  private readonly logger = new Logger(ReviewController.name);

  constructor(private readonly commands: CommandBus) {}

  @Post(':id/review')
  @HttpCode(200)
  review(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...said }: ReviewRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new ReviewProposal(actor, id, decisionOf(said), version));
  }

  /** The same decision on many: each is answered by itself, and one that is refused keeps no other from it. */
  @Post('reviews')
  @HttpCode(200)
  reviewMany(@CurrentActor() actor: Actor, @Body() { items, ...said }: ReviewsRequest): Promise<BulkAnswer> {
    const decision = decisionOf(said);
    return oneByOne(
      items,
      ({ proposalId, version }) => this.commands.execute(new ReviewProposal(actor, proposalId, decision, version)),
      (fault) => this.logger.error(fault),
    );
  }

  @Post(':id/presidium-decision')
  @HttpCode(200)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...said }: PresidiumDecisionRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new DecideProposal(actor, id, presidiumDecisionOf({ version, ...said }), version));
  }
}
