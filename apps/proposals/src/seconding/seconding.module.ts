import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { CancelInvitationHandler } from './cancel-invitation.command.js';
import { DeclineSecondingHandler } from './decline-seconding.command.js';
import { InviteSecondersHandler } from './invite-seconders.command.js';
import { SecondProposalHandler } from './second-proposal.command.js';
import { SecondingController } from './seconding.controller.js';

/** Who is invited to second a proposal, and what they answer. */
@Module({
  imports: [AccessModule],
  controllers: [SecondingController],
  providers: [InviteSecondersHandler, CancelInvitationHandler, SecondProposalHandler, DeclineSecondingHandler],
})
export class SecondingModule {}
