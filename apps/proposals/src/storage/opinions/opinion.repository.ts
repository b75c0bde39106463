import { Injectable } from '@nestjs/common';
import type { Queryable, Transaction } from '@plenum/database';
import {
  type Opinion,
  type OpinionChange,
  type OpinionContext,
  type OpinionCounts,
  type OpinionDeadlineEvent,
  opinionDeadlines,
  type OpinionEvent,
} from '@plenum/proposals-domain';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { toPublishedOpinion } from './opinion.publishing.js';
import { type OpinionRow, type OpinionStepRow, columnsOfOpinion, toOpinion, valuesOfOpinionStep } from './opinion.rows.js';

const FIND = 'SELECT * FROM opinions WHERE id = $1 AND organisation_id = $2';
const STEPS = 'SELECT * FROM opinion_steps WHERE opinion_id = $1 ORDER BY nth';
const ADD_STEP = `INSERT INTO opinion_steps (opinion_id, nth, kind, outcome, said, unit_id, due_on, helped, by_member, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const DRAW = `INSERT INTO opinion_counters AS c (organisation_id, year, latest) VALUES ($1, $2, 1)
  ON CONFLICT (organisation_id, year) DO UPDATE SET latest = c.latest + 1 RETURNING latest`;
const COUNTS = `SELECT count(*) FILTER (WHERE suggested_at > $3::timestamptz - interval '1 day')::int AS "lastDay",
  count(*) FILTER (WHERE state IN ('RECEIVED', 'ACCEPTED', 'ROUTED'))::int AS waiting
  FROM opinions WHERE suggester_id = $1 AND organisation_id = $2`;
const PROVISIONAL = `SELECT id, organisation_id AS "organisationId" FROM opinions
  WHERE due_period ->> 'provisional' = 'true' AND id > $1 ORDER BY id LIMIT $2`;
/** What the audit trail keeps: not whose it is, and not what its suggester thought of the reply. */
const AUDITED = ['state', 'number', 'round', 'unitId', 'dueOn', 'publication'] as const;

/** Whose committee hears of an opinion; null where it is bound to no session. And by whose days it is counted. */
export interface AroundOpinion {
  readonly sessionId: string | null;
  readonly context: OpinionContext;
}

/** Where opinions live: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class OpinionRepository {
  constructor(private readonly records: ChangeRecords) {}

  /** An opinion of the organisation; null where there is none. */
  find(from: Queryable, id: string, organisationId: string): Promise<Opinion | null> {
    return this.read(from, FIND, id, organisationId);
  }

  /** The same, which nobody else changes until the transaction ends. */
  lock(tx: Transaction, id: string, organisationId: string): Promise<Opinion | null> {
    return this.read(tx, `${FIND} FOR UPDATE`, id, organisationId);
  }

  /**
   * The next number of the organisation in the year, without gaps: its counter is locked until the transaction ends, and a transaction that
   * fails gives the number back. Asked before a member's opinions are counted, so that nobody counts while another of theirs comes.
   */
  async draw(tx: Transaction, organisationId: string, year: number): Promise<number> {
    const [counter] = await tx.query<{ latest: number }>(DRAW, [organisationId, year]);
    return counter!.latest;
  }

  /** Some whose day rests on holidays not announced yet, by id, after the one given. */
  provisional(from: Queryable, after: string, limit: number): Promise<{ readonly id: string; readonly organisationId: string }[]> {
    return from.query(PROVISIONAL, [after, limit]);
  }

  async countsOf(from: Queryable, { memberId, organisationId }: Actor, at: Date): Promise<OpinionCounts> {
    const [counts] = await from.query<OpinionCounts>(COUNTS, [memberId, organisationId, at]);
    return counts!;
  }

  /** Adds a new one; whose committee hears of it. */
  async insert(tx: Transaction, request: ChangeRequest, { opinion: after, events }: OpinionChange, around: AroundOpinion): Promise<void> {
    const deadlines = opinionDeadlines(null, after, around.context);
    await tableFor(this.records, around.sessionId).insert(tx, request, { after, events: [...events, ...deadlines] });
  }

  /** Writes a changed one, with the steps that it is longer by. */
  async update(
    tx: Transaction,
    request: ChangeRequest,
    before: Opinion,
    { opinion, events }: OpinionChange,
    { sessionId, context }: AroundOpinion,
  ): Promise<void> {
    const deadlines = opinionDeadlines(before, opinion, context);
    await tableFor(this.records, sessionId).update(tx, request, before, { after: opinion, events: [...events, ...deadlines] });
    for (let nth = before.steps.length; nth < opinion.steps.length; nth++)
      await tx.query(ADD_STEP, [opinion.id, nth, ...valuesOfOpinionStep(opinion.steps[nth]!)]);
  }

  private async read(from: Queryable, sql: string, id: string, organisationId: string): Promise<Opinion | null> {
    const [row] = await from.query<OpinionRow>(sql, [id, organisationId]);
    return row ? toOpinion(row, await from.query<OpinionStepRow>(STEPS, [id])) : null;
  }
}

const tableFor = (records: ChangeRecords, sessionId: string | null): AggregateTable<Opinion, OpinionEvent | OpinionDeadlineEvent> =>
  new AggregateTable(
    {
      table: 'opinions',
      kind: 'opinion',
      columnsOf: columnsOfOpinion,
      audited: AUDITED,
      toPublished: (opinion, event) => toPublishedOpinion(opinion, event, sessionId),
    },
    records,
  );
