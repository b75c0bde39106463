import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { DeskSignInsOfBallot } from './desk-sign-ins.query.js';
import type { DeskSignInsAnswer } from './accounts.responses.js';

/** Members whom another hand signed in: whoever keeps the desk of the session could make the absent present. */
@Controller('ballots/:id/desk-sign-ins')
export class DeskSignInsController {
  constructor(private readonly queries: QueryBus) {}

  /** Of those on the roll, to whoever organises, watches and counts the vote, while something can still be asked about them. */
  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeskSignInsAnswer> {
    return this.queries.execute(new DeskSignInsOfBallot(actor, id));
  }
}
