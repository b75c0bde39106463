import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, PageRequest } from '@plenum/service-kit';
import { FormDelegation } from './form-delegation.command.js';
import { SeatDelegate } from './seat-delegate.command.js';
import { SeatingQuery } from './seating.query.js';
import { DelegatesRequest, FormDelegationRequest, SeatDelegateRequest, UnseatDelegateRequest } from './seating.requests.js';
import { DelegateListResponse, DelegationListResponse, FormedDelegationResponse } from './seating.responses.js';
import { UnseatDelegate } from './unseat-delegate.command.js';

/** Delegations and delegates of a session. */
@Controller('sessions/:id')
export class SeatingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly seating: SeatingQuery,
  ) {}

  @Post('delegations')
  async form(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { name, headMemberId }: FormDelegationRequest): Promise<FormedDelegationResponse> {
    return { id: await this.commands.execute(new FormDelegation(actor, id, { name, headMemberId: headMemberId ?? null })) };
  }

  @Get('delegations')
  listDelegations(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() page: PageRequest): Promise<DelegationListResponse> {
    return this.seating.delegations(actor, id, page);
  }

  /** Seats a member, or moves the seat. The same again changes nothing. */
  @Post('delegates')
  @HttpCode(204)
  async seat(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { memberId, delegationId, kind }: SeatDelegateRequest): Promise<void> {
    await this.commands.execute(new SeatDelegate(actor, id, { memberId, delegationId: delegationId ?? null, kind }));
  }

  @Get('delegates')
  listDelegates(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() request: DelegatesRequest): Promise<DelegateListResponse> {
    return this.seating.delegates(actor, id, request);
  }

  @Delete('delegates/:memberId')
  @HttpCode(204)
  async unseat(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
    @Body() { reason }: UnseatDelegateRequest,
  ): Promise<void> {
    await this.commands.execute(new UnseatDelegate(actor, id, memberId, reason));
  }
}
