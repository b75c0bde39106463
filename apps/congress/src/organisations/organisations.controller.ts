import { Body, Controller, Get, Post, Query, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, PageRequest, Public } from '@plenum/service-kit';
import { OperatorGuard } from '../access/operator.guard.js';
import { FoundOrganisation } from './found-organisation.command.js';
import { FoundOrganisationRequest, SetUpUnitRequest } from './organisations.requests.js';
import { FoundedOrganisationResponse, UnitListResponse, UnitResponse } from './organisations.responses.js';
import { SetUpUnit } from './set-up-unit.command.js';
import { UnitsQuery } from './units.query.js';

/** Organisations and their departments. */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly units: UnitsQuery,
  ) {}

  /** Founds an organisation; needs the header `x-operator-token`. */
  @Post('organisations')
  @Public()
  @UseGuards(OperatorGuard)
  async found(@Body() { code, name, level, parentCode, secretary }: FoundOrganisationRequest): Promise<FoundedOrganisationResponse> {
    const { staffNo, name: secretaryName, email } = secretary;
    return this.commands.execute(new FoundOrganisation({ code, name, level, parentCode: parentCode ?? null }, { staffNo, name: secretaryName, mail: email ?? null }));
  }

  /** Sets up a department. For the secretariat. */
  @Post('units')
  async setUpUnit(@CurrentActor() actor: Actor, @Body() body: SetUpUnitRequest): Promise<UnitResponse> {
    const { id, code, name } = await this.commands.execute(new SetUpUnit(actor, body.code, body.name));
    return { id, code, name };
  }

  @Get('units')
  listUnits(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<UnitListResponse> {
    return this.units.page(actor, page);
  }
}
