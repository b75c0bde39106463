import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PapersModule } from '../papers/papers.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { CloseSessionHandler } from './close-session.command.js';
import { OpenSessionHandler } from './open-session.command.js';
import { SessionsController } from './sessions.controller.js';
import { OneSessionHandler, SessionListHandler } from './sessions.query.js';
import { SetUpSessionHandler } from './set-up-session.command.js';
import { SetUpTermHandler } from './set-up-term.command.js';
import { TermListHandler } from './terms.query.js';

/** Terms and sessions. */
@Module({
  imports: [StorageModule, AccessModule, PapersModule],
  controllers: [SessionsController],
  providers: [
    SetUpTermHandler,
    SetUpSessionHandler,
    OpenSessionHandler,
    CloseSessionHandler,
    TermListHandler,
    SessionListHandler,
    OneSessionHandler,
  ],
})
export class SessionsModule {}
