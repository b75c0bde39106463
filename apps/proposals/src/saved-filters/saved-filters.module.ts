import { Module } from '@nestjs/common';
import { ChangeFilterHandler } from './change-filter.command.js';
import { KeepFilterHandler } from './keep-filter.command.js';
import { OwnFiltersHandler } from './own-filters.query.js';
import { SavedFiltersController } from './saved-filters.controller.js';
import { SavedFilters } from './saved-filters.repository.js';

/** What somebody looks for again and again. */
@Module({
  controllers: [SavedFiltersController],
  providers: [SavedFilters, OwnFiltersHandler, KeepFilterHandler, ChangeFilterHandler],
})
export class SavedFiltersModule {}
