import { HttpException, Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock, DomainError } from '@plenum/kernel';
import { hashed } from './sign-in-origin.js';

const WINDOW_MS = 60_000;
const FAILURES_MAX = 300;
const TOO_MANY_REQUESTS = 429;
const FAILURES: readonly string[] = ['congress.sign-in-refused', 'congress.sign-in-locked'];

const COUNT = `INSERT INTO sign_in_failures AS f (network, since, failures) VALUES ($1, $2, 1) ON CONFLICT (network) DO UPDATE SET
  since = CASE WHEN f.since > $3 THEN f.since ELSE excluded.since END, failures = CASE WHEN f.since > $3 THEN f.failures + 1 ELSE 1 END`;
const FORGET_OLD = `
  DELETE
  FROM sign_in_failures
  WHERE ctid IN (SELECT ctid FROM sign_in_failures WHERE since < $1::timestamptz - interval '1 hour' LIMIT 100 FOR UPDATE SKIP LOCKED)
`;

/** A service that is busy, or a password that is too weak to be set, is nobody's guess. */
const isFailure = (error: unknown): boolean => error instanceof DomainError && FAILURES.includes(error.code);

/**
 * Counts the failed sign-ins of each address, whomever they are for. Those that succeed are not counted: a school behind one address signs
 * in when the congress opens. They are counted in the database: however many replicas there are, a guesser has no more tries.
 */
@Injectable()
export class FailuresOfNetworks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes an attempt. How many are made at once is bounded where passwords are compared.
   * @throws HttpException 429 when too many failed within a minute, and whatever the attempt throws
   */
  async counting<T>(network: string, attempt: () => Promise<T>): Promise<T> {
    const key = hashed(network);
    const [found] = await this.database.query<{ failures: number }>(
      'SELECT failures FROM sign_in_failures WHERE network = $1 AND since > $2',
      [key, this.windowStart()],
    );
    if (found && found.failures >= FAILURES_MAX) throw new HttpException('too many failed', TOO_MANY_REQUESTS);
    try {
      return await attempt();
    } catch (error) {
      if (isFailure(error)) await this.count(key);
      throw error;
    }
  }

  private async count(key: string): Promise<void> {
    const now = this.clock.now();
    await this.database.query(FORGET_OLD, [now]);
    await this.database.query(COUNT, [key, now, this.windowStart()]);
  }

  private windowStart(): Date {
    return new Date(this.clock.now().getTime() - WINDOW_MS);
  }
}
