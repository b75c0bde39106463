import { Injectable } from '@nestjs/common';
import { type Action, type Authority, CongressErrors, POLICIES, type PolicySubject, refusal } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';

const TABLES: Readonly<Record<PolicySubject, string>> = {
  session: 'sessions',
  member: 'members',
  office: 'offices',
  roster: 'roster_imports',
  unit: 'units',
  duty: 'duties',
  'duty-rule': 'duty_rules',
};

/** What somebody holds ($1 of $2, for session $3), and whether there is such an object ($4): an office ends with the member's leaving. */
const authoritySql = (table: string): string => `
  SELECT COALESCE(bool_or(o.session_id IS NULL), false) AS "runsOrganisation",
         COALESCE(bool_or(o.session_id IS NULL OR o.session_id = $3), false) AS "runsSession",
         $4::uuid IS NULL OR EXISTS (SELECT FROM ${table} WHERE id = $4 AND organisation_id = $2) AS "isHere"
    FROM offices o JOIN members m ON m.id = o.member_id AND m.active
   WHERE o.member_id = $1 AND o.organisation_id = $2 AND o.office = 'SECRETARIAT' AND o.relieved_at IS NULL
`;

/** Who may do what here: asks the policy of the action at every request. */
@Injectable()
export class Permissions {
  constructor(private readonly database: Database) {}

  /**
   * `subjectId` is to what the action is done, `memberId` whom it is about. @throws `congress.not-found` when the organisation has no such
   * object, else what the policy of the action refuses
   * @returns what whoever asks is here
   */
  async assertAllowed(actor: Actor, action: Action, subjectId: string | null = null, memberId: string | null = null): Promise<Authority> {
    const { subject } = POLICIES[action];
    const { isHere, ...by } = await this.look(actor, subject, subjectId);
    if (!isHere && subject !== null) throw CongressErrors.notFound(subject);
    const refused = refusal(action, by, memberId);
    if (refused) throw refused;
    return by;
  }

  /** Whether the member may do it to the organisation: some lists show more to whoever may. */
  async isAllowed(actor: Actor, action: Action): Promise<boolean> {
    return refusal(action, await this.look(actor, null, null)) === null;
  }

  private async look(
    { memberId, organisationId }: Actor,
    subject: PolicySubject | null,
    subjectId: string | null,
  ): Promise<Authority & { readonly isHere: boolean }> {
    const sessionId = subject === 'session' ? subjectId : null;
    const [found] = await this.database.query<Omit<Authority, 'memberId'> & { readonly isHere: boolean }>(
      authoritySql(TABLES[subject ?? 'member']),
      [memberId, organisationId, sessionId, subjectId],
    );
    return { memberId, ...(found ?? { runsOrganisation: false, runsSession: false, isHere: false }) };
  }
}
