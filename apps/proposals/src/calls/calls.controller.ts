import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Clock } from '@plenum/kernel';
import { type Actor, CurrentActor, Database } from '@plenum/service-kit';
import { CallRepository } from '../storage/call.repository.js';
import { CallsRequest, OpenCallRequest, callOf } from './calls.requests.js';
import { CallAnswer, CallsAnswer, callAnswer } from './calls.responses.js';
import { OpenCall } from './open-call.command.js';

/** Calls for proposals (征集). */
@Controller('calls')
export class CallsController {
  constructor(
    private readonly commands: CommandBus,
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

  @Get(':id')
  async one(@CurrentActor() { organisationId }: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CallAnswer> {
    return callAnswer(await this.calls.find(this.database, id, organisationId), this.clock.now());
  }
}
