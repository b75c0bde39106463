import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { PresenceModule } from '../../presence/presence.module.js';
import { VerificationModule } from '../../sealed/verification/verification.module.js';
import { StorageModule } from '../../storage/storage.module.js';
import { IssueSlipHandler } from './issue-slip.command.js';
import { PrepareSlipsHandler } from './prepare-slips.command.js';
import { ReplaceSlipHandler } from './replace-slip.command.js';
import { SlipsController } from './slips.controller.js';
import { SlipsOfBallotHandler } from './slips.query.js';
import { TakeBackSlipHandler } from './take-back-slip.command.js';
import { VoidSlipsHandler } from './void-slips.command.js';

/** Slips with voting codes for those without a device. */
@Module({
  imports: [StorageModule, AccessModule, PresenceModule, VerificationModule],
  controllers: [SlipsController],
  providers: [PrepareSlipsHandler, IssueSlipHandler, ReplaceSlipHandler, TakeBackSlipHandler, VoidSlipsHandler, SlipsOfBallotHandler],
})
export class SlipsModule {}
