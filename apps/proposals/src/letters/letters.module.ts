import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { ReportModule } from '../report/report.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AssignmentLetterHandler } from './assignment-letter.query.js';
import { LetterMatters } from './letter-matters.js';
import { LettersController } from './letters.controller.js';
import { ReplyLetterHandler } from './reply-letter.query.js';

/** Letters about the work of units (交办书, 答复函), on the paper of the reports. */
@Module({
  imports: [StorageModule, AccessModule, ReportModule],
  controllers: [LettersController],
  providers: [LetterMatters, AssignmentLetterHandler, ReplyLetterHandler],
})
export class LettersModule {}
