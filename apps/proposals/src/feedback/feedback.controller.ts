import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { HandlingVersionAnswer } from '../shapes/proposal.responses.js';
import { EndHandling } from './end-handling.command.js';
import { EndingRequest, RatingRequest } from './feedback.requests.js';
import { RateReply } from './rate-reply.command.js';

/** The rating of a unit's reply, and the end of its work (评价, 办结). */
@Controller('proposals/:id/handlings/:handlingId')
export class FeedbackController {
  constructor(private readonly commands: CommandBus) {}

  /** The lead proposer rates the reply, once, that of one unit; the handling units see it when the matter is closed. */
  @Post('rating')
  @HttpCode(200)
  rate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { attitude, result, comment, version }: RatingRequest,
  ): Promise<HandlingVersionAnswer> {
    return this.commands.execute(new RateReply(actor, id, handlingId, { attitude, result, comment: comment ?? null }, version));
  }

  /** The committee ends the work of a unit; the matter closes with the last. */
  @Post('ending')
  @HttpCode(200)
  end(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { outcome, reason, version }: EndingRequest,
  ): Promise<HandlingVersionAnswer> {
    return this.commands.execute(new EndHandling(actor, id, handlingId, { outcome: outcome ?? null, reason: reason ?? null }, version));
  }
}
