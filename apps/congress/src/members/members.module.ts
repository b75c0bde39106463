import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CredentialsModule } from '../credentials/credentials.module.js';
import { StorageModule } from '../storage/storage.module.js';
import { AmendMemberHandler } from './amend-member.command.js';
import { IssueSignInCodesHandler } from './issue-sign-in-codes.command.js';
import { MembersController } from './members.controller.js';
import { MemberListHandler } from './members.query.js';
import { OneMemberHandler } from './one-member.query.js';
import { RegisterMemberHandler } from './register-member.command.js';
import { ShownMembers } from './shown-members.js';
import { UnlockSignInHandler } from './unlock-sign-in.command.js';

/** The people of an organisation. */
@Module({
  imports: [StorageModule, AccessModule, CredentialsModule],
  controllers: [MembersController],
  providers: [
    ShownMembers,
    RegisterMemberHandler,
    AmendMemberHandler,
    IssueSignInCodesHandler,
    UnlockSignInHandler,
    MemberListHandler,
    OneMemberHandler,
  ],
})
export class MembersModule {}
