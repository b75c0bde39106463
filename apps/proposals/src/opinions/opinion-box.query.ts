import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';
import { BoxAuthorities } from '../access/box-authorities.js';
import { BoxRepository } from '../storage/opinions/box.repository.js';
import type { OpinionBoxAnswer } from './opinions.responses.js';

/** How the opinion box of the organisation is kept; for every member. */
export class OpinionBoxOf extends Query<OpinionBoxAnswer> {
  constructor(readonly actor: Actor) {
    super();
  }
}

@QueryHandler(OpinionBoxOf)
export class OpinionBoxHandler implements IQueryHandler<OpinionBoxOf> {
  constructor(
    private readonly database: Database,
    private readonly boxes: BoxRepository,
    private readonly authorities: BoxAuthorities,
  ) {}

  async execute({ actor }: OpinionBoxOf): Promise<OpinionBoxAnswer> {
    const { organisationId: _, ...box } = await this.boxes.of(this.database, actor.organisationId);
    const { reviews } = await this.authorities.of(this.database, actor);
    return { ...box, maySet: reviews };
  }
}
