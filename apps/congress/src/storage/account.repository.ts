import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/service-kit';
import type { EntityManager } from 'typeorm';

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
  readonly codeHash: string | null;
  readonly codeExpiresAt: Date | null;
}

const ACCOUNT = `
  SELECT m.id AS "memberId", m.organisation_id AS "organisationId", o.code AS "organisationCode", o.name AS "organisationName", m.staff_no AS "staffNo", m.name, m.mail, m.active,
         a.password_hash AS "passwordHash", a.code_hash AS "codeHash", a.code_expires_at AS "codeExpiresAt"
    FROM members m JOIN organisations o ON o.id = m.organisation_id LEFT JOIN accounts a ON a.member_id = m.id
   WHERE o.code = $1 AND m.staff_no = $2`;
const SAVE_CODES = `
  INSERT INTO accounts (member_id, code_hash, code_expires_at) SELECT member_id, code_hash, $3 FROM unnest($1::uuid[], $2::text[]) AS c (member_id, code_hash)
  ON CONFLICT (member_id) DO UPDATE SET code_hash = excluded.code_hash, code_expires_at = excluded.code_expires_at`;
// The code is spent in the same statement that sets the password, so it cannot be spent twice.
const SPEND_CODE = `
  UPDATE accounts SET password_hash = $3, code_hash = NULL, code_expires_at = NULL
   WHERE member_id = $1 AND code_hash = $2 AND code_expires_at > $4 RETURNING member_id`;

/** Local accounts: hashes of passwords and of one-time codes. */
@Injectable()
export class AccountRepository {
  constructor(private readonly database: Database) {}

  /** The account of a member who is still there; null when there is none. */
  async find(organisation: string, staffNo: string): Promise<Account | null> {
    const [account] = await this.database.query<Account>(ACCOUNT, [organisation, staffNo]);
    return account?.active ? account : null;
  }

  /** Keeps new one-time codes; earlier ones of the same members no longer count. */
  async saveCodes(tx: EntityManager, codes: readonly { readonly memberId: string; readonly codeHash: string }[], expiresAt: Date): Promise<void> {
    await tx.query(SAVE_CODES, [codes.map(({ memberId }) => memberId), codes.map(({ codeHash }) => codeHash), expiresAt]);
  }

  /** Sets a password against a one-time code. @returns whether the code was still good. */
  async spendCode(tx: EntityManager, memberId: string, codeHash: string, passwordHash: string, now: Date): Promise<boolean> {
    const [spent]: [unknown[], number] = await tx.query(SPEND_CODE, [memberId, codeHash, passwordHash, now]);
    return spent.length === 1;
  }

  /** Keeps the same password under a stronger hash. */
  async renewHash(memberId: string, before: string, after: string): Promise<void> {
    await this.database.source.query('UPDATE accounts SET password_hash = $3 WHERE member_id = $1 AND password_hash = $2', [memberId, before, after]);
  }
}
