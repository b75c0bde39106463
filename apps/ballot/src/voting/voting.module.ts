import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { PresenceModule } from '../presence/presence.module.js';
import { BoardModule } from '../sealed/board/board.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { CloseVotingHandler } from './close-voting.command.js';
import { Closings } from './closings.js';
import { CorrectReturnedHandler } from './correct-returned.command.js';
import { OpenVotingHandler } from './open-voting.command.js';
import { Openings } from './openings.js';
import { VotingController } from './voting.controller.js';

/** The opening and the closing of the voting. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule, BoardModule],
  controllers: [VotingController],
  providers: [Openings, Closings, CorrectReturnedHandler, OpenVotingHandler, CloseVotingHandler],
  exports: [Openings, Closings],
})
export class VotingModule {}
