import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor, PageRequest } from '@plenum/service-kit';
import { paged } from '../storage/paged.js';
import type { UnitListResponse, UnitResponse } from './organisations.responses.js';

/** The departments of the actor's organisation, by code. */
export class UnitList extends Query<UnitListResponse> {
  constructor(
    readonly actor: Actor,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(UnitList)
export class UnitListHandler implements IQueryHandler<UnitList> {
  constructor(private readonly database: Database) {}

  execute({ actor: { organisationId }, page }: UnitList): Promise<UnitListResponse> {
    return paged<UnitResponse>(
      this.database,
      'SELECT id, code, name, version FROM units WHERE organisation_id = $1 ORDER BY code',
      [organisationId],
      page,
    );
  }
}
