import { Injectable } from '@nestjs/common';
import type { BallotDeadlineMatter, CongressDeadlineMatter, DeadlineMatter, DeadlineSubject, EventData, Office } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { Alarms } from '@plenum/messaging';
import { nextStep, type Step } from './next-step.js';

/** A deadline with its ladder, as its row has it. */
export interface DeadlineRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly session_id: string | null;
  readonly about_kind: DeadlineSubject;
  readonly about_id: string;
  readonly title: string;
  readonly docket_no: string | null;
  readonly matter: DeadlineMatter | BallotDeadlineMatter | CongressDeadlineMatter;
  readonly due_at: Date;
  readonly steps: readonly Step[];
  readonly member_ids: readonly string[];
  readonly unit_id: string | null;
  readonly offices: readonly Office[];
  readonly chased_by: readonly Office[];
  readonly since: Date;
  /** The last step that was told of its day; null where none was. */
  readonly told_through: number | null;
}

/** A deadline as it is heard. */
type HeardDeadline = EventData<'proposals.deadline-set.v2'>;
/** Which one it is, as of which version of what it is about. */
interface Named {
  readonly deadlineId: string;
  readonly organisationId: string;
  readonly version: number;
  /** When it happened. */
  readonly occurredAt: string;
}

const TOLD_THROUGH = '(SELECT max(working_days) FROM reminders r WHERE r.deadline_id = d.id AND r.due_at = d.due_at) AS told_through';

// What was said later holds, in whatever order it is heard. Of what one change says at once, that it runs again holds over that it stood
// until then, and that it is met over both.
const SAID_BEFORE = '(d.version, d.said_at) < (excluded.version, excluded.said_at)';
const SAID_WITH = '(d.version, d.said_at) = (excluded.version, excluded.said_at)';

// From when on a day holds: as long as it runs until the same day, whatever else of it is told anew.
const SET = `
  INSERT INTO deadlines AS d (id, organisation_id, session_id, about_kind, about_id, title, docket_no, matter, round, due_at, steps,
    member_ids, unit_id, offices, chased_by, state, version, said_at, since)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'runs', $16, $17, $17)
  ON CONFLICT (id) DO UPDATE SET
    session_id = excluded.session_id, about_kind = excluded.about_kind, about_id = excluded.about_id, title = excluded.title,
    docket_no = excluded.docket_no, matter = excluded.matter, round = excluded.round, due_at = excluded.due_at, steps = excluded.steps,
    member_ids = excluded.member_ids, unit_id = excluded.unit_id, offices = excluded.offices, chased_by = excluded.chased_by,
    state = 'runs', version = excluded.version, said_at = excluded.said_at,
    since = CASE WHEN d.due_at = excluded.due_at AND d.state = 'runs' THEN d.since ELSE excluded.since END
  WHERE ${SAID_BEFORE} OR (${SAID_WITH} AND d.state = 'stands')
  RETURNING since, steps, ${TOLD_THROUGH.replaceAll('d.due_at', '$10::timestamptz')}`;
const ENDED = `
  INSERT INTO deadlines AS d (id, organisation_id, state, version, said_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, version = excluded.version, said_at = excluded.said_at, next_at = NULL
   WHERE ${SAID_BEFORE} OR (${SAID_WITH} AND excluded.state = 'met')`;
const NEXT = 'UPDATE deadlines SET next_at = $2 WHERE id = $1';
const COME = (most: number): string => `
  SELECT d.*, ${TOLD_THROUGH} FROM deadlines d WHERE state = 'runs' AND next_at <= $1
  ORDER BY next_at LIMIT ${most} FOR UPDATE OF d SKIP LOCKED`;
const TOLD = `INSERT INTO reminders (deadline_id, due_at, working_days, told_at, hears, cause) VALUES ($1, $2, $3, $4, $5, $6)`;

/** What is owed by when, of all services in one table; it asks to be woken at the next step of each. */
@Injectable()
export class Deadlines {
  constructor(
    private readonly alarms: Alarms,
    private readonly clock: Clock,
  ) {}

  /** Keeps a deadline that was set, is due by another day, or is told again; an older word than the last one changes nothing. */
  async keep(tx: Transaction, heard: HeardDeadline, { version, occurredAt }: { version: number; occurredAt: string }): Promise<void> {
    const { deadlineId, organisationId, sessionId, about, docketNo, matter, round, dueAt, steps, owedBy, chasedBy } = heard;
    const [kept] = await tx.query<Pick<DeadlineRow, 'since' | 'steps' | 'told_through'>>(SET, [
      deadlineId,
      organisationId,
      sessionId,
      about.kind,
      about.id,
      about.title,
      docketNo,
      matter,
      round,
      dueAt,
      JSON.stringify(steps),
      owedBy.memberIds,
      owedBy.unitId,
      owedBy.offices,
      chasedBy,
      version,
      occurredAt,
    ]);
    if (!kept) return;
    // What came while nobody listened is told when steps are looked for, as the latest of them.
    const { due, nextAt } = nextStep(kept.steps, { since: kept.since, toldThrough: kept.told_through }, this.clock.now());
    await this.awaitStep(tx, deadlineId, due ? this.clock.now() : nextAt);
  }

  /** Notes that nothing is owed until it is set again, or for good; also where the debt is heard of later. */
  async end(tx: Transaction, state: 'stands' | 'met', { deadlineId, organisationId, version, occurredAt }: Named): Promise<void> {
    await tx.query(ENDED, [deadlineId, organisationId, state, version, occurredAt]);
  }

  /** Those a step of which has come, nobody else's while the transaction lasts. */
  come(tx: Transaction, most: number): Promise<DeadlineRow[]> {
    return tx.query<DeadlineRow>(COME(most), [this.clock.now()]);
  }

  /** Notes that a step was told, and awaits the next. */
  async told(tx: Transaction, { id, due_at }: DeadlineRow, step: Step, cause: string, nextAt: Date | null): Promise<void> {
    await tx.query(TOLD, [id, due_at, step.workingDays, this.clock.now(), step.hears, cause]);
    await this.awaitStep(tx, id, nextAt);
  }

  /** Wakes at the next step. */
  async awaitStep(tx: Transaction, id: string, at: Date | null): Promise<void> {
    await tx.query(NEXT, [id, at]);
    if (at) await this.alarms.set(`${id}.${at.getTime()}`, at.getTime() - this.clock.now().getTime());
  }
}
