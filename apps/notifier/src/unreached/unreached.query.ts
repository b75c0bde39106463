import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { DomainError } from '@plenum/kernel';
import { type Actor, offsetOf } from '@plenum/service-kit';
import { Organisers } from '../access/organisers.js';
import { UnreachedPeople } from './unreached.repository.js';
import type { UnreachedRequest } from './unreached.requests.js';
import type { UnreachedPageResponse } from './unreached.responses.js';

/** Whom no mail reached, and who has not read the notice either: for the organisers, who can still tell them. */
export class Unreached extends Query<UnreachedPageResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: UnreachedRequest,
  ) {
    super();
  }
}

@QueryHandler(Unreached)
export class UnreachedHandler implements IQueryHandler<Unreached> {
  constructor(
    private readonly organisers: Organisers,
    private readonly people: UnreachedPeople,
  ) {}

  /** @throws DomainError `notifier.forbidden` for whoever organises nothing here */
  async execute({ actor, request }: Unreached): Promise<UnreachedPageResponse> {
    if (!(await this.organisers.include(actor))) throw new DomainError('notifier.forbidden', 'forbidden');
    const { page, pageSize } = request;
    const { items, total } = await this.people.page(actor.organisationId, request, pageSize, offsetOf(request));
    return { items: items.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })), total, page, pageSize };
  }
}
