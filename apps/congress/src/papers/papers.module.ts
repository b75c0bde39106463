import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { AgendaModule } from '../agenda/agenda.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { BringPaperVersionHandler } from './bring-paper-version.command.js';
import { BringPaperHandler } from './bring-paper.command.js';
import { PaperFileHandler } from './paper-file.query.js';
import { PaperReadersHandler } from './paper-readers.query.js';
import { PapersController } from './papers.controller.js';
import { PapersOfSessionHandler } from './papers.query.js';
import { PapersRepository } from './papers.repository.js';
import { SendPapersHandler } from './send-papers.command.js';
import { SetPapersRuleHandler } from './set-papers-rule.command.js';
import { WithdrawPaperHandler } from './withdraw-paper.command.js';

/** What delegates read before a session. */
@Module({
  imports: [StorageModule, AccessModule, AgendaModule],
  controllers: [PapersController],
  providers: [
    PapersRepository,
    PapersOfSessionHandler,
    PaperFileHandler,
    PaperReadersHandler,
    BringPaperHandler,
    BringPaperVersionHandler,
    SendPapersHandler,
    SetPapersRuleHandler,
    WithdrawPaperHandler,
  ],
  exports: [PapersRepository],
})
export class PapersModule {}
