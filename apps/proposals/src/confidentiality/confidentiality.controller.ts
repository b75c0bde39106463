import { Body, Controller, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { ProposalVersionAnswer } from '../shapes/proposal.responses.js';
import { ConfidentialityRequest } from './confidentiality.requests.js';
import { SetConfidentiality } from './set-confidentiality.command.js';

/** Proposals that are kept from everybody without need. */
@Controller('proposals/:id/confidentiality')
export class ConfidentialityController {
  constructor(private readonly commands: CommandBus) {}

  /** By its proposer, or by the committee with a reason. */
  @Put()
  set(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { isConfidential, reason = null, version }: ConfidentialityRequest,
  ): Promise<ProposalVersionAnswer> {
    return this.commands.execute(new SetConfidentiality(actor, id, { isConfidential, reason }, version));
  }
}
