import { Module } from '@nestjs/common';
import { LettersModule } from '../letters/letters.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { UnsubscribingController } from './unsubscribing.controller.js';
import { Unsubscribing } from './unsubscribing.service.js';

/** Ending mails of a kind from the mail itself. */
@Module({ imports: [NoticesModule, LettersModule], controllers: [UnsubscribingController], providers: [Unsubscribing] })
export class UnsubscribingModule {}
