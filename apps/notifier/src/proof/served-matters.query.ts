import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Actor } from '@plenum/service-kit';
import { assertOrganiser, Organisers } from '../access/organisers.js';
import type { ProofsRequest } from './proof.requests.js';
import type { ServedMatterPageResponse } from './proof.responses.js';
import { ServedMatters } from './served-matters.repository.js';
import { toMatter } from './served-views.js';

/** What people of an organisation were told that its organisers may prove. */
export class ServedMattersTold extends Query<ServedMatterPageResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: ProofsRequest,
  ) {
    super();
  }
}

@QueryHandler(ServedMattersTold)
export class ServedMattersToldHandler implements IQueryHandler<ServedMattersTold> {
  constructor(
    private readonly organisers: Organisers,
    private readonly matters: ServedMatters,
  ) {}

  /** @throws `notifier.not-an-organiser` */
  async execute({ actor, request }: ServedMattersTold): Promise<ServedMatterPageResponse> {
    await assertOrganiser(this.organisers, actor);
    const { items, total } = await this.matters.page(actor.organisationId, request);
    return { items: items.map(toMatter), total, page: request.page, pageSize: request.pageSize };
  }
}
