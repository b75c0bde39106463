import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ProposalVersionAnswer } from '../filing/filing.responses.js';
import { CloseProposal } from './close-proposal.command.js';
import { ClosingRequest, RatingRequest } from './feedback.requests.js';
import { RateReply } from './rate-reply.command.js';

/** Rating and closing (评价, 办结). */
@Controller('proposals/:id')
export class FeedbackController {
  constructor(private readonly commands: CommandBus) {}

  /** The lead proposer rates the reply, once; the handling units see it when the matter is closed. */
  @Post('rating')
  @HttpCode(200)
  rate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { attitude, result, comment, version }: RatingRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new RateReply(actor, id, { attitude, result, comment: comment ?? null }, version));
  }

  @Post('closing')
  @HttpCode(200)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { outcome, reason, version }: ClosingRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new CloseProposal(actor, id, { outcome: outcome ?? null, reason: reason ?? null }, version));
  }
}
