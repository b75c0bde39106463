import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import type { Actor, PageRequest } from '@plenum/service-kit';
import { paged } from '../storage/paged.js';
import type { UnitListResponse, UnitResponse } from './organisations.responses.js';

/** The departments of the actor's organisation, by code. */
@Injectable()
export class UnitsQuery {
  constructor(private readonly database: Database) {}

  page({ organisationId }: Actor, page: PageRequest): Promise<UnitListResponse> {
    return paged<UnitResponse>(
      this.database,
      'SELECT id, code, name, version FROM units WHERE organisation_id = $1 ORDER BY code',
      [organisationId],
      page,
    );
  }
}
