import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import type { SavedFiltersAnswer } from './saved-filters.responses.js';
import { FILTERS_MAX, SavedFilters } from './saved-filters.repository.js';

/** The filters that the reader keeps. */
export class OwnFilters extends Query<SavedFiltersAnswer> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(OwnFilters)
export class OwnFiltersHandler implements IQueryHandler<OwnFilters> {
  constructor(
    private readonly database: Database,
    private readonly filters: SavedFilters,
  ) {}

  async execute({ actor }: OwnFilters): Promise<SavedFiltersAnswer> {
    return { items: [...(await this.filters.of(this.database, actor))], max: FILTERS_MAX };
  }
}
