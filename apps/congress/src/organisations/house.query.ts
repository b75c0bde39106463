import { Injectable } from '@nestjs/common';
import { OrganisationRepository } from '../storage/organisation.repository.js';
import type { HouseResponse } from './organisations.responses.js';

/** What whoever stands at the entrance is told: whether the house was founded, and whose it is where it has one organisation only. */
@Injectable()
export class HouseQuery {
  constructor(private readonly organisations: OrganisationRepository) {}

  async show(): Promise<HouseResponse> {
    const [first, ...others] = await this.organisations.firstTwo();
    return { founded: first !== undefined, organisation: first && others.length === 0 ? { name: first.name } : null };
  }
}
