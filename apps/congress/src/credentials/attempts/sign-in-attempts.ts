import { Injectable } from '@nestjs/common';
import {
  afterFailure,
  CongressErrors,
  FAILURES_OF_ORIGIN_MAX,
  FAILURES_OF_STRANGERS_MAX,
  lockedUntil,
  type SignInSubject,
} from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { hashed } from './sign-in-origin.js';

const CLAIM = `
  INSERT INTO sign_in_attempts (account, origin, failures, newest_at)
  VALUES ($1, $2, '{}', $3)
  ON CONFLICT (account, origin) DO NOTHING
`;
const SAVE = 'UPDATE sign_in_attempts SET failures = $3, newest_at = $4 WHERE account = $1 AND origin = $2';
// One counter a statement: no lock is held while another is waited for, whatever order others take them in.
const TAKE_BACK =
  'UPDATE sign_in_attempts SET failures = trim_array(failures, 1) WHERE account = $1 AND origin = $2 AND cardinality(failures) > 0';
const FORGET_OLD = `
  DELETE
  FROM sign_in_attempts
  WHERE ctid IN (SELECT ctid FROM sign_in_attempts WHERE newest_at < $1::timestamptz - interval '1 hour' LIMIT 100 FOR UPDATE SKIP LOCKED)
`;
/** The counter of all origins together that an account does not know. */
const STRANGERS = 'strangers';

/** From where somebody tries: an address, or a device that the account knows, which has a counter of its own. */
export interface AttemptOrigin {
  readonly network: string;
  readonly knownDevice: string | null;
}

/**
 * Counts failed attempts by account and origin, for people who exist and for people who do not: whoever guesses at a number from
 * elsewhere locks nobody out but themselves.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as failed before it is made, so that a hundred at once are not all let through; success takes it back.
   * @returns whether one more failure locks: whoever fails now says so to whom it concerns
   * @throws `congress.sign-in-locked` when there were too many.
   */
  async charge(subject: SignInSubject, from: AttemptOrigin): Promise<{ readonly isLast: boolean }> {
    const account = accountKey(subject);
    const now = this.clock.now();
    const counters = countersOf(account, from);
    const charged = await this.database.transaction(async (tx) => {
      await tx.query(FORGET_OLD, [now]);
      const counted = [];
      for (const counter of counters) counted.push({ ...counter, failures: await this.failures(tx, account, counter.origin, now) });
      const until = latest(counted.map(({ failures, max }) => lockedUntil(failures, now, max)));
      if (until) return { until, isLast: false };
      const after = counted.map(({ origin, max, failures }) => ({ origin, max, failures: afterFailure(failures, now, max) }));
      for (const { origin, failures } of after) await tx.query(SAVE, [account, origin, failures, now]);
      return { until: null, isLast: after.some(({ failures, max }) => lockedUntil(failures, now, max) !== null) };
    });
    if (charged.until) throw CongressErrors.signInLocked(charged.until);
    return { isLast: charged.isLast };
  }

  /**
   * Makes an attempt that was charged. One that the house was too busy to make is not held against anybody.
   * @throws whatever the attempt throws
   */
  async charged<T>(subject: SignInSubject, from: AttemptOrigin, attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      const account = accountKey(subject);
      for (const { origin } of countersOf(account, from)) await this.database.query(TAKE_BACK, [account, origin]);
      throw error;
    }
  }

  /**
   * The attempt succeeded: nothing is held against its origin any more. Others go on counting: a guesser is not forgiven by the owner's
   * coming.
   */
  async forgive(subject: SignInSubject, { network, knownDevice }: AttemptOrigin): Promise<void> {
    const account = accountKey(subject);
    await this.database.query('DELETE FROM sign_in_attempts WHERE account = $1 AND origin = $2', [
      account,
      knownDevice ?? hashed(account, network),
    ]);
  }

  /** Nothing is held against the account any more, from wherever: a one-time code was brought, or the secretariat says so. */
  async forget(subject: SignInSubject): Promise<void> {
    await this.database.query('DELETE FROM sign_in_attempts WHERE account = $1', [accountKey(subject)]);
  }

  /** Until when some origin cannot try to be this person; null when all may. */
  async lockedUntil(subject: SignInSubject): Promise<Date | null> {
    const now = this.clock.now();
    const rows = await this.database.query<{ origin: string; failures: Date[] }>(
      'SELECT origin, failures FROM sign_in_attempts WHERE account = $1',
      [accountKey(subject)],
    );
    return latest(
      rows.map(({ origin, failures }) =>
        lockedUntil(failures, now, origin === STRANGERS ? FAILURES_OF_STRANGERS_MAX : FAILURES_OF_ORIGIN_MAX),
      ),
    );
  }

  private async failures(tx: Transaction, account: string, origin: string, now: Date): Promise<readonly Date[]> {
    await tx.query(CLAIM, [account, origin, now]);
    const [row] = await tx.query<{ failures: Date[] }>(
      'SELECT failures FROM sign_in_attempts WHERE account = $1 AND origin = $2 FOR UPDATE',
      [account, origin],
    );
    return row?.failures ?? [];
  }
}

/** What an attempt is counted by. */
const countersOf = (
  account: string,
  { network, knownDevice }: AttemptOrigin,
): readonly { readonly origin: string; readonly max: number }[] =>
  knownDevice === null
    ? [
        { origin: hashed(account, network), max: FAILURES_OF_ORIGIN_MAX },
        { origin: STRANGERS, max: FAILURES_OF_STRANGERS_MAX },
      ]
    : [{ origin: knownDevice, max: FAILURES_OF_ORIGIN_MAX }];

const latest = (instants: readonly (Date | null)[]): Date | null =>
  instants.reduce((late, instant) => (instant && (!late || instant > late) ? instant : late), null);

/** An account as the counters and the turns know it, whether there is such a person or not. */
export const accountKey = ({ organisation, staffNo }: SignInSubject): string => hashed(organisation, staffNo);
