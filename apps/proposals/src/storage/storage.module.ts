import { Module } from '@nestjs/common';
import { CallRepository } from './call.repository.js';
import { CommitmentRepository } from './commitment.repository.js';
import { Facts } from './facts.js';
import { ProposalRepository } from './proposal.repository.js';
import { RequestRepository } from './request.repository.js';
import { SupervisionRepository } from './supervision.repository.js';
import { RunningNumbers } from './running-numbers.js';

/** The tables of the service. */
@Module({
  providers: [CallRepository, CommitmentRepository, SupervisionRepository, ProposalRepository, RequestRepository, Facts, RunningNumbers],
  exports: [CallRepository, CommitmentRepository, SupervisionRepository, ProposalRepository, RequestRepository, Facts, RunningNumbers],
})
export class StorageModule {}
