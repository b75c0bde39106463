import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DecisionsModule } from '../decisions/decisions.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { BoardController } from './board.controller.js';
import { ProposalBoardHandler } from './proposal-board.query.js';
import { ProposalPageHandler } from './proposal-page.query.js';
import { RegisterHandler } from './register.query.js';

/** Proposals to read: the board, one of them, the register. */
@Module({
  imports: [StorageModule, AccessModule, DecisionsModule],
  controllers: [BoardController],
  providers: [ProposalBoardHandler, ProposalPageHandler, RegisterHandler],
})
export class BoardModule {}
