import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { allowedOnCommitment, maySee, unitsToCommit } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { CommitmentRepository } from '../storage/commitment.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { commitmentAnswer, peopleIn } from './commitment-answer.js';
import { CommitmentNames } from './commitment-names.js';
import type { CommitmentsOfProposalAnswer } from './commitments.responses.js';

/** What was promised on a proposal, for whoever may read it. */
export class CommitmentsOfProposal extends Query<CommitmentsOfProposalAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@QueryHandler(CommitmentsOfProposal)
export class CommitmentsOfProposalHandler implements IQueryHandler<CommitmentsOfProposal> {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly commitments: CommitmentRepository,
    private readonly authorities: Authorities,
    private readonly names: CommitmentNames,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: CommitmentsOfProposal): Promise<CommitmentsOfProposalAnswer> {
    const { proposal, ...around } = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, proposal);
    if (!maySee({ proposal, handlings: around.handlings }, by)) throw AccessErrors.forbidden();
    const context = { ...around, at: this.clock.now() };
    const commitments = await this.commitments.ofProposal(this.database, proposalId);
    const names = await this.names.of(actor.organisationId, commitments.flatMap(peopleIn));
    return {
      items: commitments.map((one) =>
        commitmentAnswer(one, proposal, {
          names,
          today: context.calendar.dayOf(context.at),
          allowed: allowedOnCommitment(one, by, context),
        }),
      ),
      mayCommitFor: unitsToCommit(proposal, by, context).map((id) => ({ id, name: names.get(id) ?? null })),
    };
  }
}
