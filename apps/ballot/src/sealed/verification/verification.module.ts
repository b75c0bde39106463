import { Module } from '@nestjs/common';
import { ForeignVerifier } from './foreign-verifier.js';
import { Verification } from './verification.js';

/** The checks of sealed papers and of whole archives: by threads of ours, and by a program of others. */
@Module({
  providers: [Verification, ForeignVerifier],
  exports: [Verification, ForeignVerifier],
})
export class VerificationModule {}
