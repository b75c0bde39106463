import { Module } from '@nestjs/common';
import { Candidacies } from './candidacies.js';
import { Voters } from './voters.js';

/** Whom a ballot may name, and who may vote on it. */
@Module({
  providers: [Voters, Candidacies],
  exports: [Voters, Candidacies],
})
export class EligibilityModule {}
