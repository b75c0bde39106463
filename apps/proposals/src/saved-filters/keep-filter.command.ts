import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { ProposalErrors } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import type { FilterContent } from './saved-filters.requests.js';
import type { SavedFilterAnswer } from './saved-filters.responses.js';
import { assertFree, FILTERS_MAX, SavedFilters } from './saved-filters.repository.js';

/** Keeps a filter under a name of one's own. */
export class KeepFilter extends Command<SavedFilterAnswer> {
  constructor(
    readonly actor: Actor,
    readonly name: string,
    readonly filter: FilterContent,
  ) {
    super();
  }
}

@CommandHandler(KeepFilter)
export class KeepFilterHandler implements ICommandHandler<KeepFilter> {
  constructor(
    private readonly database: Database,
    private readonly filters: SavedFilters,
  ) {}

  /** @throws `proposals.filter-name-taken`, `proposals.too-many-filters` */
  execute({ actor, name, filter }: KeepFilter): Promise<SavedFilterAnswer> {
    return this.database.transaction(async (tx) => {
      const own = await this.filters.lock(tx, actor);
      assertFree(own, name.trim());
      if (own.length >= FILTERS_MAX) throw ProposalErrors.tooManyFilters(FILTERS_MAX);
      const kept = { id: randomUUID(), name: name.trim(), filter, version: 1 };
      await this.filters.add(tx, actor, kept);
      return kept;
    });
  }
}
