import { Injectable } from '@nestjs/common';
import type { SignInSubject } from '@plenum/congress-domain';
import { Database, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { ChangeRecords } from '@plenum/service-kit';

/** What signing in needs to know of a person. */
export interface Account {
  readonly memberId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly staffNo: string;
  readonly name: string;
  readonly mail: string | null;
  readonly active: boolean;
  readonly passwordHash: string | null;
  /** The one-time codes that were given, on paper or by mail, expired or not. */
  readonly codes: readonly { readonly hash: string; readonly expiresAt: Date }[];
}

/** Who made a one-time code. */
export interface CodeMaker {
  readonly way: 'given' | 'mailed';
  /** The member who gave it, or who asked for it while signed in; null where nobody was. */
  readonly by: string | null;
}

interface AccountRow extends Omit<Account, 'codes'> {
  readonly codeHash: string | null;
  readonly codeExpiresAt: Date | null;
  readonly mailCodeHash: string | null;
  readonly mailCodeExpiresAt: Date | null;
}

const ACCOUNTS = `
  SELECT m.id AS "memberId", m.organisation_id AS "organisationId", o.code AS "organisationCode", o.name AS "organisationName",
    m.staff_no AS "staffNo", m.name, m.mail, m.active,
         a.password_hash AS "passwordHash", a.code_hash AS "codeHash", a.code_expires_at AS "codeExpiresAt",
         a.mail_code_hash AS "mailCodeHash", a.mail_code_expires_at AS "mailCodeExpiresAt"
    FROM members m JOIN organisations o ON o.id = m.organisation_id LEFT JOIN accounts a ON a.member_id = m.id
`;
// Two members whose numbers differ in case alone may be left of earlier rosters: the number as it was typed then says who is meant.
const OF_SUBJECT = `${ACCOUNTS} WHERE o.code = $1 AND upper(m.staff_no) = $2 AND m.active ORDER BY m.staff_no = $3 DESC, m.staff_no LIMIT 1`;
const OF_MEMBER = `${ACCOUNTS} WHERE m.id = $1 AND m.active`;
const SAVE_CODES = `
  INSERT INTO accounts (member_id, code_hash, code_expires_at, code_given_by)
  SELECT member_id, code_hash, $3, $4
  FROM unnest($1::uuid[], $2::text[]) AS c (member_id, code_hash)
  ON CONFLICT (member_id)
  DO UPDATE SET code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at, code_given_by = excluded.code_given_by
`;
// The code is spent in the same statement that sets the password, so it cannot be spent twice.
const SPEND_CODE = `
  UPDATE accounts SET password_hash = $3, code_hash = NULL, code_expires_at = NULL, mail_code_hash = NULL, mail_code_expires_at = NULL
   WHERE member_id = $1 AND ((code_hash = $2 AND code_expires_at > $4) OR (mail_code_hash = $2 AND mail_code_expires_at > $4))
   RETURNING member_id
`;
const MAKER_OF_CODE = `
  SELECT CASE WHEN code_hash = $2 THEN 'given' ELSE 'mailed' END AS way, CASE WHEN code_hash = $2 THEN code_given_by
    ELSE mail_code_asked_by END AS by
    FROM accounts WHERE member_id = $1 AND $2 IN (code_hash, mail_code_hash) FOR UPDATE
`;
const SAVE_MAIL_CODE = `
  INSERT INTO accounts (member_id, mail_code_hash, mail_code_expires_at, mail_code_sent_at, mail_code_asked_by) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (member_id) DO UPDATE SET mail_code_hash = excluded.mail_code_hash, mail_code_expires_at = excluded.mail_code_expires_at,
    mail_code_sent_at = excluded.mail_code_sent_at, mail_code_asked_by = excluded.mail_code_asked_by
   WHERE accounts.mail_code_sent_at IS NULL OR accounts.mail_code_sent_at < $4::timestamptz - interval '10 minutes' RETURNING member_id`;
const NOTE_LOCK = `
  UPDATE accounts
  SET lock_told_at = $2
  WHERE member_id = $1 AND (lock_told_at IS NULL OR lock_told_at < $2::timestamptz - interval '1 day')
  RETURNING member_id
`;

/** Local accounts: hashes of passwords and of one-time codes. */
@Injectable()
export class AccountRepository {
  constructor(
    private readonly database: Database,
    private readonly records: ChangeRecords,
    private readonly clock: Clock,
  ) {}

  /** The account of a member who is still there; null when there is none. */
  async find({ organisation, staffNo }: SignInSubject): Promise<Account | null> {
    const [row] = await this.database.query<AccountRow>(OF_SUBJECT, [organisation, staffNo, staffNo]);
    return row ? toAccount(row) : null;
  }

  /** The account of a member who is still there, by its id. */
  async findByMember(memberId: string): Promise<Account | null> {
    const [row] = await this.database.query<AccountRow>(OF_MEMBER, [memberId]);
    return row ? toAccount(row) : null;
  }

  /** Keeps new one-time codes; earlier ones of the same members no longer count. */
  async saveCodes(
    tx: Transaction,
    codes: readonly { readonly memberId: string; readonly codeHash: string }[],
    expiresAt: Date,
    givenBy: string | null,
  ): Promise<void> {
    await tx.query(SAVE_CODES, [codes.map(({ memberId }) => memberId), codes.map(({ codeHash }) => codeHash), expiresAt, givenBy]);
  }

  /**
   * How a code came to be: given by hand, or asked for and mailed to the member's address, and by whom. Null where there is no such code
   * any more.
   */
  async makerOf(tx: Transaction, memberId: string, codeHash: string): Promise<CodeMaker | null> {
    const [row] = await tx.query<CodeMaker>(MAKER_OF_CODE, [memberId, codeHash]);
    return row ?? null;
  }

  /** Tells whom a code was given for, and by whom: never the code. */
  async tellCodesGiven(
    tx: Transaction,
    { organisationId, memberId: givenBy }: { readonly organisationId: string; readonly memberId: string },
    memberIds: readonly string[],
  ): Promise<void> {
    await this.records.publish(
      tx,
      memberIds.map((memberId) => ({
        name: 'congress.sign-in-code-given.v1',
        aggregateId: memberId,
        version: 1,
        data: { organisationId, memberId, givenBy },
      })),
    );
  }

  /** Tells that somebody with a one-time code set the password. */
  async tellReset(tx: Transaction, { memberId, organisationId, passwordHash }: Account, madeBy: string | null): Promise<void> {
    const data = { organisationId, memberId, madeBy, isFirst: passwordHash === null, at: this.clock.now().toISOString() };
    await this.records.publish(tx, [{ name: 'congress.account-reset.v1', aggregateId: memberId, version: 1, data }]);
  }

  /** Sets a password against a one-time code. @returns whether the code was still good. */
  async spendCode(tx: Transaction, memberId: string, codeHash: string, passwordHash: string, now: Date): Promise<boolean> {
    const spent = await tx.query<unknown>(SPEND_CODE, [memberId, codeHash, passwordHash, now]);
    return spent.length === 1;
  }

  /** Keeps the same password under a stronger hash. */
  async renewHash(memberId: string, before: string, after: string): Promise<void> {
    await this.database.query('UPDATE accounts SET password_hash = $3 WHERE member_id = $1 AND password_hash = $2', [
      memberId,
      before,
      after,
    ]);
  }

  /** Sets a password in place of another. @returns whether the other was still the password */
  async replaceHash(tx: Transaction, memberId: string, before: string | null, after: string): Promise<boolean> {
    const changed = await tx.query<unknown>(
      'UPDATE accounts SET password_hash = $3 WHERE member_id = $1 AND password_hash = $2 RETURNING member_id',
      [memberId, before, after],
    );
    return changed.length === 1;
  }

  /** Keeps a code that is to be sent by mail, beside one that was given on paper. @returns false when one was sent a moment ago */
  async saveMailCode(tx: Transaction, memberId: string, codeHash: string, expiresAt: Date, askedBy: string | null): Promise<boolean> {
    const saved = await tx.query<unknown>(SAVE_MAIL_CODE, [memberId, codeHash, expiresAt, this.clock.now(), askedBy]);
    return saved.length === 1;
  }

  /** Tells that too many wrong passwords came for a member, once a day at most. */
  async tellLock({ memberId, organisationId }: Account): Promise<void> {
    await this.database.transaction(async (tx) => {
      const noted = await tx.query<unknown>(NOTE_LOCK, [memberId, this.clock.now()]);
      if (noted.length > 0)
        await this.records.publish(tx, [
          { name: 'congress.sign-in-locked.v1', aggregateId: memberId, version: 1, data: { organisationId, memberId } },
        ]);
    });
  }

  /** Tells that a member's password was replaced. */
  async tellPasswordSet(tx: Transaction, { memberId, organisationId }: Account): Promise<void> {
    await this.records.publish(tx, [
      { name: 'congress.password-set.v1', aggregateId: memberId, version: 1, data: { organisationId, memberId } },
    ]);
  }
}

function toAccount({ codeHash, codeExpiresAt, mailCodeHash, mailCodeExpiresAt, ...account }: AccountRow): Account {
  const given = [
    { hash: codeHash, expiresAt: codeExpiresAt },
    { hash: mailCodeHash, expiresAt: mailCodeExpiresAt },
  ];
  return { ...account, codes: given.flatMap(({ hash, expiresAt }) => (hash !== null && expiresAt !== null ? [{ hash, expiresAt }] : [])) };
}
