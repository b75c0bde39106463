import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { AnswerObjection } from './answer-objection.command.js';
import { AnswerObjectionRequest, RaiseObjectionRequest } from './objecting.requests.js';
import { ObjectionReceiptAnswer, ObjectionsAnswer } from './objecting.responses.js';
import { BallotObjections } from './objections.query.js';
import { RaiseObjection } from './raise-objection.command.js';

/** Objections to a posted result. */
@Controller('ballots/:id/objections')
export class ObjectingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Whoever is of the organisation may object until the last day of the posting is over. */
  @Post()
  raise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text }: RaiseObjectionRequest,
  ): Promise<ObjectionReceiptAnswer> {
    return this.commands.execute(new RaiseObjection(actor, id, text));
  }

  /** Organisers read all of them, everybody else their own. */
  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ObjectionsAnswer> {
    return this.queries.execute(new BallotObjections(actor, id));
  }

  @Post(':objectionId/answer')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('objectionId', ParseUUIDPipe) objectionId: string,
    @Body() { outcome, reason }: AnswerObjectionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new AnswerObjection(actor, id, objectionId, { upheld: outcome === 'upheld', reason }));
  }
}
