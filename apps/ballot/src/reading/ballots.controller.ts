import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotList } from './ballot-list.query.js';
import { BallotPage } from './ballot-page.query.js';
import { BallotsRequest } from './ballots.requests.js';
import { BallotAnswer, BallotListAnswer } from './ballots.responses.js';

/** Ballots to read: the list, and one of them. */
@Controller('ballots')
export class BallotsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: BallotsRequest): Promise<BallotListAnswer> {
    return this.queries.execute(new BallotList(actor, request));
  }

  @Get(':id')
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BallotAnswer> {
    return this.queries.execute(new BallotPage(actor, id));
  }
}
