import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { DeadlineMatter, Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Directory, type HeldOffice } from '@plenum/directory';
import { DomainError } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import type { Step } from './next-step.js';
import type { RemindersRequest } from './reminders.requests.js';
import type { NextReminderResponse, ReminderResponse, RemindersResponse } from './reminders.responses.js';

/** Who was reminded of what is owed on one thing, and when: for those who chase it. */
export class RemindersTold extends Query<RemindersResponse> {
  constructor(
    readonly actor: Actor,
    readonly request: RemindersRequest,
  ) {
    super();
  }
}

/** Who chases anything at all. */
const CHASERS: readonly Office[] = ['PROPOSALS_COMMITTEE', 'PRESIDIUM', 'SECRETARIAT'];

/** What tells who has not rated: a unit does not hear it of what it answers, nor does anybody who was ever of it. */
const OF_RATERS: readonly string[] = ['feedback', 'explanation'] satisfies DeadlineMatter[];

/** By whom a deadline is chased. */
interface Chased {
  readonly matter: string;
  readonly sessionId: string | null;
  readonly chasedBy: readonly Office[];
}
type ToldRow = Chased & Omit<ReminderResponse, 'dueAt' | 'toldAt'> & { readonly dueAt: Date; readonly toldAt: Date };
type NextRow = Chased &
  Omit<NextReminderResponse, 'dueAt' | 'at' | 'hears'> & { readonly dueAt: Date; readonly at: Date; readonly steps: readonly Step[] };

const CHASED = 'd.session_id AS "sessionId", d.chased_by AS "chasedBy", d.matter, d.round';
const ABOUT = 'd.organisation_id = $1 AND d.about_kind = $2 AND d.about_id = $3';
const TOLD = `
  SELECT ${CHASED}, r.due_at AS "dueAt", r.working_days AS "workingDays", r.told_at AS "toldAt", r.hears, coalesce((
      SELECT json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.name, m.id)
      FROM notices n JOIN directory_members m ON m.id = n.member_id WHERE n.cause = r.cause), '[]') AS people
  FROM reminders r JOIN deadlines d ON d.id = r.deadline_id WHERE ${ABOUT} ORDER BY r.told_at DESC, r.deadline_id LIMIT 200`;
const NEXT = `
  SELECT ${CHASED}, d.due_at AS "dueAt", d.next_at AS at, d.steps FROM deadlines d
  WHERE ${ABOUT} AND d.state = 'runs' AND d.next_at IS NOT NULL ORDER BY d.next_at, d.id LIMIT 200`;
const OWING_UNITS = `SELECT DISTINCT d.unit_id AS id FROM deadlines d WHERE ${ABOUT} AND d.unit_id IS NOT NULL`;

@QueryHandler(RemindersTold)
export class RemindersToldHandler implements IQueryHandler<RemindersTold> {
  constructor(
    private readonly database: Database,
    private readonly directory: Directory,
  ) {}

  /** @throws DomainError `notifier.forbidden` for whoever chases nothing here */
  async execute({ actor, request: { kind, id } }: RemindersTold): Promise<RemindersResponse> {
    const offices = await this.directory.officesOf(this.database, actor);
    if (!offices.some(({ office }) => CHASERS.includes(office))) throw new DomainError('notifier.forbidden', 'forbidden');
    const about = [actor.organisationId, kind, id];
    const [told, next] = await Promise.all([this.database.query<ToldRow>(TOLD, about), this.database.query<NextRow>(NEXT, about)]);
    const isOfUnit = await this.isOrWasOfUnit(actor, about);
    const isTheirs = (row: Chased): boolean => offices.some((held) => chases(held, row)) && !(isOfUnit && OF_RATERS.includes(row.matter));
    return { told: told.filter(isTheirs).map(toldIn), next: next.filter(isTheirs).map(nextIn) };
  }

  /** Whether the actor is, or ever was, of a unit that owes something on it. */
  private async isOrWasOfUnit(actor: Actor, about: readonly string[]): Promise<boolean> {
    const owing = await this.database.query<{ readonly id: string }>(OWING_UNITS, about);
    const ever = await this.directory.officesEverOf(this.database, actor);
    return owing.some(({ id }) => ever.some(({ unitId }) => unitId === id));
  }
}

/** An office of one session chases what is of that session. */
const chases = ({ office, sessionId }: HeldOffice, row: Chased): boolean =>
  row.chasedBy.includes(office) && (sessionId === null || sessionId === row.sessionId);

const toldIn = ({ matter, round, dueAt, workingDays, toldAt, hears, people }: ToldRow): ReminderResponse => ({
  matter,
  round,
  dueAt: dueAt.toISOString(),
  workingDays,
  toldAt: toldAt.toISOString(),
  hears,
  people,
});

const nextIn = ({ matter, round, dueAt, at, steps }: NextRow): NextReminderResponse => ({
  matter,
  round,
  dueAt: dueAt.toISOString(),
  at: at.toISOString(),
  hears: [...(steps.find((step) => Date.parse(step.at) === at.getTime())?.hears ?? [])],
});
