import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor } from '@plenum/service-kit';
import { BallotVersionAnswer } from '../../shapes/ballot.responses.js';
import { AccountResetsOfBallot } from './account-resets.query.js';
import { ConfirmAccount } from './confirm-account.command.js';
import { AccountResetsAnswer } from './accounts.responses.js';

/** Accounts whose password was set by way of a code since the session was announced: whoever gives codes could vote for the absent. */
@Controller('ballots/:id/account-resets')
export class AccountResetsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Of those on the roll, to whoever organises, watches and counts the vote. */
  @Get()
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AccountResetsAnswer> {
    return this.queries.execute(new AccountResetsOfBallot(actor, id));
  }

  /** An officer who gave no code and organises nothing has seen the person: the account may receive a sealed paper. */
  @Post(':memberId/confirmation')
  @HttpCode(200)
  confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('memberId', ParseUUIDPipe) memberId: string,
  ): Promise<BallotVersionAnswer> {
    return this.commands.execute(new ConfirmAccount(actor, id, memberId));
  }
}
