import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type {
  CommitmentEvent,
  DeadlineAwaitedEvent,
  DeadlineMatter,
  DeadlineMetEvent,
  DeadlineMovedEvent,
  DeadlineSetEvent,
  Proposal,
  ProposalEvent,
  ProvisionalDay,
} from '@plenum/proposals-domain';
import { deadlineIdOf } from './deadline-id.js';
import { ownerOf } from './deadline-owner.js';

/** Provisional days of these matters that somebody still owes something by, by id. */
const PROVISIONAL = `SELECT id, matter, subject_id AS "subjectId", proposal_id AS "proposalId", organisation_id AS "organisationId"
  FROM deadlines WHERE provisional AND met_at IS NULL AND due_on IS NOT NULL AND matter = ANY($1) AND id > $2 ORDER BY id LIMIT $3`;

/** One that something is owed by, with the id of what it is about. */
export interface ProvisionalDeadline {
  readonly id: string;
  readonly matter: DeadlineMatter;
  readonly subjectId: string;
  readonly proposalId: string;
  readonly organisationId: string;
}

/** The period of a deadline, as the domain has it, from `deadlines d`. */
export const PERIOD = `json_build_object('rule', d.rule, 'startedOn', d.started_on, 'stops', d.stops, 'extendedFrom', d.extended_from,
  'dueOn', d.due_on, 'provisional', d.provisional)`;

const SET = `
  INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, unit_id, member_ids, office, rule,
    started_on, stops, extended_from, due_on, provisional, remind_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
  ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, member_ids = excluded.member_ids, office = excluded.office,
    rule = excluded.rule, started_on = excluded.started_on, stops = excluded.stops, extended_from = excluded.extended_from,
    due_on = excluded.due_on, provisional = excluded.provisional, remind_on = excluded.remind_on, met_at = NULL, waived = false`;
const MET = 'UPDATE deadlines SET met_at = $2, waived = $3 WHERE id = $1 AND met_at IS NULL';

/**
 * What is owed by whom until when: written from the facts of a change, in its transaction. Lists of what is overdue, what somebody owes,
 * and whether it was in time ask this table alone.
 */
@Injectable()
export class DeadlineRepository {
  constructor(private readonly clock: Clock) {}

  /** Keeps what the facts say of deadlines. */
  async keep(tx: Transaction, proposal: OwedOn, events: readonly (ProposalEvent | CommitmentEvent)[]): Promise<void> {
    for (const event of events) {
      if (event.type === 'DeadlineSet' || event.type === 'DeadlineAwaited' || isMoved(event)) await this.set(tx, proposal, event);
      if (event.type === 'DeadlineMet') await this.meet(tx, event);
    }
  }

  /** Some of these matters whose day is provisional, after the given id. */
  provisional(from: Queryable, matters: readonly DeadlineMatter[], after: string, limit: number): Promise<ProvisionalDeadline[]> {
    return from.query<ProvisionalDeadline>(PROVISIONAL, [matters, after, limit]);
  }

  /** The provisional day of one, as it is in this transaction; null once it is settled, or nothing is owed any more. */
  async provisionalDay(tx: Transaction, id: string): Promise<ProvisionalDay | null> {
    const [row] = await tx.query<ProvisionalDay>(
      `SELECT ${PERIOD} AS period, d.member_ids AS "memberIds" FROM deadlines d WHERE d.id = $1 AND d.provisional AND d.met_at IS NULL`,
      [id],
    );
    return row ?? null;
  }

  private async set(tx: Transaction, { id, organisationId }: OwedOn, deadline: RunningDeadline): Promise<void> {
    const { about, matter, round, owedBy, rule, startedOn, stops, extendedFrom, dueOn, provisional } = deadline;
    const { memberIds, unitId, office } = ownerOf(owedBy);
    await tx.query(SET, [
      deadlineIdOf(deadline),
      organisationId,
      id,
      about.kind,
      about.id,
      matter,
      round,
      unitId,
      memberIds,
      office,
      rule === null ? null : JSON.stringify(rule),
      startedOn,
      JSON.stringify(stops),
      extendedFrom,
      dueOn,
      provisional,
      dueOn === null ? null : deadline.remindOn,
    ]);
  }

  private async meet(tx: Transaction, deadline: DeadlineMetEvent): Promise<void> {
    await tx.query(MET, [deadlineIdOf(deadline), this.clock.now(), deadline.waived === true]);
  }
}

/** What something is owed on in the end. */
type OwedOn = Pick<Proposal, 'id' | 'organisationId'>;

type RunningDeadline = DeadlineSetEvent | DeadlineAwaitedEvent | DeadlineMovedEvent;

const MOVED: readonly string[] = ['DeadlineStopped', 'DeadlineResumed', 'DeadlineExtended'] satisfies DeadlineMovedEvent['type'][];

const isMoved = (event: ProposalEvent | CommitmentEvent): event is DeadlineMovedEvent => MOVED.includes(event.type);
