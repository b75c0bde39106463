import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { allowedOnPublication, maySee } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { PublicationRepository } from '../storage/parts/publication.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import type { PublicationAnswer } from './publication.responses.js';

/** Whether a matter is published, and what the reader may do about it. */
export class PublicationOfProposal extends Query<PublicationAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
  ) {
    super();
  }
}

@QueryHandler(PublicationOfProposal)
export class PublicationOfProposalHandler implements IQueryHandler<PublicationOfProposal> {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly publications: PublicationRepository,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId }: PublicationOfProposal): Promise<PublicationAnswer> {
    const found = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, found.proposal);
    if (!maySee(found, by)) throw AccessErrors.forbidden();
    const publication = await this.publications.of(this.database, found.proposal);
    const { state, withheld, reason, publishedAt, version } = publication;
    const context = { ...found, at: this.clock.now() };
    return {
      state,
      withheld: [...withheld],
      reason,
      publishedAt: publishedAt?.toISOString() ?? null,
      rule: found.call.settings.publishReplies,
      version,
      allowedActions: [...allowedOnPublication({ state, matter: found, publication }, by, context)],
    };
  }
}
