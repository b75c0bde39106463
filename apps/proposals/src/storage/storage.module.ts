import { Module } from '@nestjs/common';
import { CallRepository } from './call.repository.js';
import { CommitmentRepository } from './commitment.repository.js';
import { DocketNumbers } from './docket-numbers.js';
import { ProposalRepository } from './proposal.repository.js';

/** The tables of the service. */
@Module({
  providers: [CallRepository, CommitmentRepository, ProposalRepository, DocketNumbers],
  exports: [CallRepository, CommitmentRepository, ProposalRepository, DocketNumbers],
})
export class StorageModule {}
