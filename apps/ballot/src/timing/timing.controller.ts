import { Body, Controller, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { SetSchedule } from './set-schedule.command.js';
import { SetScheduleRequest } from './timing.requests.js';

/** The clock of a vote: when it opens and closes by itself, where the rules have it so. */
@Controller('ballots/:id')
export class TimingController {
  constructor(private readonly commands: CommandBus) {}

  @Put('schedule')
  schedule(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { opensAt, closesAt, version }: SetScheduleRequest,
  ): Promise<BallotVersionAnswer> {
    const times = {
      ...(opensAt === undefined ? {} : { opensAt: instant(opensAt) }),
      ...(closesAt === undefined ? {} : { closesAt: instant(closesAt) }),
    };
    return this.commands.execute(new SetSchedule(actor, id, times, version));
  }
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text));
