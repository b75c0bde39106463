import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { StatisticsRequest } from './report.requests.js';
import { StatisticsAnswer } from './report.responses.js';
import { SessionStatistics } from './session-statistics.query.js';

/** The figures of a session. */
@Controller('proposals')
export class ReportController {
  constructor(private readonly queries: QueryBus) {}

  @Get('statistics')
  statistics(@CurrentActor() actor: Actor, @Query() { sessionId, cutOff }: StatisticsRequest): Promise<StatisticsAnswer> {
    return this.queries.execute(
      new SessionStatistics(actor, sessionId, cutOff === undefined ? null : new Date(cutOff)),
    ) as Promise<StatisticsAnswer>;
  }
}
