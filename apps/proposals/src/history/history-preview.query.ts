import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { historySummary } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { HistoryImports } from './history-imports.repository.js';
import { HistoryAround } from './history.context.js';
import type { HistoryImportAnswer } from './history.responses.js';

/** A table of earlier matters as the committee looks at it. */
export class HistoryPreview extends Query<HistoryImportAnswer> {
  constructor(
    readonly actor: Actor,
    readonly importId: string,
  ) {
    super();
  }
}

@QueryHandler(HistoryPreview)
export class HistoryPreviewHandler implements IQueryHandler<HistoryPreview> {
  constructor(
    private readonly database: Database,
    private readonly imports: HistoryImports,
    private readonly around: HistoryAround,
  ) {}

  /** @throws as {@link HistoryAround.session} */
  async execute({ actor, importId }: HistoryPreview): Promise<HistoryImportAnswer> {
    const { id, sessionId, fileName, uploadedAt, confirmedAt, rows, version } = await this.imports.find(
      this.database,
      importId,
      actor.organisationId,
    );
    await this.around.session(this.database, actor, sessionId);
    return {
      importId: id,
      sessionId,
      fileName,
      uploadedAt: uploadedAt.toISOString(),
      confirmedAt: confirmedAt?.toISOString() ?? null,
      summary: historySummary(rows),
      rows: rows.map(({ row, state, faults, values }) => ({ row, state, faults: [...faults], values })),
      version,
    };
  }
}
