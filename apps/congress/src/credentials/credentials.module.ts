import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { FailuresOfNetworks } from './attempts/failures-of-networks.js';
import { KnownDevices } from './attempts/known-devices.js';
import { SignInAttempts } from './attempts/sign-in-attempts.js';
import { PasswordPolicy } from './passwords/password-policy.js';
import { Passwords } from './passwords/passwords.js';
import { SignInCodes } from './passwords/sign-in-codes.js';
import { AccessTokens } from './tokens/access-tokens.js';
import { RefreshTokens } from './tokens/refresh-tokens.js';

/** What people show who they are with: passwords, one-time codes, tokens; and how often it failed. */
@Module({
  imports: [StorageModule],
  providers: [AccessTokens, FailuresOfNetworks, KnownDevices, PasswordPolicy, Passwords, RefreshTokens, SignInAttempts, SignInCodes],
  exports: [AccessTokens, FailuresOfNetworks, KnownDevices, PasswordPolicy, Passwords, RefreshTokens, SignInAttempts, SignInCodes],
})
export class CredentialsModule {}
