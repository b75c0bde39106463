import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { AssignOffice } from './assign-office.command.js';
import { OfficeList } from './offices.query.js';
import { AssignOfficeRequest, OfficesRequest } from './offices.requests.js';
import { AssignedOfficeResponse, OfficeListResponse } from './offices.responses.js';
import { RelieveOffice } from './relieve-office.command.js';

/** Offices of a congress and of its units. */
@Controller('offices')
export class OfficesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  async assign(
    @CurrentActor() actor: Actor,
    @Body() { memberId, office, sessionId, unitId, chief }: AssignOfficeRequest,
  ): Promise<AssignedOfficeResponse> {
    return {
      id: await this.commands.execute(
        new AssignOffice(actor, { memberId, office, sessionId: sessionId ?? null, unitId: unitId ?? null, chief: chief ?? false }),
      ),
    };
  }

  @Get()
  list(@CurrentActor() actor: Actor, @Query() request: OfficesRequest): Promise<OfficeListResponse> {
    return this.queries.execute(new OfficeList(actor, request));
  }

  @Delete(':id')
  @HttpCode(204)
  async relieve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.commands.execute(new RelieveOffice(actor, id));
  }
}
