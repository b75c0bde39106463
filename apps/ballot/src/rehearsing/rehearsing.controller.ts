import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { Readiness } from './readiness.query.js';
import { RehearseBallot } from './rehearse-ballot.command.js';
import { ReadinessAnswer, RehearsalStartedAnswer } from './rehearsing.responses.js';

/** The day before: a rehearsal with voters who do not exist, and the go / no-go sheet. */
@Controller('ballots/:id')
export class RehearsingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Begins a rehearsal of a sealed ballot in the background; what it finds is on the sheet. */
  @Post('rehearsal')
  @HttpCode(202)
  rehearse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RehearsalStartedAnswer> {
    return this.commands.execute(new RehearseBallot(actor, id));
  }

  /** Every gate of the opening as it is now, with the refusal that it would make. */
  @Get('readiness')
  readiness(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReadinessAnswer> {
    return this.queries.execute(new Readiness(actor, id));
  }
}
