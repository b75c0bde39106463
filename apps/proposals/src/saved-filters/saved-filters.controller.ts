import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionQuery } from '@plenum/service-kit';
import { ChangeFilter } from './change-filter.command.js';
import { KeepFilter } from './keep-filter.command.js';
import { OwnFilters } from './own-filters.query.js';
import { FilterNameRequest, SavedFilterRequest } from './saved-filters.requests.js';
import { SavedFilterAnswer, SavedFiltersAnswer } from './saved-filters.responses.js';

/** Filters of the board that a person keeps under names of their own; nobody else reads them. */
@Controller('saved-filters')
export class SavedFiltersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  own(@CurrentActor() actor: Actor): Promise<SavedFiltersAnswer> {
    return this.queries.execute(new OwnFilters(actor));
  }

  @Post()
  keep(@CurrentActor() actor: Actor, @Body() { name, filter }: SavedFilterRequest): Promise<SavedFilterAnswer> {
    return this.commands.execute(new KeepFilter(actor, name, filter));
  }

  /** Gives it another name. */
  @Put(':id')
  rename(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { name, version }: FilterNameRequest,
  ): Promise<SavedFilterAnswer> {
    return this.commands.execute(new ChangeFilter(actor, id, name, version));
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { version }: OnVersionQuery): Promise<void> {
    await this.commands.execute(new ChangeFilter(actor, id, null, version));
  }
}
