import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { DeclareRelatives } from './declare-relatives.command.js';
import { DeclareRelativesRequest, RelativePairRequest } from './nominating.requests.js';
import { RelativesAnswer } from './nominating.responses.js';
import { DeclaredRelatives } from './relatives.query.js';
import { WithdrawRelatives } from './withdraw-relatives.command.js';

/** Who is a near relative of whom, where the rules ask it (R40): between its organisers and officers only. */
@Controller('ballots/:id/relatives')
export class RelativesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RelativesAnswer> {
    return this.queries.execute(new DeclaredRelatives(actor, id));
  }

  /** An officer declares their own relatives, an organiser anybody's. */
  @Post()
  @HttpCode(200)
  declare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberIds, kind }: DeclareRelativesRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new DeclareRelatives(actor, id, { memberIds, kind }));
  }

  /** Takes back what was declared in error. */
  @Post('withdrawal')
  @HttpCode(200)
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberIds }: RelativePairRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new WithdrawRelatives(actor, id, memberIds));
  }
}
