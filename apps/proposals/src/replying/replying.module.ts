import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ContactsHandler } from './contacts.query.js';
import { DeskReadings } from './desk-readings.js';
import { DraftVersionHandler } from './draft-version.query.js';
import { FormerDraftsHandler } from './former-drafts.query.js';
import { LogContactHandler } from './log-contact.command.js';
import { ReplyDeskHandler } from './reply-desk.query.js';
import { ReplyingController } from './replying.controller.js';
import { SaveDraftHandler } from './save-draft.command.js';

/** The unit's desk: drafts of replies, what must be cleared before they go out, and contacts with proposers. */
@Module({
  imports: [AccessModule, StorageModule],
  controllers: [ReplyingController],
  providers: [
    DeskReadings,
    ReplyDeskHandler,
    DraftVersionHandler,
    SaveDraftHandler,
    FormerDraftsHandler,
    ContactsHandler,
    LogContactHandler,
  ],
})
export class ReplyingModule {}
