import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { BeginLots } from './begin-lots.command.js';
import { CommitLot } from './commit-lot.command.js';
import { DecideVacancy } from './decide-vacancy.command.js';
import { CommitLotRequest, DecideVacancyRequest, RevealLotRequest, SecondStageRequest, VoidLotsRequest } from './open-seats.requests.js';
import { rulesOf } from '../shapes/rules.requests.js';
import { PrepareSecondStage } from './prepare-second-stage.command.js';
import { RevealLot } from './reveal-lot.command.js';
import { VoidLots } from './void-lots.command.js';

/** What follows from an outcome: lots for the last seat, decisions about seats that nobody got, officers from the elected. */
@Controller('ballots/:id')
export class OpenSeatsController {
  constructor(private readonly commands: CommandBus) {}

  /** Begins to draw lots; after a drawing that came to nothing, anew. */
  @Post('lots')
  @HttpCode(200)
  begin(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BallotVersionAnswer> {
    return this.commands.execute(new BeginLots(actor, id));
  }

  @Post('lots/commitments')
  @HttpCode(200)
  commit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { commitment }: CommitLotRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CommitLot(actor, id, commitment));
  }

  /** Once both chiefs have committed; with the last one the lots are drawn. */
  @Post('lots/contributions')
  @HttpCode(200)
  reveal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { contribution }: RevealLotRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new RevealLot(actor, id, contribution));
  }

  @Post('lots/voiding')
  @HttpCode(200)
  void(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: VoidLotsRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new VoidLots(actor, id, reason, version));
  }

  /** Records a decision about seats that the count left open. */
  @Post('vacancies')
  @HttpCode(200)
  decide(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: DecideVacancyRequest,
  ): Promise<BallotVersionAnswer> {
    const { what, seats = null, text, candidates = [], version } = request;
    const named = candidates.map(({ id: choiceId, label, memberId }) => ({ id: choiceId, label, memberId: memberId ?? null }));
    return this.commands.execute(new DecideVacancy(actor, id, { what, seats, text, candidates: named }, version));
  }

  /** Creates the election of officers from among the elected. It is a ballot of its own, whose rules are still to be adopted. */
  @Post('second-stage')
  secondStage(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: SecondStageRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<BallotVersionAnswer> {
    const { title, channel, electorate, preset = null, candidates = null, identities = [] } = request;
    const { rules } = rulesOf({ ...request, kind: 'election' });
    return this.commands.execute(
      new PrepareSecondStage(
        actor,
        id,
        { title, channel, electorate, preset, rules, candidates, identities: new Map(identities.map((each) => [each.id, each.memberId])) },
        key,
      ),
    );
  }
}
