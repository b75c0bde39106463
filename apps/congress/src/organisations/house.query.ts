import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { OrganisationRepository } from '../storage/organisation.repository.js';
import type { HouseResponse } from './organisations.responses.js';

/** What whoever stands at the entrance is told: whether the house was founded, and whose it is where it has one organisation only. */
export class House extends Query<HouseResponse> {}

@QueryHandler(House)
export class HouseHandler implements IQueryHandler<House> {
  constructor(private readonly organisations: OrganisationRepository) {}

  async execute(): Promise<HouseResponse> {
    const [first, ...others] = await this.organisations.firstTwo();
    return { founded: first !== undefined, organisation: first && others.length === 0 ? { name: first.name } : null };
  }
}
