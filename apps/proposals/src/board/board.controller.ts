import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BoardRequest, RegisterRequest, StatisticsRequest } from './board.requests.js';
import { ProposalAnswer, ProposalListAnswer, RegisterAnswer, StatisticsAnswer } from './board.responses.js';
import { ProposalBoard } from './proposal-board.query.js';
import { ProposalPage } from './proposal-page.query.js';
import { Register } from './register.query.js';
import { SessionStatistics } from './session-statistics.query.js';

/** Proposals to read: lists, one of them, and the figures of a session. */
@Controller('proposals')
export class BoardController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: BoardRequest): Promise<ProposalListAnswer> {
    return this.queries.execute(new ProposalBoard(actor, request));
  }

  /** What was handed in and one may see, a stretch at a time; for everybody who sits in a session. */
  @Get('register')
  register(@CurrentActor() actor: Actor, @Query() request: RegisterRequest): Promise<RegisterAnswer> {
    return this.queries.execute(new Register(actor, request));
  }

  @Get('statistics')
  statistics(@CurrentActor() actor: Actor, @Query() { sessionId }: StatisticsRequest): Promise<StatisticsAnswer> {
    return this.queries.execute(new SessionStatistics(actor, sessionId));
  }

  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalAnswer> {
    return this.queries.execute(new ProposalPage(actor, id));
  }
}
