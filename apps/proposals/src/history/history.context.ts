import { Injectable } from '@nestjs/common';
import type { Queryable } from '@plenum/database';
import { Directory, type DirectorySession } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import type { HistoryContext } from '@plenum/proposals-domain';
import type { Actor } from '@plenum/service-kit';
import { AccessErrors } from '../access/access.errors.js';
import { Authorities } from '../access/authorities.js';
import { calendarOf } from '../storage/proposal.rows.js';
import { StorageErrors } from '../storage/storage.errors.js';
import { HistoryErrors } from './history.errors.js';

const NUMBERS = `SELECT p.docket_no AS number, i.proposal_id IS NOT NULL AS imported
  FROM proposals p LEFT JOIN imported_matters i ON i.proposal_id = p.id WHERE p.session_id = $1 AND p.docket_no IS NOT NULL`;
const UNITS = 'SELECT id, code, name FROM directory_units WHERE organisation_id = $1';
const MEMBERS = 'SELECT id, staff_no AS "staffNo", name FROM directory_members WHERE organisation_id = $1';

/** Who may bring in earlier matters of which session, and what their rows are held against. */
@Injectable()
export class HistoryAround {
  constructor(
    private readonly directory: Directory,
    private readonly authorities: Authorities,
    private readonly clock: Clock,
  ) {}

  /**
   * The earlier session, for the committee: of that session, or of one after it.
   * @throws `proposals.not-found`, `proposals.forbidden`, `proposals.not-an-earlier-session`
   */
  async session(from: Queryable, actor: Actor, sessionId: string): Promise<DirectorySession> {
    const session = await this.directory.session(from, sessionId);
    if (session?.organisationId !== actor.organisationId) throw StorageErrors.notFound('session', sessionId);
    if (!(await this.authorities.authorityIn(from, actor, sessionId)).reviews) throw AccessErrors.forbidden();
    if (session.closedAt === null && session.closesAt > this.clock.now()) throw HistoryErrors.notAnEarlierSession();
    return session;
  }

  /** What is known now. */
  async of(from: Queryable, { id, organisationId, closesAt, closedAt }: DirectorySession): Promise<HistoryContext> {
    const numbers = await from.query<{ number: string; imported: boolean }>(NUMBERS, [id]);
    const units = await from.query<{ id: string; code: string; name: string }>(UNITS, [organisationId]);
    const members = await from.query<{ id: string; staffNo: string; name: string }>(MEMBERS, [organisationId]);
    const calendar = calendarOf(await this.directory.calendar(from, organisationId));
    const named = new Map<string, string[]>();
    for (const { id: memberId, name } of members) named.set(name, [...(named.get(name) ?? []), memberId]);
    const numbersOf = (wanted: boolean) => new Set(numbers.filter(({ imported }) => imported === wanted).map(({ number }) => number));
    return {
      known: numbersOf(true),
      taken: numbersOf(false),
      units: new Map([
        ...units.map((unit) => [unit.code.toLowerCase(), unit.id] as const),
        ...units.map((unit) => [unit.name.toLowerCase(), unit.id] as const), // Of one that is called as another is coded, the name counts.
      ]),
      members: new Map(members.map((member) => [member.staffNo.toLowerCase(), member.id])),
      named,
      endedOn: calendar.dayOf(closedAt !== null && closedAt < closesAt ? closedAt : closesAt),
      today: calendar.dayOf(this.clock.now()),
    };
  }
}
