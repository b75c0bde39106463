import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Minutes, recordMeeting } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { KnownMembers } from '../access/known-members.js';
import { type HandlingVersion, ProposalChanges } from '../access/proposal-changes.js';

/** The committee records the meeting after the last round, with which the work ends. */
export class RecordMeeting extends Command<HandlingVersion> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
    readonly minutes: Minutes,
    readonly read: number,
  ) {
    super();
  }
}

@CommandHandler(RecordMeeting)
export class RecordMeetingHandler implements ICommandHandler<RecordMeeting> {
  constructor(
    private readonly changes: ProposalChanges,
    private readonly known: KnownMembers,
  ) {}

  execute({ actor, proposalId, handlingId, minutes, read }: RecordMeeting): Promise<HandlingVersion> {
    return this.changes.updateHandling({ proposalId, handlingId, actor, action: 'record-meeting', read }, async (matter, by, context) => {
      const change = recordMeeting(matter, by, minutes, context);
      await this.known.assertKnown(context.tx, actor.organisationId, minutes.present);
      return change;
    });
  }
}
