import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionQuery } from '@plenum/service-kit';
import { AnswerRequest } from './answer-request.command.js';
import { Ask } from './ask.command.js';
import { RequestsOfProposal } from './requests-of-proposal.query.js';
import { AskRequest, RequestAnswerRequest } from './requests.requests.js';
import { RequestListAnswer, RequestsMadeAnswer, RequestVersionAnswer } from './requests.responses.js';
import { TakeBackRequest } from './take-back-request.command.js';

/** What is asked on a proposal, and answered: every kind in the same way. */
@Controller('proposals/:id/requests')
export class RequestsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** What was asked, as far as the reader may know of it; and what they may ask. */
  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RequestListAnswer> {
    return this.queries.execute(new RequestsOfProposal(actor, id));
  }

  /** Asks: each who owes an answer gets a request of their own. */
  @Post()
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { kind, reason, wish, version }: AskRequest,
  ): Promise<RequestsMadeAnswer> {
    const items = await this.commands.execute(new Ask(actor, id, null, { kind, reason: reason ?? null, wish: wish ?? null }, version));
    return { items: [...items] };
  }

  /** Answers a request that one owes the answer to. */
  @Post(':requestId/answer')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @Body() { outcome, reason, terms, version }: RequestAnswerRequest,
  ): Promise<RequestVersionAnswer> {
    return this.commands.execute(new AnswerRequest(actor, id, requestId, { outcome, reason: reason ?? null, terms }, version));
  }

  /** Takes back what was asked, with all that was asked at once and is not answered yet. */
  @Delete(':requestId')
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('requestId', ParseUUIDPipe) requestId: string,
    @Query() { version }: OnVersionQuery,
  ): Promise<RequestVersionAnswer> {
    return this.commands.execute(new TakeBackRequest(actor, id, requestId, version));
  }
}
