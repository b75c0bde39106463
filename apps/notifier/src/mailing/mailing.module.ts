import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { MailWorker } from './mail.worker.js';
import { Postman } from './postman.js';

/** The mail of a notice: claimed, sent, settled. */
@Module({ imports: [NoticesModule], providers: [DeliveriesRepository, Postman, MailWorker] })
export class MailingModule {}
