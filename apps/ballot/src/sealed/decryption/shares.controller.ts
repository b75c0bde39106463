import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../../shapes/ballot.responses.js';
import { AddShare } from './add-share.command.js';
import { AddShareRequest } from './shares.requests.js';

/** The scrutineers' shares, by which the sum of a sealed ballot is opened. */
@Controller('ballots/:id')
export class SharesController {
  constructor(private readonly commands: CommandBus) {}

  @Post('shares')
  @HttpCode(200)
  share(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { share }: AddShareRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new AddShare(actor, id, share));
  }
}
