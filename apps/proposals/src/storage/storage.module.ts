import { Module } from '@nestjs/common';
import { CallRepository } from './call.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { RunningNumbers } from './running-numbers.js';

/** The tables of the service. */
@Module({
  providers: [CallRepository, ProposalRepository, RunningNumbers],
  exports: [CallRepository, ProposalRepository, RunningNumbers],
})
export class StorageModule {}
