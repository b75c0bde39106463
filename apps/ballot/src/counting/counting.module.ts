import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { DecryptionModule } from '../sealed/decryption/decryption.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { CountHandsHandler } from './count-hands.command.js';
import { CountVotesHandler } from './count-votes.command.js';
import { CountingController } from './counting.controller.js';
import { SheetDifferencesHandler } from './differences.query.js';
import { EnterSheetsHandler } from './enter-sheets.command.js';
import { SettleDifferenceHandler } from './settle-difference.command.js';
import { OwnSheetsHandler } from './sheets.query.js';

/** Hands told, sheets entered twice and compared, and the count itself. */
@Module({
  imports: [StorageModule, AccessModule, DecryptionModule],
  controllers: [CountingController],
  providers: [CountHandsHandler, EnterSheetsHandler, SettleDifferenceHandler, CountVotesHandler, OwnSheetsHandler, SheetDifferencesHandler],
})
export class CountingModule {}
