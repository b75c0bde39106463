import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import type { Actor, PageRequest } from '@plenum/service-kit';
import { paged } from '../storage/paged.js';
import type { TermListResponse, TermResponse } from './sessions.responses.js';

const TERMS = `
  SELECT id, term_no AS "termNo", kind, starts_on::text AS "from", ends_on::text AS "to" FROM terms
   WHERE organisation_id = $1 ORDER BY starts_on DESC, kind, id`;

/** The terms of the actor's organisation, the newest first. */
export class TermList extends Query<TermListResponse> {
  constructor(
    readonly actor: Actor,
    readonly page: PageRequest,
  ) {
    super();
  }
}

@QueryHandler(TermList)
export class TermListHandler implements IQueryHandler<TermList> {
  constructor(private readonly database: Database) {}

  execute({ actor: { organisationId }, page }: TermList): Promise<TermListResponse> {
    return paged<TermResponse>(this.database, TERMS, [organisationId], page);
  }
}
