import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query, Res, UseGuards } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, PageRequest, Public } from '@plenum/service-kit';
import type { FastifyReply } from 'fastify';
import { OperatorGuard } from '../access/operator.guard.js';
import { FoundOrganisation } from './found-organisation.command.js';
import { House } from './house.query.js';
import { FoundOrganisationRequest, RenameUnitRequest, SetUpUnitRequest } from './organisations.requests.js';
import { FoundedOrganisationResponse, HouseResponse, UnitListResponse, UnitResponse } from './organisations.responses.js';
import { RenameUnit } from './rename-unit.command.js';
import { SetUpUnit } from './set-up-unit.command.js';
import { UnitList } from './units.query.js';

// For one address: a school may sit behind one, and all of it opens the sign-in page when the congress opens.
const ENTRANCE_RATE = { rateLimit: { max: 600, timeWindow: 60_000 } };
// A founded house stays founded; whose it is changes only when an operator founds a second organisation.
const FOUNDED_CACHING = 'public, max-age=60';

/** Organisations and their departments. */
@Controller()
export class OrganisationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Whether the house was founded, and by whom it is used where that is one organisation. Says nothing else. */
  @Get('house')
  @Public(ENTRANCE_RATE)
  async showHouse(@Res({ passthrough: true }) reply: FastifyReply): Promise<HouseResponse> {
    const shown = await this.queries.execute(new House());
    void reply.header('cache-control', shown.founded ? FOUNDED_CACHING : 'no-store');
    return shown;
  }

  /** Founds an organisation; needs the header `x-operator-token`. */
  @Post('organisations')
  @Public()
  @UseGuards(OperatorGuard)
  async found(@Body() { code, name, level, parentCode, secretary }: FoundOrganisationRequest): Promise<FoundedOrganisationResponse> {
    const { staffNo, name: secretaryName, email } = secretary;
    return this.commands.execute(
      new FoundOrganisation({ code, name, level, parentCode: parentCode ?? null }, { staffNo, name: secretaryName, mail: email ?? null }),
    );
  }

  /** Sets up a department. For the secretariat. */
  @Post('units')
  async setUpUnit(@CurrentActor() actor: Actor, @Body() body: SetUpUnitRequest): Promise<UnitResponse> {
    const { id, code, name, version } = await this.commands.execute(new SetUpUnit(actor, body.code, body.name));
    return { id, code, name, version };
  }

  /** Gives a department another name. For the secretariat. */
  @Patch('units/:id')
  async renameUnit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) unitId: string,
    @Body() body: RenameUnitRequest,
  ): Promise<UnitResponse> {
    const { id, code, name, version } = await this.commands.execute(new RenameUnit(actor, unitId, body.name, body.version));
    return { id, code, name, version };
  }

  @Get('units')
  listUnits(@CurrentActor() actor: Actor, @Query() page: PageRequest): Promise<UnitListResponse> {
    return this.queries.execute(new UnitList(actor, page));
  }
}
