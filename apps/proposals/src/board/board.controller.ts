import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BoardRequest, RegisterRequest } from './board.requests.js';
import { ProposalAnswer, ProposalListAnswer, RegisterAnswer } from './board.responses.js';
import { ProposalBoard } from './proposal-board.query.js';
import { ProposalPage } from './proposal-page.query.js';
import { Register } from './register.query.js';

/** Proposals to read: lists, and one of them. */
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

  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalAnswer> {
    return this.queries.execute(new ProposalPage(actor, id));
  }
}
