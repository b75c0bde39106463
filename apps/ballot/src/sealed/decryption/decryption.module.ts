import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { StorageModule } from '../../storage/storage.module.js';
import { VerificationModule } from '../verification/verification.module.js';
import { AddShareHandler } from './add-share.command.js';
import { OpenedSums } from './opened-sums.js';
import { SharesController } from './shares.controller.js';

/** The sums of a sealed ballot, opened by the shares of its scrutineers. */
@Module({
  imports: [StorageModule, AccessModule, VerificationModule],
  controllers: [SharesController],
  providers: [OpenedSums, AddShareHandler],
  exports: [OpenedSums],
})
export class DecryptionModule {}
