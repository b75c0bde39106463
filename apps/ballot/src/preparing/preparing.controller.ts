import { Body, Controller, Delete, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionQuery, OnVersionRequest } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { AdoptRules } from './adopt-rules.command.js';
import { CallOffBallot } from './call-off-ballot.command.js';
import { DeleteDraft } from './delete-draft.command.js';
import { DraftBallot } from './draft-ballot.command.js';
import { FreezeRoll } from './freeze-roll.command.js';
import { NameOfficers } from './name-officers.command.js';
import {
  CallOffBallotRequest,
  DraftBallotRequest,
  NameOfficersRequest,
  ReviseBallotRequest,
  choicesOf,
  revisionOf,
  scaleOf,
} from './preparing.requests.js';
import { rulesOf } from '../shapes/rules.requests.js';
import { ReviseBallot } from './revise-ballot.command.js';

/** Everything before the voting: rules, candidates, roll, officers. All of it is the organisers'. */
@Controller('ballots')
export class PreparingController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  draft(
    @CurrentActor() actor: Actor,
    @Body() request: DraftBallotRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<BallotVersionAnswer> {
    const { sessionId, title, channel, electorate = 'delegates', round = 'first', preset = null } = request;
    const parts = { ...rulesOf(request), choices: choicesOf(request), scale: scaleOf(request) };
    return this.commands.execute(new DraftBallot(actor, { sessionId, title, channel, electorate, round, preset, ...parts }, key));
  }

  /** Title and rules while they are a draft; candidates until the voting opens. */
  @Patch(':id')
  revise(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...revision }: ReviseBallotRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new ReviseBallot(actor, id, revisionOf(revision), version));
  }

  /** Throws a draft away: nobody but the organisers has heard of it. */
  @Delete(':id')
  @HttpCode(204)
  delete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Query() { version }: OnVersionQuery): Promise<void> {
    return this.commands.execute(new DeleteDraft(actor, id, version));
  }

  /** Calls off what was announced and is not open yet, with the reason: the delegates are told. */
  @Post(':id/calling-off')
  @HttpCode(200)
  callOff(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: CallOffBallotRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CallOffBallot(actor, id, reason, version));
  }

  /** Freezes the rules as the plenary adopted them. */
  @Post(':id/adoption')
  @HttpCode(200)
  adopt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new AdoptRules(actor, id, version));
  }

  /** Fixes should-attend: the session's full delegates, or all active staff where these are asked. */
  @Post(':id/roll')
  @HttpCode(200)
  freeze(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new FreezeRoll(actor, id, version));
  }

  /** Names the scrutineers and tellers, in place of those named before. */
  @Post(':id/officers')
  @HttpCode(200)
  name(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version, ...named }: NameOfficersRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new NameOfficers(actor, id, named, version));
  }
}
