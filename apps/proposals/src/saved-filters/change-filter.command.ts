import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import type { SavedFilterAnswer } from './saved-filters.responses.js';
import { assertFree, readAs, SavedFilters } from './saved-filters.repository.js';

/** Gives a filter that one keeps another name, or, without one, keeps it no longer. */
export class ChangeFilter extends Command<SavedFilterAnswer> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
    readonly name: string | null,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ChangeFilter)
export class ChangeFilterHandler implements ICommandHandler<ChangeFilter> {
  constructor(
    private readonly database: Database,
    private readonly filters: SavedFilters,
  ) {}

  /** @returns the filter as it is now, or was last. @throws `proposals.not-found`, `proposals.outdated`, `proposals.filter-name-taken` */
  execute({ actor, id, name, read }: ChangeFilter): Promise<SavedFilterAnswer> {
    return this.database.transaction(async (tx) => {
      const own = await this.filters.lock(tx, actor);
      const before = readAs(own, id, read);
      if (name === null) {
        await this.filters.remove(tx, before.id);
        return before;
      }
      const others = own.filter((one) => one.id !== before.id);
      assertFree(others, name.trim());
      const after = { ...before, name: name.trim(), version: before.version + 1 };
      await this.filters.rename(tx, after);
      return after;
    });
  }
}
