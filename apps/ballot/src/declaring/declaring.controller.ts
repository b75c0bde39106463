import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, OnVersionRequest } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { AnnulBallot } from './annul-ballot.command.js';
import { ApproveResult } from './approve-result.command.js';
import { ArchiveResult } from './archive-result.command.js';
import { DeclareResult } from './declare-result.command.js';
import { AnnulBallotRequest, ApproveResultRequest, documentOf, RejectResultRequest, SignTallyRequest } from './declaring.requests.js';
import { ResultAnswer } from './declaring.responses.js';
import { PrepareNextRound } from './prepare-next-round.command.js';
import { PublishResult } from './publish-result.command.js';
import { RejectResult } from './reject-result.command.js';
import { BallotResult } from './result.query.js';
import { RunAgain } from './run-again.command.js';
import { SignTally } from './sign-tally.command.js';

/** What makes a count a result: the signatures of both chiefs, its declaration, its approval, its publication; and what unmakes it. */
@Controller('ballots/:id')
export class DeclaringController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('signatures')
  @HttpCode(200)
  sign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { digest }: SignTallyRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new SignTally(actor, id, digest));
  }

  /** The chief scrutineer has read all figures, the host declares: from here everybody of the organisation reads the result. */
  @Post('declaration')
  @HttpCode(200)
  declare(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new DeclareResult(actor, id, version));
  }

  /** Records that the higher body approved the result, where the rules ask it: from here it is effective. */
  @Post('approval')
  @HttpCode(200)
  approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: ApproveResultRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new ApproveResult(actor, id, documentOf(request), request.version));
  }

  /** Records that it did not. */
  @Post('rejection')
  @HttpCode(200)
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() request: RejectResultRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new RejectResult(actor, id, { ...documentOf(request), reason: request.reason }, request.version));
  }

  /** Posts the result for the period of the rules, in which anybody of the organisation may object. */
  @Post('publication')
  @HttpCode(200)
  publish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new PublishResult(actor, id, version));
  }

  /** Closes the file, once the posting is over and nothing is open. */
  @Post('archiving')
  @HttpCode(200)
  archive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { version }: OnVersionRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new ArchiveResult(actor, id, version));
  }

  /** Annuls the ballot after a proven violation, from its opening on. */
  @Post('annulment')
  @HttpCode(200)
  annul(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, version }: AnnulBallotRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new AnnulBallot(actor, id, reason, version));
  }

  /**
   * Creates the ballot that repeats one that was annulled, rejected or void. It is a ballot of its own, under the rules already adopted.
   */
  @Post('rerun')
  runAgain(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new RunAgain(actor, id, key));
  }

  /** Creates the run-off or supplementary ballot that the outcome asks for. It is a ballot of its own, under the rules already adopted. */
  @Post('next-round')
  nextRound(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('idempotency-key') key?: string,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new PrepareNextRound(actor, id, key));
  }

  @Get('result')
  result(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ResultAnswer> {
    return this.queries.execute(new BallotResult(actor, id));
  }
}
