import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../shapes/ballot.responses.js';
import { CountHands } from './count-hands.command.js';
import { CountVotes } from './count-votes.command.js';
import { CountHandsRequest, EnterSheetsRequest, SheetRequest } from './counting.requests.js';
import { DifferencesAnswer, EntryAnswer, SheetsAnswer } from './counting.responses.js';
import { SheetDifferences } from './differences.query.js';
import { EnterSheets } from './enter-sheets.command.js';
import { SettleDifference } from './settle-difference.command.js';
import { OwnSheets } from './sheets.query.js';

/** The count (计票): hands by an officer, papers by two tellers and a third, the outcome by the engine. */
@Controller('ballots/:id')
export class CountingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post('hands-count')
  @HttpCode(200)
  hands(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() figures: CountHandsRequest,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CountHands(actor, id, { ...figures }));
  }

  /** Adds sheets to the teller's own entry. Sent again it changes nothing. */
  @Put('sheets')
  enter(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { sheets }: EnterSheetsRequest,
  ): Promise<EntryAnswer> {
    return this.commands.execute(new EnterSheets(actor, id, sheets));
  }

  @Get('sheets')
  own(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SheetsAnswer> {
    return this.queries.execute(new OwnSheets(actor, id));
  }

  /** Where the two entries differ, once both are complete. */
  @Get('differences')
  differences(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DifferencesAnswer> {
    return this.queries.execute(new SheetDifferences(actor, id));
  }

  @Post('decisions')
  @HttpCode(200)
  settle(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() sheet: SheetRequest): Promise<BallotVersionAnswer> {
    return this.commands.execute(new SettleDifference(actor, id, { ...sheet }));
  }

  @Post('count')
  @HttpCode(200)
  count(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<BallotVersionAnswer> {
    return this.commands.execute(new CountVotes(actor, id));
  }
}
