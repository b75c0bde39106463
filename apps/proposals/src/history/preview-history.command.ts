import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkHistory, type HistoryLine } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { HistoryImports } from './history-imports.repository.js';
import { HistoryAround } from './history.context.js';

/** Checks every row of a table of earlier matters and keeps the outcome to be looked at. Writes no proposal. */
export class PreviewHistory extends Command<string> {
  constructor(
    readonly actor: Actor,
    readonly sessionId: string,
    readonly fileName: string,
    readonly lines: readonly HistoryLine[],
  ) {
    super();
  }
}

@CommandHandler(PreviewHistory)
export class PreviewHistoryHandler implements ICommandHandler<PreviewHistory> {
  constructor(
    private readonly imports: HistoryImports,
    private readonly around: HistoryAround,
  ) {}

  /** @throws as {@link HistoryAround.session} */
  async execute({ actor, sessionId, fileName, lines }: PreviewHistory): Promise<string> {
    const id = randomUUID();
    await this.imports.add({ actor, action: 'preview-history' }, { id, sessionId, fileName, lines }, async (tx) =>
      checkHistory(lines, await this.around.of(tx, await this.around.session(tx, actor, sessionId))),
    );
    return id;
  }
}
