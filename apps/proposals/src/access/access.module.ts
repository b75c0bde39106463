import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Authorities } from './authorities.js';
import { CommitmentChanges } from './commitment-changes.js';
import { KnownMembers } from './known-members.js';
import { ProposalChanges } from './proposal-changes.js';
import { Readings } from './readings.js';

/** Who somebody is to a proposal, and the way every change of one takes. */
@Module({
  imports: [StorageModule],
  providers: [CommitmentChanges, ProposalChanges, Authorities, KnownMembers, Readings],
  exports: [CommitmentChanges, ProposalChanges, Authorities, KnownMembers, Readings],
})
export class AccessModule {}
