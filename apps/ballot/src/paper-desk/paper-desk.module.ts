import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { ConfirmNameHandler } from './confirm-name.command.js';
import { DoubtfulSheetsHandler } from './doubts.query.js';
import { MatchNameHandler } from './match-name.command.js';
import { NameStatements } from './name-statements.js';
import { PaperDeskController } from './paper-desk.controller.js';
import { RuleOnDoubtHandler } from './rule-on-doubt.command.js';
import { NamesOnPapersHandler } from './written-names.query.js';

/** What the marks on paper leave to people: doubtful sheets, and names written in. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [PaperDeskController],
  providers: [NameStatements, RuleOnDoubtHandler, MatchNameHandler, ConfirmNameHandler, DoubtfulSheetsHandler, NamesOnPapersHandler],
})
export class PaperDeskModule {}
