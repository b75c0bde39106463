import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { type Change, type PolicyContext, type ProposalMatter, publishAtClosing } from '@plenum/proposals-domain';
import type { Actor, ChangeRequest } from '@plenum/service-kit';
import { PublicationRepository } from '../storage/parts/publication.repository.js';
import { aboutOf } from '../storage/proposal.publishing.js';

/** What closing a matter brings about by the rules of its call: it is published, or its proposer is asked, in the same transaction. */
@Injectable()
export class ClosingPublication {
  constructor(private readonly publications: PublicationRepository) {}

  /** After this change, which left the matter so. Whoever made it has locked the proposal. */
  async after(
    tx: Transaction,
    request: ChangeRequest<Actor>,
    matter: ProposalMatter,
    { events }: Pick<Change, 'events'>,
    context: PolicyContext,
  ): Promise<void> {
    if (!events.some(({ type }) => type === 'ProposalClosed')) return;
    const { proposal, handlings } = matter;
    const publication = await this.publications.of(tx, proposal);
    const made = publishAtClosing({ state: publication.state, matter, publication }, { ...context, handlings });
    if (made === null) return;
    const requested = { ...request, action: 'publish-at-closing' };
    await this.publications.write(tx, requested, { proposal, about: aboutOf(proposal) }, publication, made);
  }
}
