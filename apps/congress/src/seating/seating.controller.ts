import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, PageRequest } from '@plenum/service-kit';
import { AmendDelegation } from './amend-delegation.command.js';
import { DelegateList } from './delegates.query.js';
import { DelegationList } from './delegations.query.js';
import { FormDelegation } from './form-delegation.command.js';
import { SeatDelegate } from './seat-delegate.command.js';
import { SeatMany } from './seat-many.command.js';
import {
  AmendDelegationRequest,
  DelegatesRequest,
  FormDelegationRequest,
  SeatDelegateRequest,
  SeatManyRequest,
  UnseatDelegateRequest,
} from './seating.requests.js';
import { DelegateListResponse, DelegationListResponse, FormedDelegationResponse, SeatedResponse } from './seating.responses.js';
import { UnseatDelegate } from './unseat-delegate.command.js';

/** Delegations and delegates of a session. */
@Controller('sessions/:id')
export class SeatingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('delegations')
  async form(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name, headMemberId }: FormDelegationRequest,
  ): Promise<FormedDelegationResponse> {
    return { id: await this.commands.execute(new FormDelegation(actor, id, { name, headMemberId: headMemberId ?? null })) };
  }

  /** Gives a delegation another name or head. The same again changes nothing. */
  @Patch('delegations/:delegationId')
  @HttpCode(204)
  async amend(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('delegationId', ParseUUIDPipe) delegationId: string,
    @Body() { name, headMemberId, version }: AmendDelegationRequest,
  ): Promise<void> {
    const changes = { ...(name === undefined ? {} : { name }), ...(headMemberId === undefined ? {} : { headMemberId }) };
    await this.commands.execute(new AmendDelegation(actor, id, delegationId, changes, version));
  }

  @Get('delegations')
  listDelegations(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() page: PageRequest,
  ): Promise<DelegationListResponse> {
    return this.queries.execute(new DelegationList(actor, id, page));
  }

  /** Seats a member, or moves the seat. The same again changes nothing. */
  @Post('delegates')
  @HttpCode(204)
  async seat(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId, delegationId, kind, version }: SeatDelegateRequest,
  ): Promise<void> {
    await this.commands.execute(new SeatDelegate(actor, id, { memberId, delegationId: delegationId ?? null, kind }, version));
  }

  /** Seats a list of staff numbers, or whoever of a unit has no seat yet: all of them or nobody. The same again changes nothing. */
  @Post('delegates/list')
  @HttpCode(200)
  async seatMany(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { staffNos, unitId, delegationId, kind }: SeatManyRequest,
  ): Promise<SeatedResponse> {
    const wanted = { staffNos: staffNos ?? [], unitId: unitId ?? null };
    return { seated: await this.commands.execute(new SeatMany(actor, id, wanted, { delegationId: delegationId ?? null, kind })) };
  }

  @Get('delegates')
  listDelegates(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() request: DelegatesRequest,
  ): Promise<DelegateListResponse> {
    return this.queries.execute(new DelegateList(actor, id, request));
  }

  @Delete('delegates/:memberId')
  @HttpCode(204)
  async unseat(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
    @Body() { reason, version }: UnseatDelegateRequest,
  ): Promise<void> {
    await this.commands.execute(new UnseatDelegate(actor, id, memberId, reason, version));
  }
}
