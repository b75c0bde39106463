import { Module } from '@nestjs/common';
import { CallRepository } from './call.repository.js';
import { CommitmentRepository } from './commitment.repository.js';
import { DocketNumbers } from './docket-numbers.js';
import { Facts } from './facts.js';
import { ProposalRepository } from './proposal.repository.js';

/** The tables of the service. */
@Module({
  providers: [CallRepository, CommitmentRepository, ProposalRepository, DocketNumbers, Facts],
  exports: [CallRepository, CommitmentRepository, ProposalRepository, DocketNumbers, Facts],
})
export class StorageModule {}
