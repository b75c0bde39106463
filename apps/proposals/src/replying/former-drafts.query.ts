import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Directory } from '@plenum/directory';
import { inMatter, maySeeFormerDraft } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import type { PersonAnswer } from '../shapes/named.responses.js';
import { ReplyDraftRepository } from '../storage/parts/reply-draft.repository.js';
import { ProposalRepository } from '../storage/proposal.repository.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { draftAnswer } from './reply-desk.query.js';
import type { FormerDraftsAnswer } from './replying.responses.js';

/** What units drafted that led the work before, for those units and the committee. */
export class FormerDraftsOf extends Query<FormerDraftsAnswer> {
  constructor(
    readonly actor: Actor,
    readonly proposalId: string,
    readonly handlingId: string,
  ) {
    super();
  }
}

@QueryHandler(FormerDraftsOf)
export class FormerDraftsHandler implements IQueryHandler<FormerDraftsOf> {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalRepository,
    private readonly authorities: Authorities,
    private readonly drafts: ReplyDraftRepository,
    private readonly directory: Directory,
  ) {}

  /** @throws `proposals.not-found`, `proposals.forbidden` */
  async execute({ actor, proposalId, handlingId }: FormerDraftsOf): Promise<FormerDraftsAnswer> {
    const { proposal, handlings } = await this.proposals.find(this.database, proposalId, actor.organisationId);
    const by = await this.authorities.towards(this.database, actor, proposal);
    const handling = handlings.find(({ id }) => id === handlingId);
    if (!handling) throw StorageErrors.notFound('handling', handlingId);
    const matter = inMatter(proposal, handling);
    const all = await this.drafts.former(this.database, handling);
    const drafts = all.filter(({ unitId }) => maySeeFormerDraft(matter, unitId, by));
    if (drafts.length === 0 && !maySeeFormerDraft(matter, '', by)) throw AccessErrors.forbidden();
    const members = await this.directory.membersByIds(this.database, [...new Set(drafts.map((one) => one.by))]);
    const units = drafts.length > 0 ? await this.directory.units(this.database, actor.organisationId) : [];
    const names = new Map([...members, ...units].map(({ id, name }) => [id, name]));
    const named = (id: string): PersonAnswer => ({ id, name: names.get(id) ?? null });
    return { items: drafts.map(({ unitId, ...draft }) => ({ ...draftAnswer(draft, named), unit: named(unitId) })) };
  }
}
