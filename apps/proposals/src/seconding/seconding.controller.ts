import { Body, Controller, Delete, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { ProposalVersionAnswer } from '../filing/filing.responses.js';
import { CancelInvitation } from './cancel-invitation.command.js';
import { DeclineSeconding } from './decline-seconding.command.js';
import { InviteSeconders } from './invite-seconders.command.js';
import { SecondProposal } from './second-proposal.command.js';
import { InvitationsRequest } from './seconding.requests.js';

/** Seconders (附议人): invited or volunteers, each signing in person. */
@Controller('proposals/:id')
export class SecondingController {
  constructor(private readonly commands: CommandBus) {}

  @Post('invitations')
  @HttpCode(200)
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberIds }: InvitationsRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new InviteSeconders(actor, id, memberIds));
  }

  @Delete('invitations/:memberId')
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new CancelInvitation(actor, id, memberId));
  }

  /**
   * Signs the text that was read, in one's own name only: the request names nobody. Others may have signed since; where the text has
   * changed since, it is refused.
   */
  @Post('seconding')
  @HttpCode(200)
  second(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new SecondProposal(actor, id, version));
  }

  /** Declines an invitation, or takes one's signature back before submission. */
  @Delete('seconding')
  decline(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new DeclineSeconding(actor, id));
  }
}
