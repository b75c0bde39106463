import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AccountController } from './account.controller.js';
import { ChangeOwnMobileHandler } from './change-own-mobile.command.js';
import { ChangePasswordHandler } from './change-password.command.js';
import { ConfirmActHandler } from './confirm-act.command.js';
import { OwnPassword } from './own-password.js';
import { OwnDevicesHandler } from './devices.query.js';
import { MeController } from './me.controller.js';
import { MeHandler } from './me.query.js';
import { SignOutDevicesHandler } from './sign-out-devices.command.js';

/** One's own account: who one is, the password, the devices. */
@Module({
  imports: [StorageModule, CredentialsModule],
  controllers: [MeController, AccountController],
  providers: [
    OwnPassword,
    MeHandler,
    OwnDevicesHandler,
    ChangePasswordHandler,
    ChangeOwnMobileHandler,
    ConfirmActHandler,
    SignOutDevicesHandler,
  ],
})
export class AccountsModule {}
