import { Module } from '@nestjs/common';
import { WaysModule } from '../ways/ways.module.js';
import { NoticesModule } from '../notices/notices.module.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { UnsubscribeTokens } from './unsubscribe-tokens.js';
import { LetterOffice } from './letter.worker.js';

/** What is due for one person on one way, claimed as a letter. */
@Module({
  imports: [NoticesModule, WaysModule],
  providers: [DeliveriesRepository, LetterOffice, UnsubscribeTokens],
  exports: [LetterOffice, UnsubscribeTokens],
})
export class LettersModule {}
