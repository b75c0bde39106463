import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AttachFileHandler } from './attach-file.command.js';
import { AttachmentFileHandler } from './attachment-file.query.js';
import { AttachmentsController } from './attachments.controller.js';
import { AttachmentsHandler } from './attachments.query.js';
import { RemoveAttachmentHandler } from './remove-attachment.command.js';

/** Files that belong to the text of a proposal. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [AttachmentsController],
  providers: [AttachmentsHandler, AttachmentFileHandler, AttachFileHandler, RemoveAttachmentHandler],
})
export class AttachmentsModule {}
