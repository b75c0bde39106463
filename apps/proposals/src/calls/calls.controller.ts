import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { isCivilDate } from '@plenum/calendar';
import { Database } from '@plenum/database';
import { Clock, MalformedError } from '@plenum/kernel';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { CallRepository } from '../storage/call.repository.js';
import { CallsRequest, DueDateRequest, ExtensionRequest, OpenCallRequest, TargetsRequest, callOf, endOf } from './calls.requests.js';
import { CallAnswer, CallsAnswer, DueDateAnswer, PresetsAnswer, callAnswer, presetsAnswer } from './calls.responses.js';
import { CloseCall } from './close-call.command.js';
import { CountedDueDate } from './due-date.query.js';
import { dueRuleOf } from '../shapes/due-rule.requests.js';
import { ExtendCall } from './extend-call.command.js';
import { OpenCall } from './open-call.command.js';
import { SetTargets } from './set-targets.command.js';

/** Calls for proposals (征集). */
@Controller('calls')
export class CallsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly calls: CallRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a call for a session; its rules cannot be changed afterwards. */
  @Post()
  async open(@CurrentActor() actor: Actor, @Body() request: OpenCallRequest): Promise<CallAnswer> {
    return callAnswer(await this.commands.execute(new OpenCall(actor, callOf(request))), this.clock.now());
  }

  /** The calls of one's organisation; every member may see them. */
  @Get()
  async list(@CurrentActor() { organisationId }: Actor, @Query() { sessionId }: CallsRequest): Promise<CallsAnswer> {
    const calls = await this.calls.list(this.database, organisationId, sessionId ?? null);
    return { items: calls.map((call) => callAnswer(call, this.clock.now())) };
  }

  /** The day that a due rule leads to, so that the committee sees it before it adopts the rule. */
  @Get('due-date')
  async dueDate(@CurrentActor() actor: Actor, @Query() { from, ...rule }: DueDateRequest): Promise<DueDateAnswer> {
    if (from !== undefined && !isCivilDate(from)) throw new MalformedError([{ field: 'from', reason: 'no-such-date' }]);
    return this.queries.execute(new CountedDueDate(actor, dueRuleOf(rule, 'rule'), from ?? null));
  }

  /** Rules to start a call from. They are no secret and nobody's in particular: everybody who is signed in may read them. */
  @Get('presets')
  presets(): PresetsAnswer {
    return presetsAnswer();
  }

  /** Says how many proposals are hoped for: a wish, which refuses nothing and may change at any time. */
  @Put(':id/targets')
  async setTargets(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...targets }: TargetsRequest,
  ): Promise<CallAnswer> {
    return callAnswer(await this.commands.execute(new SetTargets(actor, id, targets, version)), this.clock.now());
  }

  /** Gives more time; the rules stay. */
  @Post(':id/extension')
  @HttpCode(200)
  async extend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { closesAt, version }: ExtensionRequest,
  ): Promise<CallAnswer> {
    return callAnswer(await this.commands.execute(new ExtendCall(actor, id, endOf(closesAt), version)), this.clock.now());
  }

  /** Ends it before its time. */
  @Post(':id/closing')
  @HttpCode(200)
  async close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<CallAnswer> {
    return callAnswer(await this.commands.execute(new CloseCall(actor, id, version)), this.clock.now());
  }

  @Get(':id')
  async one(@CurrentActor() { organisationId }: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CallAnswer> {
    return callAnswer(await this.calls.find(this.database, id, organisationId), this.clock.now());
  }
}
