import { randomUUID } from 'node:crypto';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { BallotErrors, objectTo } from '@plenum/ballot-domain';
import type { Actor } from '@plenum/service-kit';
import { Calendars } from '../access/calendars.js';
import { Candidacies } from '../eligibility/candidacies.js';
import { BallotChanges, type BallotVersion } from '../access/ballot-changes.js';
import { CandidateObjectionsRepository } from '../storage/candidate-objections.repository.js';

/** A member of the organisation objects to somebody on the posted list. */
export class ObjectToCandidate extends Command<BallotVersion> {
  constructor(
    readonly actor: Actor,
    readonly ballotId: string,
    readonly candidateId: string,
    readonly grounds: string,
  ) {
    super();
  }
}

@CommandHandler(ObjectToCandidate)
export class ObjectToCandidateHandler implements ICommandHandler<ObjectToCandidate> {
  constructor(
    private readonly changes: BallotChanges,
    private readonly objections: CandidateObjectionsRepository,
    private readonly candidacies: Candidacies,
    private readonly calendars: Calendars,
  ) {}

  /** @throws `ballot.not-a-member` for who has left, and what {@link objectTo} refuses */
  execute({ actor, ballotId, candidateId, grounds }: ObjectToCandidate): Promise<BallotVersion> {
    return this.changes.update({ actor, ballotId, action: 'object-to-candidate' }, async (ballot, by, { at, tx }) => {
      const active = await this.candidacies.activeAmong(tx, actor.organisationId, [actor.memberId]);
      if (!active.has(actor.memberId)) throw BallotErrors.notAMember();
      const { change, objection } = objectTo(
        ballot,
        by,
        { id: randomUUID(), nomineeId: candidateId, grounds },
        await this.objections.objectionsTo(tx, ballotId),
        await this.calendars.calendarOf(tx, ballot.organisationId),
        at,
      );
      await this.objections.add(tx, ballotId, objection);
      return change;
    });
  }
}
