import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { ConfirmName } from './confirm-name.command.js';
import { DoubtfulSheets } from './doubts.query.js';
import { MatchName } from './match-name.command.js';
import { NameRequest, RulingRequest } from './paper-desk.requests.js';
import { DoubtsAnswer, WrittenNamesAnswer } from './paper-desk.responses.js';
import { RuleOnDoubt } from './rule-on-doubt.command.js';
import { NamesOnPapers } from './written-names.query.js';

/** Between reading the papers and counting them: doubtful sheets for the scrutineers, names written in for two officers. */
@Controller('ballots/:id')
export class PaperDeskController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** What the readers left to the scrutineers, once both entries are complete. */
  @Get('doubts')
  doubts(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DoubtsAnswer> {
    return this.queries.execute(new DoubtfulSheets(actor, id));
  }

  /** A scrutineer decides a doubtful sheet; it stands once two decide alike, or at once where there is one scrutineer only. */
  @Post('rulings')
  @HttpCode(200)
  rule(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() ruling: RulingRequest): Promise<BallotVersionAnswer> {
    return this.commands.execute(new RuleOnDoubt(actor, id, { ...ruling }));
  }

  /** The names on the papers, once these are settled, and whom they mean so far. */
  @Get('written-names')
  names(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<WrittenNamesAnswer> {
    return this.queries.execute(new NamesOnPapers(actor, id));
  }

  /** An officer says whom a name means, in place of what was said before. */
  @Post('name-matches')
  @HttpCode(200)
  match(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() name: NameRequest): Promise<BallotVersionAnswer> {
    return this.commands.execute(new MatchName(actor, id, name));
  }

  /** Another officer confirms it, saying the same. */
  @Post('name-confirmations')
  @HttpCode(200)
  confirm(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() name: NameRequest): Promise<BallotVersionAnswer> {
    return this.commands.execute(new ConfirmName(actor, id, name));
  }
}
