import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { allowedOnCommitment, maySee } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { CommitmentRepository } from '../storage/commitment.repository.js';
import { commitmentAnswer, peopleIn } from './commitment-answer.js';
import { CommitmentNames } from './commitment-names.js';
import type { CommitmentAnswer } from './commitments.responses.js';

/** One promise with all that happened to it; for whoever may read the proposal, and the unit that owes it. */
export class CommitmentPage extends Query<CommitmentAnswer> {
  constructor(
    readonly actor: Actor,
    readonly commitmentId: string,
  ) {
    super();
  }
}

@QueryHandler(CommitmentPage)
export class CommitmentPageHandler implements IQueryHandler<CommitmentPage> {
  constructor(
    private readonly database: Database,
    private readonly commitments: CommitmentRepository,
    private readonly authorities: Authorities,
    private readonly names: CommitmentNames,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, commitmentId }: CommitmentPage): Promise<CommitmentAnswer> {
    const found = await this.commitments.find(this.database, commitmentId, actor.organisationId);
    const { commitment, proposal, calendar } = found;
    const by = await this.authorities.towards(this.database, actor, proposal);
    const ofUnit = [...by.handles, ...by.inCharge].includes(commitment.unitId);
    if (!ofUnit && !maySee(found, by)) throw AccessErrors.forbidden();
    const at = this.clock.now();
    return commitmentAnswer(commitment, proposal, {
      names: await this.names.of(actor.organisationId, peopleIn(commitment)),
      today: calendar.dayOf(at),
      allowed: allowedOnCommitment(commitment, by, { ...found, at }),
    });
  }
}
