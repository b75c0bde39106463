import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { TurnoutAnswer } from './turnout.responses.js';
import { Turnout } from './turnout.query.js';

/** How far a vote is. */
@Controller('ballots/:id/turnout')
export class TurnoutController {
  constructor(private readonly queries: QueryBus) {}

  /** For the screen in the hall: ask again every few seconds. */
  @Get()
  turnout(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<TurnoutAnswer> {
    return this.queries.execute(new Turnout(actor, id));
  }
}
