import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { declare } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Declares the signed result before the meeting (宣布): from here everybody of the organisation reads it. */
export class DeclareResult extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(DeclareResult)
export class DeclareResultHandler implements ICommandHandler<DeclareResult> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly calendars: Calendars,
  ) {}

  execute({ actor, ballotId, read }: DeclareResult): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'declare-result', read }, async (ballot, by, { at, tx }) =>
      declare(ballot, by, await this.calendars.calendarOf(tx, ballot.organisationId), at),
    );
  }
}
