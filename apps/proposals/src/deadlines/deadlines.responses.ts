import type { RequestKind } from '@plenum/proposals-domain';
import { UnitAnswer } from '../shapes/named.responses.js';

/** What the calendar of the organisation says of a day. */
export class CalendarDayAnswer {
  day!: string;
  working!: boolean;
  because!: 'weekday' | 'weekend' | 'holiday' | 'shifted-working-day' | 'organisation';
  /** It may still change: the holidays of its year are not announced. */
  provisional!: boolean;
}

/** Something owed by the end of a day, and not done. */
export class OwedByDayAnswer {
  /** A reply; a talk with the proposer; a rating; a promise to be kept; an answer to what somebody was asked. */
  matter!: 'reply' | 'contact' | 'feedback' | 'commitment' | 'request';
  /** What was asked; null of the others. */
  request!: RequestKind | null;
  proposalId!: string;
  subject!: string;
  docketNo!: string | null;
  /** The promise; null of the others. */
  commitmentId!: string | null;
  round!: number;
  /** The last day on which it is in time. */
  dueOn!: string;
  /** The day may still move with the holidays of a year that are not announced. */
  provisional!: boolean;
  /** Its time stands while somebody is asked: the day is counted anew when it runs on. */
  isStopped!: boolean;
  overdue!: boolean;
  /** Which unit owes it; null where people do. */
  unit!: UnitAnswer | null;
}

/** A stretch of the calendar of deadlines. */
export class DeadlinesAnswer {
  today!: string;
  days!: CalendarDayAnswer[];
  /** By day; at most five hundred. */
  items!: OwedByDayAnswer[];
  isMore!: boolean;
  /** What is late, whatever its day, the longest overdue first; at most a hundred. */
  overdue!: OwedByDayAnswer[];
  isMoreOverdue!: boolean;
}
