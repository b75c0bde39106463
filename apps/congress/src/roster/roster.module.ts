import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ChooseCreationsHandler } from './choose-creations.command.js';
import { ConfirmRosterHandler } from './confirm-roster.command.js';
import { PreviewRosterHandler } from './preview-roster.command.js';
import { RosterController } from './roster.controller.js';
import { RosterPreviewHandler } from './roster.query.js';
import { RosterRepository } from './roster.repository.js';

/** Rosters from spreadsheets. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [RosterController],
  providers: [RosterRepository, PreviewRosterHandler, ChooseCreationsHandler, ConfirmRosterHandler, RosterPreviewHandler],
})
export class RosterModule {}
