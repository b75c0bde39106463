import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { annulWithDependents, type HigherDocument, reject } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { Sealing } from '../sealed/board/sealing.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';

/** Records the document in which the higher body did not approve the result, with its reason. */
export class RejectResult extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly document: HigherDocument & { readonly reason: string },
    /** The version that was read. */
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RejectResult)
export class RejectResultHandler implements ICommandHandler<RejectResult> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly calendars: Calendars,
    private readonly sealing: Sealing,
  ) {}

  /** A result that never takes effect takes along what hangs on it. @throws what {@link reject} and {@link annulWithDependents} refuse */
  execute({ actor, ballotId, document, read }: RejectResult): Promise<BallotVersion> {
    return this.changes.updateWithFamily({ actor, ballotId, action: 'reject-result', read }, async (ballot, family, by, { at, tx }) => {
      const calendar = await this.calendars.calendarOf(tx, ballot.organisationId);
      const changes = [
        reject(ballot, by, document, calendar, at),
        ...annulWithDependents(ballot, family, by, document.reason, at),
      ] as const;
      await this.sealing.stopAll(
        tx,
        family.filter(({ id }) => changes.some((change) => change.ballot.id === id)),
      );
      return changes;
    });
  }
}
