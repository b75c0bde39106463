import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Authorities } from './authorities.js';
import { ProposalChanges } from './proposal-changes.js';
import { RequestChanges } from './request-changes.js';

/** Who somebody is to a proposal, and the way every change of one, or of a request on one, takes. */
@Module({
  imports: [StorageModule],
  providers: [ProposalChanges, RequestChanges, Authorities],
  exports: [ProposalChanges, RequestChanges, Authorities],
})
export class AccessModule {}
