import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, CurrentSignIn } from '@plenum/service-kit';
import { HandlingVersionAnswer } from '../shapes/proposal.responses.js';
import { EndHandling } from './end-handling.command.js';
import { EndingRequest, EscalationMeetingRequest, minutesOf, RatingRequest, SilenceRequest } from './feedback.requests.js';
import { ExplainSilence } from './explain-silence.command.js';
import { RecordMeeting } from './record-meeting.command.js';
import { RateReply } from './rate-reply.command.js';

/** The rating of a unit's reply, what comes of silence and of dissatisfaction, and the end of its work (评价, 办结). */
@Controller('proposals/:id/handlings/:handlingId')
export class FeedbackController {
  constructor(private readonly commands: CommandBus) {}

  /**
   * Whoever the call asks rates the reply of one unit, once, with the password confirmed for it; the handling units see it when the matter
   * is closed.
   */
  @Post('rating')
  @HttpCode(200)
  rate(
    @CurrentActor() actor: Actor,
    @CurrentSignIn() signInId: string,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { attitude, result, comment, confirmation, version }: RatingRequest,
  ): Promise<HandlingVersionAnswer> {
    const judgement = { attitude: attitude ?? null, result: result ?? null, comment: comment ?? null };
    return this.commands.execute(new RateReply(actor, signInId, id, handlingId, judgement, confirmation, version));
  }

  /** Whoever did not rate in time says why, where the call wants it explained. */
  @Post('silence')
  @HttpCode(200)
  explain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { explanation, version }: SilenceRequest,
  ): Promise<HandlingVersionAnswer> {
    return this.commands.execute(new ExplainSilence(actor, id, handlingId, explanation, version));
  }

  /** The committee records the meeting with both sides after the last round; the work ends with its outcome. */
  @Post('meeting')
  @HttpCode(200)
  meet(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { version, ...minutes }: EscalationMeetingRequest,
  ): Promise<HandlingVersionAnswer> {
    return this.commands.execute(new RecordMeeting(actor, id, handlingId, minutesOf(minutes), version));
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
