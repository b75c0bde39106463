import { Injectable } from '@nestjs/common';
import { CongressErrors } from '@plenum/congress-domain';
import { Database } from '@plenum/database';
import type { Actor } from '@plenum/service-kit';

// One answer for "is there such a session here" and "does the actor run it": an office ends with the member's leaving.
const RUNS = `
  SELECT EXISTS (SELECT FROM sessions WHERE id = $3 AND organisation_id = $2) AS "sessionIsHere",
         EXISTS (SELECT FROM offices o JOIN members m ON m.id = o.member_id AND m.active
                  WHERE o.member_id = $1 AND o.organisation_id = $2 AND o.office = 'SECRETARIAT' AND o.relieved_at IS NULL
                    AND (o.session_id IS NULL OR o.session_id = $3)) AS "runsIt"`;

const TABLES = { member: 'members', office: 'offices', roster: 'roster_imports', unit: 'units' } as const;

/** Who may do what here, asked at every request: an office counts from its assignment to its relief, to the second. */
@Injectable()
export class Authority {
  constructor(private readonly database: Database) {}

  /** The organisation's secretariat. @throws `congress.forbidden` for anybody else. */
  async runsOrganisation(actor: Actor): Promise<void> {
    const { runsIt } = await this.ask(actor, null);
    if (!runsIt) throw CongressErrors.forbidden();
  }

  /**
   * The organisation's secretariat or the session's. @throws `congress.not-found` when it is no session of theirs, else
   * `congress.forbidden`.
   */
  async runsSession(actor: Actor, sessionId: string): Promise<void> {
    const { sessionIsHere, runsIt } = await this.ask(actor, sessionId);
    if (!sessionIsHere) throw CongressErrors.notFound('session');
    if (!runsIt) throw CongressErrors.forbidden();
  }

  /** Any member of the session's organisation. @throws `congress.not-found` for anybody else. */
  async seesSession(actor: Actor, sessionId: string): Promise<void> {
    const { sessionIsHere } = await this.ask(actor, sessionId);
    if (!sessionIsHere) throw CongressErrors.notFound('session');
  }

  /** Oneself, or the desk for anybody. @throws as {@link runsSession} */
  async attends(actor: Actor, sessionId: string, memberId: string): Promise<void> {
    if (memberId === actor.memberId) await this.seesSession(actor, sessionId);
    else await this.runsSession(actor, sessionId);
  }

  /** Any member of the member's organisation. @throws `congress.not-found` for anybody else. */
  seesMember(actor: Actor, memberId: string): Promise<void> {
    return this.sees(actor, 'member', memberId);
  }

  /** Any member of the office's organisation. @throws `congress.not-found` for anybody else. */
  seesOffice(actor: Actor, officeId: string): Promise<void> {
    return this.sees(actor, 'office', officeId);
  }

  /** Any member of the unit's organisation. @throws `congress.not-found` for anybody else. */
  seesUnit(actor: Actor, unitId: string): Promise<void> {
    return this.sees(actor, 'unit', unitId);
  }

  /** Any member of the roster's organisation. @throws `congress.not-found` for anybody else. */
  seesRoster(actor: Actor, importId: string): Promise<void> {
    return this.sees(actor, 'roster', importId);
  }

  /** Whether the actor is of the organisation's secretariat: some lists show more to it. */
  async isSecretariat(actor: Actor): Promise<boolean> {
    return (await this.ask(actor, null)).runsIt;
  }

  private async sees({ organisationId }: Actor, object: keyof typeof TABLES, id: string): Promise<void> {
    const found = await this.database.query(`SELECT FROM ${TABLES[object]} WHERE id = $1 AND organisation_id = $2`, [id, organisationId]);
    if (found.length === 0) throw CongressErrors.notFound(object);
  }

  private async ask({ memberId, organisationId }: Actor, sessionId: string | null): Promise<{ sessionIsHere: boolean; runsIt: boolean }> {
    const [answer] = await this.database.query<{ sessionIsHere: boolean; runsIt: boolean }>(RUNS, [memberId, organisationId, sessionId]);
    return answer ?? { sessionIsHere: false, runsIt: false };
  }
}
