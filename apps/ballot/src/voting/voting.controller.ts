import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { CloseVoting } from './close-voting.command.js';
import { CorrectReturned } from './correct-returned.command.js';
import { OpenVoting } from './open-voting.command.js';
import { CloseVotingRequest, CorrectReturnedRequest, OpenVotingRequest } from './voting.requests.js';

/** The voting itself: opened by an organiser, closed by an organiser or an officer. */
@Controller('ballots/:id')
export class VotingController {
  constructor(private readonly commands: CommandBus) {}

  @Post('opening')
  @HttpCode(200)
  open(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { issued, version }: OpenVotingRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new OpenVoting(actor, id, issued ?? null, version));
  }

  /** Closes the voting; said again with other figures it puts them right, until the sheets are entered. */
  @Post('closing')
  @HttpCode(200)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { voters, returned, version }: CloseVotingRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CloseVoting(actor, id, { voters: voters ?? null, returned: returned ?? null }, version));
  }

  /**
   * A chief corrects a figure of the paper that was mistyped, also after the count, until somebody has signed; it holds once the other
   * chief says the same.
   */
  @Post('corrections')
  @HttpCode(200)
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { voters, returned, reason, version }: CorrectReturnedRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CorrectReturned(actor, id, { found: { voters: voters ?? null, returned }, reason }, version));
  }
}
