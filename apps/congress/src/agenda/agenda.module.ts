import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AdoptAgendaHandler } from './adopt-agenda.command.js';
import { AgendaController } from './agenda.controller.js';
import { SessionAgendaHandler } from './agenda.query.js';
import { AGENDA_REACTIONS } from './agenda.reactions.js';
import { AgendaRepository } from './agenda.repository.js';
import { AgreeAgendaHandler } from './agree-agenda.command.js';
import { ReopenAgendaHandler } from './reopen-agenda.command.js';
import { RestoreAgendaHandler } from './restore-agenda.command.js';
import { ReviseAgendaHandler } from './revise-agenda.command.js';

/** What a congress deals with, in which order. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [AgendaController],
  providers: [
    AgendaRepository,
    SessionAgendaHandler,
    ReviseAgendaHandler,
    AgreeAgendaHandler,
    AdoptAgendaHandler,
    ReopenAgendaHandler,
    RestoreAgendaHandler,
    ...AGENDA_REACTIONS,
  ],
  exports: [AgendaRepository],
})
export class AgendaModule {}
