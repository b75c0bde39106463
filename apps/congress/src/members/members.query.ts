import { Injectable } from '@nestjs/common';
import { CongressErrors, inNameOrder, type NameCollator, signInSubject } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import { type Actor, offsetOf } from '@plenum/service-kit';
import { Authority } from '../access/authority.js';
import { SignInAttempts } from '../accounts/sign-in-attempts.js';
import type { MemberOrder, MembersRequest } from './members.requests.js';
import type { MemberListResponse, MemberResponse } from './members.responses.js';

// PostgreSQL's own collations differ from build to build; Node brings the Unicode tables of strokes and pinyin (CLDR) with it.
const COLLATORS: Readonly<Record<'strokes' | 'pinyin', NameCollator>> = {
  strokes: new Intl.Collator('zh-u-co-stroke'),
  pinyin: new Intl.Collator('zh-u-co-pinyin'),
};

const MATCHING = `
  SELECT id, name, staff_no AS "staffNo" FROM members
   WHERE organisation_id = $1 AND ($2 = '' OR name ILIKE $3 OR staff_no ILIKE $3) ORDER BY staff_no`;
// $3: whether addresses, standings and accounts are shown; one's own always are ($2).
const SHOWN = `
  SELECT m.id, m.staff_no AS "staffNo", m.name, m.unit_id AS "unitId", u.name AS "unitName", m.active, m.version, NULL AS "lockedUntil",
         CASE WHEN $3 OR m.id = $2 THEN m.mail END AS email, CASE WHEN $3 OR m.id = $2 THEN m.standing END AS standing,
         CASE WHEN $3 OR m.id = $2 THEN CASE WHEN a.password_hash IS NOT NULL THEN 'PASSWORD_SET' WHEN a.code_expires_at > now()
           THEN 'CODE_GIVEN' ELSE 'NONE' END END AS account
    FROM members m LEFT JOIN units u ON u.id = m.unit_id LEFT JOIN accounts a ON a.member_id = m.id
   WHERE m.organisation_id = $1 AND m.id = ANY($4)
`;

interface Match {
  readonly id: string;
  readonly name: string;
  readonly staffNo: string;
}

/** Members of the actor's organisation. */
@Injectable()
export class MembersQuery {
  constructor(
    private readonly database: Database,
    private readonly authority: Authority,
    private readonly attempts: SignInAttempts,
  ) {}

  async page(actor: Actor, request: MembersRequest): Promise<MemberListResponse> {
    const search = request.search?.trim() ?? '';
    const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
    const matches = inOrder(await this.database.query<Match>(MATCHING, [actor.organisationId, search, pattern]), request.sort);
    const from = offsetOf(request);
    const ids = matches.slice(from, from + request.pageSize).map(({ id }) => id);
    return { items: await this.shown(actor, ids), total: matches.length, page: request.page, pageSize: request.pageSize };
  }

  /** @throws `congress.not-found` */
  async one(actor: Actor, memberId: string): Promise<MemberResponse> {
    const [member] = await this.shown(actor, [memberId]);
    if (!member) throw CongressErrors.notFound('member');
    const isSecretariat = await this.authority.isSecretariat(actor);
    return isSecretariat ? { ...member, lockedUntil: await this.lockedUntil(actor, member) } : member;
  }

  private async lockedUntil({ organisationId }: Actor, { staffNo }: MemberResponse): Promise<string | null> {
    const [organisation] = await this.database.query<{ code: string }>('SELECT code FROM organisations WHERE id = $1', [organisationId]);
    const until = await this.attempts.lockedUntil(signInSubject({ organisation: organisation?.code ?? '', staffNo }));
    return until?.toISOString() ?? null;
  }

  private async shown(actor: Actor, ids: readonly string[]): Promise<MemberResponse[]> {
    const isSecretariat = await this.authority.isSecretariat(actor);
    const rows = await this.database.query<MemberResponse>(SHOWN, [actor.organisationId, actor.memberId, isSecretariat, ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }
}

const inOrder = (matches: readonly Match[], order: MemberOrder): readonly Match[] =>
  order === 'staffNo' ? matches : inNameOrder(matches, COLLATORS[order]);
