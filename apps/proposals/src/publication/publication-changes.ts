import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import {
  assertPublicationCurrent,
  type Authority,
  maySee,
  type PolicyContext,
  type PublicationChange,
  type PublicationState,
  type PublishedMatter,
} from '@plenum/proposals-domain';
import type { Actor, ChangeRequest } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { PublicationRepository } from '../storage/parts/publication.repository.js';
import { aboutOf } from '../storage/proposal.publishing.js';
import { ProposalRepository } from '../storage/proposal.repository.js';

/** A change of whether a matter is published. */
export interface PublicationRequest extends ChangeRequest<Actor> {
  readonly proposalId: string;
}

/** Where it stands after a change. */
export interface PublicationVersion {
  readonly id: string;
  readonly state: PublicationState;
  readonly version: number;
}

/** How publications are changed, and by whom: one change of a proposal's at a time. */
@Injectable()
export class PublicationChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly proposals: ProposalRepository,
    private readonly publications: PublicationRepository,
    private readonly authorities: Authorities,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden`, `proposals.outdated`, and what the change refuses; nothing is written then */
  async update(
    request: PublicationRequest,
    change: (matter: PublishedMatter, by: Authority, context: PolicyContext) => PublicationChange,
  ): Promise<PublicationVersion> {
    const { proposalId, actor } = request;
    return this.database.transaction(async (tx) => {
      const found = await this.proposals.lock(tx, proposalId, actor.organisationId);
      const { proposal } = found;
      const publication = await this.publications.of(tx, proposal);
      const by = await this.authorities.towards(tx, actor, proposal);
      if (!maySee(found, by)) throw AccessErrors.forbidden();
      const made = change({ state: publication.state, matter: found, publication }, by, { ...found, at: this.clock.now() });
      assertPublicationCurrent(publication, request.read);
      await this.publications.write(tx, request, { proposal, about: aboutOf(proposal) }, publication, made);
      const { state, version } = made.publication;
      return { id: proposalId, state, version };
    });
  }
}
