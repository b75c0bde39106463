import { Module } from '@nestjs/common';
import { CallRepository } from './call.repository.js';
import { DocketNumbers } from './docket-numbers.js';
import { ProposalRepository } from './proposal.repository.js';

/** The tables of the service. */
@Module({
  providers: [CallRepository, ProposalRepository, DocketNumbers],
  exports: [CallRepository, ProposalRepository, DocketNumbers],
})
export class StorageModule {}
