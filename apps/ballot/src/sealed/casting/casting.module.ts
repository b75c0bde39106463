import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { PresenceModule } from '../../presence/presence.module.js';
import { StorageModule } from '../../storage/storage.module.js';
import { BoardModule } from '../board/board.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { BallotBoxes } from './ballot-boxes.js';
import { BoardLooks } from './board-looks.js';
import { CastPaperHandler } from './cast-paper.command.js';
import { CastingController } from './casting.controller.js';
import { CredentialsHandler } from './credentials.query.js';
import { RegisterCredentialHandler } from './register-credential.command.js';

/** Credentials registered, and sealed papers cast. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule, VerificationModule, BoardModule],
  controllers: [CastingController],
  providers: [BallotBoxes, BoardLooks, RegisterCredentialHandler, CastPaperHandler, CredentialsHandler],
})
export class CastingModule {}
