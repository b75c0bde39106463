import { Module } from '@nestjs/common';
import { StorageModule } from '../storage/storage.module.js';
import { Authorities } from './authorities.js';
import { ClosingPublication } from './closing-publication.js';
import { BoxAuthorities } from './box-authorities.js';
import { CommitmentChanges } from './commitment-changes.js';
import { KnownMembers } from './known-members.js';
import { OpinionChanges } from './opinion-changes.js';
import { ProposalChanges } from './proposal-changes.js';
import { Readings } from './readings.js';
import { RequestChanges } from './request-changes.js';

/** Who somebody is to a proposal or the opinion box, and the way every change of one, or of a request on one, takes. */
@Module({
  imports: [StorageModule],
  providers: [
    ClosingPublication,
    CommitmentChanges,
    OpinionChanges,
    ProposalChanges,
    RequestChanges,
    Authorities,
    BoxAuthorities,
    KnownMembers,
    Readings,
  ],
  exports: [CommitmentChanges, OpinionChanges, ProposalChanges, RequestChanges, Authorities, BoxAuthorities, KnownMembers, Readings],
})
export class AccessModule {}
