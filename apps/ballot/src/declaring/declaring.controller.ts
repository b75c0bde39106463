import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotReceiptAnswer } from '../reading/ballots.responses.js';
import { DeclareResult } from './declare-result.command.js';
import { SignTallyRequest } from './declaring.requests.js';
import { ResultAnswer } from './declaring.responses.js';
import { PrepareNextRound } from './prepare-next-round.command.js';
import { PublishResult } from './publish-result.command.js';
import { BallotResult } from './result.query.js';
import { SignTally } from './sign-tally.command.js';

/** What makes a count a result: the signatures of both chiefs, its declaration, its publication. */
@Controller('ballots/:id')
export class DeclaringController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('signatures')
  @HttpCode(200)
  sign(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() { digest }: SignTallyRequest): Promise<BallotReceiptAnswer> {
    return this.commands.execute(new SignTally(actor, id, digest ?? null));
  }

  /** The chief scrutineer has read all figures, the host declares: from here everybody of the organisation reads the result. */
  @Post('declaration')
  @HttpCode(200)
  declare(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BallotReceiptAnswer> {
    return this.commands.execute(new DeclareResult(actor, id));
  }

  @Post('publication')
  @HttpCode(200)
  publish(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BallotReceiptAnswer> {
    return this.commands.execute(new PublishResult(actor, id));
  }

  /** Creates the run-off or supplementary ballot that the outcome asks for. It is a ballot of its own, under the rules already adopted. */
  @Post('next-round')
  nextRound(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Headers('idempotency-key') key?: string): Promise<BallotReceiptAnswer> {
    return this.commands.execute(new PrepareNextRound(actor, id, key));
  }

  @Get('result')
  result(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ResultAnswer> {
    return this.queries.execute(new BallotResult(actor, id));
  }
}
