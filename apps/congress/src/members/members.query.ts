import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { inNameOrder } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { type Actor, likePattern, NAME_COLLATORS, offsetOf } from '@plenum/service-kit';
import type { MemberOrder, MembersRequest } from './members.requests.js';
import type { MemberListResponse } from './members.responses.js';
import { ShownMembers } from './shown-members.js';

const MATCHING = `
  SELECT id, name, staff_no AS "staffNo" FROM members
   WHERE organisation_id = $1 AND ($2 = '' OR name ILIKE $3 OR staff_no ILIKE $3) ORDER BY staff_no`;

interface Match {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string;
}

/** Members of the actor's organisation, in the order of their names or numbers. */
export class MemberList extends Query<MemberListResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: MembersRequest,
  ) {
    super();
  }
}

@QueryHandler(MemberList)
export class MemberListHandler implements IQueryHandler<MemberList> {
  constructor(
    private readonly database: Database,
    private readonly shown: ShownMembers,
  ) {}

  async execute({ actor, request }: MemberList): Promise<MemberListResponse> {
    const search = request.search?.trim() ?? '';
    const pattern = likePattern(search);
    const matches = inOrder(await this.database.query<Match>(MATCHING, [actor.organisationId, search, pattern]), request.sort);
    const from = offsetOf(request);
    const ids = matches.slice(from, from + request.pageSize).map(({ id }) => id);
    return { items: await this.shown.byIds(actor, ids), total: matches.length, page: request.page, pageSize: request.pageSize };
  }
}

const inOrder = (matches: readonly Match[], order: MemberOrder): readonly Match[] =>
  order === 'staffNo' ? matches : inNameOrder(matches, NAME_COLLATORS[order]);
