import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { afterFailure, CongressErrors, lockedUntil } from '@plenum/congress-domain';
import { Clock } from '@plenum/kernel';
import { Database } from '@plenum/service-kit';

const CLAIM = `INSERT INTO sign_in_attempts (subject, failures, newest_at) VALUES ($1, '{}', $2) ON CONFLICT (subject) DO NOTHING`;
const FORGET_OLD = `DELETE FROM sign_in_attempts WHERE newest_at < $1::timestamptz - interval '1 day' AND subject <> $2`;

/** Whom somebody tries to be: by what they typed, so that nothing shows whether there is such a person. */
export interface SignInSubject {
  readonly organisation: string;
  readonly staffNo: string;
}

/** Counts failed attempts, for people who exist and for people who do not. */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts an attempt as failed before it is made, so that a hundred at once are not all let through; success takes it back.
   * @throws `congress.sign-in-locked` when there were too many.
   */
  async charge(subject: SignInSubject): Promise<void> {
    const [key, now] = [keyOf(subject), this.clock.now()];
    const until = await this.database.transaction(async (tx) => {
      await tx.query(CLAIM, [key, now]);
      const [row]: { failures: Date[] }[] = await tx.query('SELECT failures FROM sign_in_attempts WHERE subject = $1 FOR UPDATE', [key]);
      const failures = row?.failures ?? [];
      const locked = lockedUntil(failures, now);
      if (!locked) await tx.query('UPDATE sign_in_attempts SET failures = $2, newest_at = $3 WHERE subject = $1', [key, afterFailure(failures, now), now]);
      return locked;
    });
    if (until) throw CongressErrors.signInLocked(until);
  }

  /** The attempt succeeded: nothing is held against the account any more. */
  async forget(subject: SignInSubject): Promise<void> {
    const key = keyOf(subject);
    await this.database.source.query('DELETE FROM sign_in_attempts WHERE subject = $1', [key]);
    await this.database.source.query(FORGET_OLD, [this.clock.now(), key]);
  }
}

const keyOf = ({ organisation, staffNo }: SignInSubject): string => createHash('sha256').update(JSON.stringify([organisation, staffNo])).digest('base64url');
