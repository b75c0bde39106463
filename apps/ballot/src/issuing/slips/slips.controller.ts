import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../../shapes/ballot.responses.js';
import { OneSlipRequest, PrepareSlipsRequest, VoidSlipsRequest } from './slips.requests.js';
import { DeskRequest } from '../../shapes/desk.requests.js';
import { SlipsAnswer } from './slips.responses.js';
import { IssueSlip } from './issue-slip.command.js';
import { PrepareSlips } from './prepare-slips.command.js';
import { ReplaceSlip } from './replace-slip.command.js';
import { SlipsOfBallot } from './slips.query.js';
import { TakeBackSlip } from './take-back-slip.command.js';
import { VoidSlips } from './void-slips.command.js';

/** The codes desk: voting codes on printed slips, for those without a device. */
@Controller('ballots/:id/slips')
export class SlipsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  slips(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SlipsAnswer> {
    return this.queries.execute(new SlipsOfBallot(actor, id));
  }

  @Post()
  @HttpCode(200)
  prepare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { slips }: PrepareSlipsRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(
      new PrepareSlips(
        actor,
        id,
        slips.map(({ serial, publicCredential: credential }) => ({ serial, credential })),
      ),
    );
  }

  /** A member drew a slip; which one is not said. */
  @Post('drawn')
  @HttpCode(200)
  issue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId }: DeskRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new IssueSlip(actor, id, memberId));
  }

  /** A member lost the slip with this number, and draws another. */
  @Post('lost')
  @HttpCode(200)
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId, serial }: OneSlipRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new ReplaceSlip(actor, id, memberId, serial));
  }

  @Post('taken-back')
  @HttpCode(200)
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId, serial }: OneSlipRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new TakeBackSlip(actor, id, memberId, serial));
  }

  /** The slips that nobody drew, before the opening. */
  @Post('voided')
  @HttpCode(200)
  void(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { serials }: VoidSlipsRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new VoidSlips(actor, id, serials));
  }
}
