import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { civilDate } from '@plenum/calendar';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { AdoptAgenda, type AgendaVote } from './adopt-agenda.command.js';
import { SessionAgenda } from './agenda.query.js';
import { AdoptAgendaRequest, AgreeAgendaRequest, ReopenAgendaRequest, ReviseAgendaRequest } from './agenda.requests.js';
import { AgendaResponse } from './agenda.responses.js';
import { AgreeAgenda } from './agree-agenda.command.js';
import { ReopenAgenda } from './reopen-agenda.command.js';
import { RestoreAgenda } from './restore-agenda.command.js';
import { ReviseAgenda } from './revise-agenda.command.js';

/** The agenda of a session (议程): collected by the secretariat, agreed with the school, adopted by the congress. Everybody reads it. */
@Controller('sessions/:id/agenda')
export class AgendaController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AgendaResponse> {
    return this.queries.execute(new SessionAgenda(actor, id));
  }

  /** Sets all topics in their order, while they are collected. */
  @Put()
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { items, version }: ReviseAgendaRequest,
  ): Promise<AgendaResponse> {
    const wanted = items.map((item) => ({
      ...item,
      id: item.id ?? null,
      standing: item.standing ?? null,
      vote: item.vote ?? null,
    }));
    await this.commands.execute(new ReviseAgenda(actor, id, wanted, version));
    return this.read(actor, id);
  }

  /** Notes that the topics were agreed with the school; delegates are told. */
  @Post('agreement')
  @HttpCode(200)
  async agree(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { party, on, version }: AgreeAgendaRequest,
  ): Promise<AgendaResponse> {
    await this.commands.execute(new AgreeAgenda(actor, id, { party, on: civilDate(on) }, version));
    return this.read(actor, id);
  }

  /** Puts the vote of the congress on record. Fewer hands than are needed are on record, too, and adopt nothing. */
  @Post('adoption')
  @HttpCode(200)
  async adopt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AdoptAgendaRequest,
  ): Promise<AgendaResponse> {
    await this.commands.execute(new AdoptAgenda(actor, id, voteOf(body), body.version));
    return this.read(actor, id);
  }

  /** Opens what was agreed or adopted for changes. */
  @Post('reopening')
  @HttpCode(200)
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: ReopenAgendaRequest,
  ): Promise<AgendaResponse> {
    await this.commands.execute(new ReopenAgenda(actor, id, reason, version));
    return this.read(actor, id);
  }

  /** Gives up changes: it is again as it was adopted. */
  @Post('restoration')
  @HttpCode(200)
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<AgendaResponse> {
    await this.commands.execute(new RestoreAgenda(actor, id, version));
    return this.read(actor, id);
  }
}

/** The validation has seen to it that a way comes with what it needs. */
function voteOf({ way, ballotId = '', inFavour = 0, against = 0, abstained = 0, present }: AdoptAgendaRequest): AgendaVote {
  return way === 'BALLOT' ? { way, ballotId } : { way, inFavour, against, abstained, present: present ?? null };
}
