import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ConfirmHistoryHandler } from './confirm-history.command.js';
import { HistoryImports } from './history-imports.repository.js';
import { HistoryPreviewHandler } from './history-preview.query.js';
import { HistoryAround } from './history.context.js';
import { HistoryController } from './history.controller.js';
import { ImportedMatters } from './imported-matters.js';
import { PreviewHistoryHandler } from './preview-history.command.js';

/** What was before: matters of earlier sessions from the committee's spreadsheet. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [HistoryController],
  providers: [HistoryAround, HistoryImports, ImportedMatters, PreviewHistoryHandler, ConfirmHistoryHandler, HistoryPreviewHandler],
})
export class HistoryModule {}
