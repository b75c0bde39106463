import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Authorities } from './authorities.js';
import { CommitmentChanges } from './commitment-changes.js';
import { ProposalChanges } from './proposal-changes.js';

/** Who somebody is to a proposal, and the way every change of one takes. */
@Module({
  imports: [StorageModule],
  providers: [CommitmentChanges, ProposalChanges, Authorities],
  exports: [CommitmentChanges, ProposalChanges, Authorities],
})
export class AccessModule {}
