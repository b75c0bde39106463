import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkHistory } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { HistoryImports } from './history-imports.repository.js';
import { HistoryAround } from './history.context.js';
import { HistoryErrors } from './history.errors.js';
import { ImportedMatters } from './imported-matters.js';

/** Writes what the preview showed: its new rows, all of them or none. Known and refused ones stay out. */
export class ConfirmHistory extends Command<void> {
  constructor(
    readonly actor: Actor,
    readonly importId: string,
    /** The version of the preview that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ConfirmHistory)
export class ConfirmHistoryHandler implements ICommandHandler<ConfirmHistory> {
  constructor(
    private readonly imports: HistoryImports,
    private readonly around: HistoryAround,
    private readonly matters: ImportedMatters,
  ) {}

  /** @throws as {@link HistoryAround.session}, `proposals.outdated`, `proposals.history-outdated` when the preview had to be renewed */
  async execute({ actor, importId, read }: ConfirmHistory): Promise<void> {
    const request = { actor, action: 'confirm-history', id: importId, read };
    const differing = await this.imports.confirm(
      request,
      async (tx, { sessionId, lines }) => {
        const session = await this.around.session(tx, actor, sessionId);
        await this.matters.lock(tx, sessionId);
        return checkHistory(lines, await this.around.of(tx, session));
      },
      async (tx, { sessionId, rows }) => {
        const entries = rows.flatMap(({ state, entry }) => (state === 'new' && entry ? [entry] : []));
        await this.matters.write(tx, request, await this.around.session(tx, actor, sessionId), { importId, entries });
      },
    );
    // Thrown behind the commit, which renewed the preview.
    if (differing.length > 0) throw HistoryErrors.outdated(differing);
  }
}
