import { Module } from '@nestjs/common';
import { AccessModule } from '../../access/access.module.js';
import { StorageModule } from '../../storage/storage.module.js';
import { AccountResetsController } from './account-resets.controller.js';
import { AccountResetsOfBallotHandler } from './account-resets.query.js';
import { KeepAccountReset, KeepSessionAnnouncement } from './account-resets.reactions.js';
import { ConfirmAccountHandler } from './confirm-account.command.js';
import { DeskSignInsController } from './desk-sign-ins.controller.js';
import { DeskSignInsOfBallotHandler } from './desk-sign-ins.query.js';
import { KeepDeskSignIn } from './desk-sign-ins.reaction.js';

/** What the service hears of accounts and of sign-ins. */
export const ACCOUNT_REACTIONS = [KeepAccountReset, KeepSessionAnnouncement, KeepDeskSignIn];

/** Accounts that were reset, and sign-ins made by another hand: what officers look at before they issue. */
@Module({
  imports: [StorageModule, AccessModule],
  controllers: [AccountResetsController, DeskSignInsController],
  providers: [...ACCOUNT_REACTIONS, ConfirmAccountHandler, AccountResetsOfBallotHandler, DeskSignInsOfBallotHandler],
})
export class AccountsModule {}
