import { Module } from '@nestjs/common';
import { CallRepository } from './call.repository.js';
import { DocketNumbers } from './docket-numbers.js';
import { Facts } from './facts.js';
import { ProposalRepository } from './proposal.repository.js';

/** The tables of the service. */
@Module({
  providers: [CallRepository, ProposalRepository, DocketNumbers, Facts],
  exports: [CallRepository, ProposalRepository, DocketNumbers, Facts],
})
export class StorageModule {}
