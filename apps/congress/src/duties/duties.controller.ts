import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { civilDate } from '@plenum/calendar';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { DutiesOfYear } from './duties.query.js';
import { DutiesRequest, DutyReasonRequest, SettleDutyRequest } from './duties.requests.js';
import { DutiesResponse } from './duties.responses.js';
import { SettleDuty } from './settle-duty.command.js';
import { WaiveDuty } from './waive-duty.command.js';

/** What an organisation owes in a year (年度事项). Everybody of the organisation reads it. */
@Controller('duties')
export class DutiesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  ofYear(@CurrentActor() actor: Actor, @Query() { schoolYear }: DutiesRequest): Promise<DutiesResponse> {
    return this.queries.execute(new DutiesOfYear(actor, schoolYear ?? null));
  }

  /** Settles a duty by evidence. For who owes it, and for the secretariat. */
  @Post(':id/settlement')
  @HttpCode(204)
  async settle(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { text, on, sessionId, ballotId, version }: SettleDutyRequest,
  ): Promise<void> {
    const evidence = { text, on: civilDate(on), sessionId: sessionId ?? null, ballotId: ballotId ?? null };
    await this.commands.execute(new SettleDuty(actor, id, evidence, version));
  }

  /** Lets whoever owes it off. For the secretariat. */
  @Post(':id/waiver')
  @HttpCode(204)
  async waive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: DutyReasonRequest,
  ): Promise<void> {
    await this.commands.execute(new WaiveDuty(actor, id, reason, version));
  }
}
