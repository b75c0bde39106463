import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { approve, type HigherDocument } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Records the document (批复) in which the higher body approved the result. */
export class ApproveResult extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly document: HigherDocument,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(ApproveResult)
export class ApproveResultHandler implements ICommandHandler<ApproveResult> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly calendars: Calendars,
  ) {}

  execute({ actor, ballotId, document, read }: ApproveResult): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'approve-result', read }, async (ballot, by, { at, tx }) =>
      approve(ballot, by, document, await this.calendars.calendarOf(tx, ballot.organisationId), at),
    );
  }
}
