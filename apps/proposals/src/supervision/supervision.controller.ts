import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionQuery } from '@plenum/service-kit';
import { LogVisit } from './log-visit.command.js';
import { MarkKey } from './mark-key.command.js';
import { NameCaseOwner } from './name-case-owner.command.js';
import { SupervisionOfProposal } from './supervision.query.js';
import { CaseOwnerRequest, KeyMatterRequest, VisitRequest, visitedOnOf } from './supervision.requests.js';
import { SupervisionAnswer, SupervisionVersionAnswer } from './supervision.responses.js';

/** How matters are looked after between sessions (督办): key matters, case owners, and the visits of both sides. */
@Controller('proposals/:id/supervision')
export class SupervisionController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SupervisionAnswer> {
    return this.queries.execute(new SupervisionOfProposal(actor, id));
  }

  /** Makes it a key matter (重点督办). */
  @Put('key')
  markKey(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: KeyMatterRequest,
  ): Promise<SupervisionVersionAnswer> {
    return this.commands.execute(new MarkKey(actor, id, reason, version));
  }

  /** A matter like any other again. */
  @Delete('key')
  unmarkKey(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { version }: OnVersionQuery,
  ): Promise<SupervisionVersionAnswer> {
    return this.commands.execute(new MarkKey(actor, id, null, version));
  }

  /** Names the member of the committee whose case it is (包案委员), or nobody. */
  @Put('case-owner')
  nameCaseOwner(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId, version }: CaseOwnerRequest,
  ): Promise<SupervisionVersionAnswer> {
    return this.commands.execute(new NameCaseOwner(actor, id, memberId, version));
  }

  /** Logs a visit. The same `Idempotency-Key` logs it once. */
  @Post('visits')
  @HttpCode(200)
  logVisit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: VisitRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<SupervisionVersionAnswer> {
    const { withWhom, found } = request;
    return this.commands.execute(new LogVisit(actor, id, { visitedOn: visitedOnOf(request), withWhom, found }, key));
  }
}
