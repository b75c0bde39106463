import { Injectable } from '@nestjs/common';
import type { EventName, NoticeCode } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent } from '@plenum/messaging';
import { ABOUT_FIELDS, type AboutField, type Ending, ENDINGS } from './endings.js';

/** What a notice was caused by: the ids of what it is about, and when that came about. */
export interface Cause {
  readonly about: readonly string[];
  readonly at: Date;
}

/** What is about the same thing is told and ended one after the other: neither misses what the other has not written yet. */
const TAKE_TURNS = `SELECT pg_advisory_xact_lock(hashtextextended('notice ' || about, 0)) FROM unnest($1::text[]) about ORDER BY about`;
const KEEP_CAUSE = 'INSERT INTO notice_causes (cause, about, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
const KEEP_ENDINGS = `
  INSERT INTO notice_endings (event_id, about, code, how, done_by, member_ids, but_due_at, at)
  SELECT $1, about, code, how, done_by, member_ids, but_due_at, $3
  FROM jsonb_to_recordset($2) AS e (about uuid, code text, how text, done_by uuid, member_ids uuid[], but_due_at timestamptz)
  ON CONFLICT DO NOTHING
`;
// Each way in has the index of the other side: of causes by what they are about, of endings by what they end. One condition for both would
// have all endings read whenever somebody is told.
const CAUSES_OF_ENDING = 'c.about @> ARRAY[e.about]';
const ENDINGS_OF_CAUSE = 'e.about = ANY (c.about)';
// Whoever claimed a delivery just now finds its notice over when it is claimed again; a mail on its way cannot be called back.
const END = (match: string, which: string): string => `
  WITH ended AS (
    SELECT c.cause, e.code, e.at, e.how, e.done_by, e.member_ids, e.but_due_at FROM notice_endings e JOIN notice_causes c ON ${match}
     WHERE ${which} AND e.at > c.at
  ), over AS (
    UPDATE notices n SET over_at = e.at, over = CASE WHEN e.done_by <> n.member_id THEN 'done-by-another' ELSE e.how END
      FROM ended e
     WHERE n.cause = e.cause AND n.code = e.code AND n.over_at IS NULL AND (e.member_ids IS NULL OR n.member_id = ANY(e.member_ids))
       AND (e.but_due_at IS NULL OR (n.params ->> 'dueAt')::timestamptz <> e.but_due_at)
    RETURNING n.id, n.over
  ), not_posted AS (
    UPDATE group_posts g SET state = 'withdrawn', trouble = e.how FROM ended e
     WHERE g.cause = e.cause AND g.code = e.code AND e.member_ids IS NULL AND e.but_due_at IS NULL AND g.state = 'due'
  )
  UPDATE deliveries d SET state = 'withdrawn', trouble = over.over FROM over WHERE d.notice_id = over.id AND d.state = 'due'
`;
const END_BY_EVENT = END(CAUSES_OF_ENDING, 'e.event_id = $1');
export const END_OF_CAUSE = END(ENDINGS_OF_CAUSE, 'c.cause = $1');

/** Which notices are over: marked so in the inbox, and withdrawn from every way on which they were not sent yet. */
@Injectable()
export class EndedNotices {
  /** Keeps what a notice that was just told is about; what ended it was perhaps heard before. */
  async told(tx: Transaction, cause: string, { about, at }: Cause): Promise<void> {
    if (about.length === 0) return;
    await tx.query(TAKE_TURNS, [about]);
    await tx.query(KEEP_CAUSE, [cause, about, at]);
    await withdraw(tx, END_OF_CAUSE, cause);
  }

  /** Ends every notice that an event ends. */
  async end<N extends EventName>(tx: Transaction, { id, name, data, occurredAt }: ReceivedEvent<N>): Promise<void> {
    const endings = endedBy(name).map(([code, { by, how, of, doneBy, butDueAt }]) => ({
      about: aboutOf(data, by),
      code,
      how: typeof how === 'function' ? how(data) : how,
      done_by: doneBy?.(data) ?? null,
      member_ids: of?.(data) ?? null,
      but_due_at: butDueAt?.(data) ?? null,
    }));
    await tx.query(TAKE_TURNS, [[...new Set(endings.map(({ about }) => about))]]);
    await tx.query(KEEP_ENDINGS, [id, JSON.stringify(endings), occurredAt]);
    await withdraw(tx, END_BY_EVENT, id);
  }
}

const withdraw = async (tx: Transaction, statement: string, which: string): Promise<void> => void (await tx.query(statement, [which]));

/** The ids of what an event is about. */
export const aboutIn = (data: object): readonly string[] =>
  ABOUT_FIELDS.map((field) => (data as Partial<Record<AboutField, unknown>>)[field]).filter((id) => typeof id === 'string');

/** Events of before do not say which of the handlings of their proposal they are about: that was its only one. */
function aboutOf(data: object, field: AboutField): string {
  const ids = data as Partial<Record<AboutField, string>>;
  return (ids[field] ?? ids.proposalId) as string;
}

/** The codes that an event ends, and how. */
function endedBy<N extends EventName>(event: N): readonly (readonly [NoticeCode, Ending<N>])[] {
  return (Object.keys(ENDINGS) as NoticeCode[]).flatMap((code) => {
    const ending = ENDINGS[code][event] as Ending<N> | undefined;
    return ending ? [[code, ending] as const] : [];
  });
}

/** Every event that ends a notice. */
export const ENDING_EVENTS: readonly EventName[] = [
  ...new Set(Object.values(ENDINGS).flatMap((endings) => Object.keys(endings) as EventName[])),
];
