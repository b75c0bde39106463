import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { Ask } from './ask.command.js';
import { OwedRequests } from './owed-requests.query.js';
import { AskAboutHandlingRequest } from './requests.requests.js';
import { OwedRequestsAnswer, RequestsMadeAnswer } from './requests.responses.js';

/** What is asked about the work of units (异议, 增加承办单位, 延期, 请提案人说明), and what waits for an answer. */
@Controller()
export class RequestsOfUnitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** What waits for an answer of the reader: of the committee, of a lead proposer, of a unit. */
  @Get('requests')
  owed(@CurrentActor() actor: Actor): Promise<OwedRequestsAnswer> {
    return this.queries.execute(new OwedRequests(actor));
  }

  /** Asks about the work of one unit: its lead unit, or the proposer where the call lets them. */
  @Post('proposals/:id/handlings/:handlingId/requests')
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('handlingId', ParseUUIDPipe) handlingId: string,
    @Body() { kind, reason, wish, version }: AskAboutHandlingRequest,
  ): Promise<RequestsMadeAnswer> {
    const asked = { kind, reason: reason ?? null, wish: wish ?? null };
    return { items: [...(await this.commands.execute(new Ask(actor, id, handlingId, asked, version)))] };
  }
}
