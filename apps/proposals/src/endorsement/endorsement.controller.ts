import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { EndorseProposal } from './endorse-proposal.command.js';
import { EndorsementRequest } from './endorsement.requests.js';

/** What the head of a delegation does with the proposals of its delegates. */
@Controller('proposals')
export class EndorsementController {
  constructor(private readonly commands: CommandBus) {}

  /** Endorses it, which hands it to the committee, or returns it to its proposer with a reason. */
  @Post(':id/endorsement')
  @HttpCode(200)
  endorse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { outcome, reason, version }: EndorsementRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new EndorseProposal(actor, id, { outcome, reason: reason ?? null }, version));
  }
}
