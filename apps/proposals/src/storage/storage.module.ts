import { Module } from '@nestjs/common';
import { CallRepository } from './call.repository.js';
import { DocketNumbers } from './docket-numbers.js';
import { Facts } from './facts.js';
import { ProposalRepository } from './proposal.repository.js';
import { RequestRepository } from './requests/request.repository.js';

/** The tables of the service. */
@Module({
  providers: [CallRepository, ProposalRepository, RequestRepository, DocketNumbers, Facts],
  exports: [CallRepository, ProposalRepository, RequestRepository, DocketNumbers, Facts],
})
export class StorageModule {}
