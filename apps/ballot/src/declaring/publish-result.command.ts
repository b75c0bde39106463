import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { publish } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Posts the result (公示) for the period that the rules give. */
export class PublishResult extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(PublishResult)
export class PublishResultHandler implements ICommandHandler<PublishResult> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly calendars: Calendars,
  ) {}

  execute({ actor, ballotId, read }: PublishResult): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'publish-result', read }, async (ballot, by, { at, tx }) =>
      publish(ballot, by, await this.calendars.calendarOf(tx, ballot.organisationId), at),
    );
  }
}
