import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../../shapes/ballot.responses.js';
import { DeskRequest } from '../../shapes/desk.requests.js';
import { IssuedPapersAnswer } from './desk.responses.js';
import { IssuePaper } from './issue-paper.command.js';
import { IssuedPapers } from './issued-papers.query.js';
import { TakeBackCredential } from './take-back-credential.command.js';
import { TakeBackPaper } from './take-back-paper.command.js';

/** The desk at which papers are issued person by person, and papers on devices taken back. */
@Controller('ballots/:id')
export class DeskController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Hands out a paper; to a late arrival also while the voting is open, where the rules admit that. */
  @Post('issued-papers')
  @HttpCode(200)
  issue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId }: DeskRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new IssuePaper(actor, id, memberId));
  }

  @Get('issued-papers')
  issued(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<IssuedPapersAnswer> {
    return this.queries.execute(new IssuedPapers(actor, id));
  }

  /** Before the opening. To exchange a spoiled paper, issue one anew. */
  @Post('issued-papers/taken-back')
  @HttpCode(200)
  takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId }: DeskRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new TakeBackPaper(actor, id, memberId));
  }

  /** Before the opening: of a device that was lost or cleared, or of somebody who leaves. The next one is fetched by its holder. */
  @Post('credentials/taken-back')
  @HttpCode(200)
  takeBackCredential(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { memberId }: DeskRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new TakeBackCredential(actor, id, memberId));
  }
}
