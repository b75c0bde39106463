import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { dueRuleOf } from '../shapes/due-rule.requests.js';
import { DecideOnOpinion } from './decide-on-opinion.command.js';
import { JudgeReply } from './judge-reply.command.js';
import { OpinionBoxOf } from './opinion-box.query.js';
import { OpinionList } from './opinion-list.query.js';
import { OpinionPage } from './opinion-page.query.js';
import {
  decisionOf,
  JudgementRequest,
  OpinionBoxRequest,
  OpinionDecisionRequest,
  OpinionListRequest,
  OpinionPublicationRequest,
  OpinionReplyRequest,
  OpinionRequest,
  PublishedOpinionsRequest,
  UnpublishingRequest,
} from './opinions.requests.js';
import {
  OpinionAnswer,
  OpinionBoxAnswer,
  OpinionBoxVersionAnswer,
  OpinionListAnswer,
  OpinionVersionAnswer,
  PublishedOpinionsAnswer,
} from './opinions.responses.js';
import { PublishOpinion } from './publish-opinion.command.js';
import { PublishedOpinions } from './published-opinions.query.js';
import { PutInOpinion } from './put-in-opinion.command.js';
import { ReplyToOpinion } from './reply-to-opinion.command.js';
import { SetBox } from './set-box.command.js';
import { UnpublishOpinion } from './unpublish-opinion.command.js';
import { WithdrawOpinion } from './withdraw-opinion.command.js';

/** The opinion box (意见箱): from any member, at any time, outside any call; no unit learns whose an opinion is. */
@Controller()
export class OpinionsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('opinion-box')
  box(@CurrentActor() actor: Actor): Promise<OpinionBoxAnswer> {
    return this.queries.execute(new OpinionBoxOf(actor));
  }

  /** The committee sets how it is kept; what waits in it keeps its day. */
  @Put('opinion-box')
  set(
    @CurrentActor() actor: Actor,
    @Body() { version, decideWithin, answerWithin, ...limits }: OpinionBoxRequest,
  ): Promise<OpinionBoxVersionAnswer> {
    const rules = { decideWithin: dueRuleOf(decideWithin, 'decideWithin'), answerWithin: dueRuleOf(answerWithin, 'answerWithin') };
    return this.commands.execute(new SetBox(actor, { ...limits, ...rules }, version));
  }

  @Get('opinions')
  list(@CurrentActor() actor: Actor, @Query() request: OpinionListRequest): Promise<OpinionListAnswer> {
    return this.queries.execute(new OpinionList(actor, request));
  }

  /** What was asked and answered, and hints for proposals, without names. */
  @Get('opinions/published')
  published(@CurrentActor() actor: Actor, @Query() request: PublishedOpinionsRequest): Promise<PublishedOpinionsAnswer> {
    return this.queries.execute(new PublishedOpinions(actor, request));
  }

  @Get('opinions/:id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<OpinionAnswer> {
    return this.queries.execute(new OpinionPage(actor, id));
  }

  /** Puts one in. The same `Idempotency-Key` puts it in once. */
  @Post('opinions')
  putIn(
    @CurrentActor() actor: Actor,
    @Body() content: OpinionRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<OpinionVersionAnswer> {
    return this.commands.execute(new PutInOpinion(actor, content, key));
  }

  /** The committee takes it on, routes it to a unit, declines it with a reason, or keeps it as a hint for a proposal. */
  @Post('opinions/:id/decision')
  @HttpCode(200)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: OpinionDecisionRequest,
  ): Promise<OpinionVersionAnswer> {
    return this.commands.execute(new DecideOnOpinion(actor, id, decisionOf(request), request.version));
  }

  /** By the unit that it is with, or by the committee where it took it on. */
  @Post('opinions/:id/reply')
  @HttpCode(200)
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text, version }: OpinionReplyRequest,
  ): Promise<OpinionVersionAnswer> {
    return this.commands.execute(new ReplyToOpinion(actor, id, text, version));
  }

  /** Whether the reply helped; the unit does not learn it. */
  @Post('opinions/:id/judgement')
  @HttpCode(200)
  judge(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { helped, comment = null, version }: JudgementRequest,
  ): Promise<OpinionVersionAnswer> {
    return this.commands.execute(new JudgeReply(actor, id, { helped, comment }, version));
  }

  @Post('opinions/:id/withdrawal')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<OpinionVersionAnswer> {
    return this.commands.execute(new WithdrawOpinion(actor, id, version));
  }

  /** Publishes what was asked and answered, in words that name nobody. */
  @Post('opinions/:id/publication')
  @HttpCode(200)
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...words }: OpinionPublicationRequest,
  ): Promise<OpinionVersionAnswer> {
    return this.commands.execute(new PublishOpinion(actor, id, words, version));
  }

  /** Takes it out again. */
  @Post('opinions/:id/unpublishing')
  @HttpCode(200)
  unpublish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: UnpublishingRequest,
  ): Promise<OpinionVersionAnswer> {
    return this.commands.execute(new UnpublishOpinion(actor, id, reason, version));
  }
}
