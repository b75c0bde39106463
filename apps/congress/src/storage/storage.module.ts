import { Module } from '@nestjs/common';
import { AccountRepository } from './account.repository.js';
import { MemberRepository } from './member.repository.js';
import { OfficeRepository } from './office.repository.js';
import { OrganisationRepository } from './organisation.repository.js';
import { SessionRepository } from './session.repository.js';

/** What several capabilities keep. */
@Module({
  providers: [AccountRepository, MemberRepository, OfficeRepository, OrganisationRepository, SessionRepository],
  exports: [AccountRepository, MemberRepository, OfficeRepository, OrganisationRepository, SessionRepository],
})
export class StorageModule {}
