import { Module } from '@nestjs/common';
import { StorageModule } from '../../storage/storage.module.js';
import { CeremonyModule } from '../ceremony/ceremony.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { BoardController } from './board.controller.js';
import { BoardArchiveHandler, BoardHeadHandler, BoardSidecarHandler } from './board.query.js';
import { OpenBoards } from './open-boards.js';
import { Sealing } from './sealing.js';

/** The public board of a sealed ballot: its opening, its closing, and everything on it to read. */
@Module({
  imports: [StorageModule, VerificationModule, CeremonyModule],
  controllers: [BoardController],
  providers: [Sealing, OpenBoards, BoardHeadHandler, BoardArchiveHandler, BoardSidecarHandler],
  exports: [Sealing, OpenBoards],
})
export class BoardModule {}
