import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ProposalVersionAnswer } from '../filing/filing.responses.js';
import { ReviewProposal } from './review-proposal.command.js';
import { ReviewRequest } from './review.requests.js';

/** The committee's review (审查立案). */
@Controller('proposals/:id/review')
export class ReviewController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @HttpCode(200)
  review(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { outcome, reason, category, version }: ReviewRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new ReviewProposal(actor, id, { outcome, reason: reason ?? null, category: category ?? null }, version));
  }
}
