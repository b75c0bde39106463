import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { declare } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { CALENDAR } from '../nominating/calendars.js';
import { BallotRepository, type BallotReceipt } from '../storage/ballot.repository.js';

/** Declares the signed result before the meeting (宣布): from here everybody of the organisation reads it. */
export class DeclareResult extends Command<BallotReceipt> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
  ) {
    super();
  }
}

@CommandHandler(DeclareResult)
export class DeclareResultHandler implements ICommandHandler<DeclareResult> {
  constructor(private readonly ballots: BallotRepository) {}

  execute({ actor, ballotId }: DeclareResult): Promise<BallotReceipt> {
    return this.ballots.update({ actor, ballotId, action: 'declare-result' }, (ballot, by, { at }) => declare(ballot, by, CALENDAR, at));
  }
}
