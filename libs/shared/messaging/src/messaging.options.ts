import type { EventKeyTexts } from './event-keys.js';
import type { ReactionClass } from './reaction.js';
import type { Routes } from './route-check.js';

/** Joins events to the trace of the request or event that caused them. */
export interface Tracing {
  /** The trace that the running code belongs to, or null. */
  current(): string | null;
  /** Runs work as part of a trace, so that what it logs and appends carries the trace's id. */
  run<T>(traceId: string, work: () => Promise<T>): Promise<T>;
}

/** The pace of relay, sweep and inbox. Milliseconds and counts; tests shorten them. */
export interface MessagingPace {
  /** How long the relay sleeps when nothing hints at new rows. */
  readonly pollMs: number;
  /** How long after relaying a row the sweep first asks what became of it; later it asks ever less often. */
  readonly sweepAfterMs: number;
  /** The longest pause between two looks of the sweep at the same row. */
  readonly sweepAtMostMs: number;
  /** How long a relay without the lock, or without its database or queue, waits before it tries again. */
  readonly retryMs: number;
  /** Events that one process handles at the same time. Stay below the database pool. */
  readonly concurrency: number;
  /** Tries of a reaction that faults, the first included. */
  readonly attemptsMax: number;
  /** The pause after the first fault; it doubles each time up to `backoffAtMostMs`. */
  readonly backoffMs: number;
  readonly backoffAtMostMs: number;
  /** How long a job is put aside, without counting a try, while the database is away. */
  readonly awayMs: number;
  /** How long a job may go without a sign of life before another worker takes it (its worker was killed). */
  readonly lockMs: number;
}

export const USUAL_PACE: MessagingPace = {
  pollMs: 250,
  sweepAfterMs: 2_000,
  sweepAtMostMs: 60_000,
  retryMs: 500,
  concurrency: 8,
  attemptsMax: 8,
  backoffMs: 500,
  backoffAtMostMs: 30_000,
  awayMs: 1_000,
  lockMs: 10_000,
};

/** What a service says of itself to take part in messaging. */
export interface MessagingOptions {
  /** The service's name: the subscriber in `EVENT_ROUTES`, and the owner of the queue `<name>.inbox`. */
  readonly name: string;
  /** Classes that the service provides in one of its modules. */
  readonly reactions: readonly ReactionClass[];
  readonly redisUrl: string;
  /** What the service signs its events with, and knows those of others by. */
  readonly keys: EventKeyTexts;
  /** The service's own database, for the relay's connection. */
  readonly databaseUrl: string;
  readonly tracing?: Tracing;
  readonly pace?: Partial<MessagingPace>;
  /** For tests of the boot check; otherwise the house's `EVENT_ROUTES`. */
  readonly routes?: Routes;
}
