import { Module } from '@nestjs/common';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { CodeMail } from './code-mail.js';
import { DeviceCookie } from './device-cookie.js';
import { FirstSignInHandler } from './first-sign-in.command.js';
import { NameOfSignedInHandler } from './name-of-signed-in.query.js';
import { RefreshCookie } from './refresh-cookie.js';
import { RefreshController } from './refresh.controller.js';
import { SendSignInCodeHandler } from './send-sign-in-code.command.js';
import { SignInSubjects } from './sign-in-subjects.js';
import { SignInHandler } from './sign-in.command.js';
import { SignInController } from './sign-in.controller.js';

/** Signing in, staying signed in, and a forgotten password. */
@Module({
  imports: [StorageModule, CredentialsModule],
  controllers: [SignInController, RefreshController],
  providers: [
    CodeMail,
    DeviceCookie,
    RefreshCookie,
    SignInSubjects,
    SignInHandler,
    FirstSignInHandler,
    SendSignInCodeHandler,
    NameOfSignedInHandler,
  ],
})
export class SignInModule {}
