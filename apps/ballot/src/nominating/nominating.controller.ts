import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { AnswerCandidateObjection } from './answer-candidate-objection.command.js';
import { CallPrimary } from './call-primary.command.js';
import { CloseNomination } from './close-nomination.command.js';
import { DeclineNomination } from './decline-nomination.command.js';
import { NominateCandidate } from './nominate-candidate.command.js';
import {
  AnswerCandidateObjectionRequest,
  CallPrimaryRequest,
  NominateRequest,
  ObjectRequest,
  nomineeOf,
  proposerOf,
} from './nominating.requests.js';
import { NominationAnswer } from './nominating.responses.js';
import { NominationPage } from './nomination-page.query.js';
import { ObjectToCandidate } from './object-to-candidate.command.js';
import { PostCandidates } from './post-candidates.command.js';

/** The finding of candidates under adopted rules (酝酿提名): names, the posted list, objections, a primary, the paper. */
@Controller('ballots/:id/nomination')
export class NominatingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  one(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NominationAnswer> {
    return this.queries.execute(new NominationPage(actor, id));
  }

  /** Puts somebody forward; a list already posted must be posted anew. */
  @Post('candidates')
  @HttpCode(200)
  nominate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: NominateRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new NominateCandidate(actor, id, nomineeOf(request), proposerOf(request.proposer)));
  }

  /** Somebody does not stand: said by them, or by an organiser who was told. */
  @Post('candidates/:candidateId/declination')
  @HttpCode(200)
  decline(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('candidateId') candidateId: string,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new DeclineNomination(actor, id, candidateId));
  }

  /** Posts the list for the notice period of the rules. */
  @Post('posting')
  @HttpCode(200)
  post(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new PostCandidates(actor, id, version));
  }

  /** Objects to somebody on the posted list; any member of the organisation may. */
  @Post('objections')
  @HttpCode(200)
  object(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { candidateId, grounds }: ObjectRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new ObjectToCandidate(actor, id, candidateId, grounds));
  }

  @Post('objections/:objectionId/answer')
  @HttpCode(200)
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('objectionId', ParseUUIDPipe) objectionId: string,
    @Body() { upheld, reason }: AnswerCandidateObjectionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new AnswerCandidateObjection(actor, id, objectionId, { upheld, reason }));
  }

  /** Calls the primary (预选), a ballot of its own; it answers where that one stands. */
  @Post('primary')
  primary(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { title, version }: CallPrimaryRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CallPrimary(actor, id, title, version, key));
  }

  /** Fixes the paper, once the period is over and every objection answered. */
  @Post('closing')
  @HttpCode(200)
  close(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CloseNomination(actor, id, version));
  }
}
