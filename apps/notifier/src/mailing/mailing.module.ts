import { Module } from '@nestjs/common';
import { LettersModule } from '../letters/letters.module.js';
import { MailWorker } from './mail.worker.js';
import { Postman } from './postman.js';

/** Letters by mail. */
@Module({ imports: [LettersModule], providers: [Postman, MailWorker] })
export class MailingModule {}
