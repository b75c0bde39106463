import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Locale, NoticeCode, NoticeEnd, PersonalWay } from '@plenum/contracts';
import { Database, type Transaction } from '@plenum/database';
import type { Gathering } from '../ways/quiet-hours.js';

/** A notice in a letter. */
export interface NoticeInLetter {
  readonly deliveryId: string;
  readonly code: NoticeCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly link: string | null;
  /** It was gathered for later, and its reader has read it in the inbox meanwhile. */
  readonly isRead: boolean;
  /** Why it asks for nothing any more; null while it may. */
  readonly over: NoticeEnd | null;
}

/** Whom a letter is for, as the directory knows them when it is claimed. */
export interface Reader {
  readonly memberId: string;
  readonly organisationId: string;
  /** Null while the directory does not know the member. */
  readonly name: string | null;
  /** Where mails reach them: their address, or a former one where it goes there; null for who has none. */
  readonly mail: string | null;
  readonly isActive: boolean | null;
  readonly locale: Locale;
}

/** All that is due for one person on one way, claimed by this process. */
export interface ClaimedLetter {
  /** The same for as long as it is tried: by it, whoever carries it knows it again. */
  readonly letterId: string;
  /** The most tries of anything in it, this one included. */
  readonly tries: number;
  /** An earlier sender died with it: it may have been sent before. */
  readonly isResend: boolean;
  readonly reader: Reader;
  /** What anything in it was gathered for; null where all of it goes as it comes. */
  readonly digest: Gathering['digest'] | null;
  /** The oldest first. */
  readonly notices: readonly NoticeInLetter[];
  /** When whoever claimed it is taken for dead. */
  readonly until: Date;
}

/** How it ends: as of a letter that its carrier takes for good not, bounced. */
export type Settled = 'sent' | 'skipped' | 'given-up' | 'bounced' | 'withdrawn';

interface Addressee {
  readonly addresseeId: string;
  /** The letter that is to be tried again; null where it is a new one. */
  readonly letterId: string | null;
}

interface ClaimedRow extends NoticeInLetter, Reader {
  readonly letterId: string;
  readonly tries: number;
  readonly isResend: boolean;
  readonly digest: Gathering['digest'] | null;
}

const NOTICES_MAX = 50; // In a letter; the rest goes into the next one.
const LOOKED_AT_MAX = 200; // Enough to find some addressees among, however much is due for one of them.

// While a letter to somebody is on its way nothing else goes there, so that the order is kept.
const IS_ON_ITS_WAY = `EXISTS (
  SELECT FROM deliveries o WHERE o.addressee_id = d.addressee_id AND o.channel = d.channel AND o.state = 'claimed' AND o.due_at > $2)`;

// Whoever has the lock of an addressee claims what is theirs; the others go by.
const CHOOSE = `
  WITH due AS MATERIALIZED (
    SELECT addressee_id, letter_id, due_at FROM deliveries d
     WHERE channel = $1 AND state IN ('due', 'claimed') AND due_at <= $2 AND NOT ${IS_ON_ITS_WAY}
     ORDER BY due_at LIMIT ${LOOKED_AT_MAX}
  ), heads AS MATERIALIZED (
    SELECT DISTINCT ON (addressee_id) addressee_id, letter_id, due_at FROM due ORDER BY addressee_id, letter_id IS NULL, due_at
  ), oldest AS MATERIALIZED (SELECT * FROM heads ORDER BY due_at)
  SELECT addressee_id AS "addresseeId", letter_id AS "letterId" FROM oldest
   WHERE pg_try_advisory_xact_lock(hashtextextended('letter ' || $1 || ' ' || addressee_id, 0)) LIMIT $3
`;

// A statement of its own, which sees all that a former holder of those locks has claimed. What is tried again is the letter that it was.
const CLAIM = `
  WITH chosen AS (
    SELECT * FROM unnest($4::uuid[], $5::uuid[], $6::uuid[]) AS c (addressee_id, again, new)
  ), ordered AS (
    SELECT d.id, c.again, coalesce(c.again, c.new) AS letter_id,
           row_number() OVER (PARTITION BY d.addressee_id ORDER BY n.created_at, n.id) AS nth
      FROM deliveries d JOIN chosen c USING (addressee_id) JOIN notices n ON n.id = d.notice_id
     WHERE d.channel = $1 AND d.state IN ('due', 'claimed') AND d.letter_id IS NOT DISTINCT FROM c.again AND NOT ${IS_ON_ITS_WAY}
       AND (CASE WHEN c.again IS NULL THEN d.not_before ELSE d.due_at END) <= $2
  ), taken AS (
    SELECT d.id, o.letter_id, d.state = 'claimed' AS is_resend FROM deliveries d JOIN ordered o USING (id)
     WHERE d.state IN ('due', 'claimed') AND (o.again IS NOT NULL OR o.nth <= ${NOTICES_MAX})
       FOR UPDATE OF d SKIP LOCKED
  ), claimed AS (
    UPDATE deliveries d
       SET state = 'claimed', due_at = $3, letter_id = t.letter_id, tries = d.tries + 1, resends = d.resends + t.is_resend::int
      FROM taken t WHERE d.id = t.id
    RETURNING d.id, d.letter_id, d.notice_id, d.tries, d.digest, d.former_address_id, t.is_resend
  )
  SELECT c.letter_id AS "letterId", c.id AS "deliveryId", c.tries, c.is_resend AS "isResend", n.code, n.params, n.link, c.digest,
         n.member_id AS "memberId", n.organisation_id AS "organisationId", m.name, m.active AS "isActive",
         CASE WHEN c.former_address_id IS NULL THEN m.mail ELSE f.mail END AS mail,
         coalesce(p.locale, 'zh-CN') AS locale, n.over, c.digest IS NOT NULL AND n.read_at IS NOT NULL AS "isRead"
    FROM claimed c JOIN notices n ON n.id = c.notice_id
    LEFT JOIN directory_members m ON m.id = n.member_id
    LEFT JOIN former_addresses f ON f.id = c.former_address_id
    LEFT JOIN preferences p ON p.member_id = n.member_id
   ORDER BY n.created_at, n.id
`;

// Whose claim ran out, and who was taken up by another since, settles nothing.
const HELD = `WHERE id = ANY($1) AND state = 'claimed' AND due_at = $2`;

/** What is due for people: claimed in letters before it is sent, settled after. */
@Injectable()
export class DeliveriesRepository {
  constructor(private readonly database: Database) {}

  /** Claims the letters of some people on a way, until a time after which their sender is taken for dead. */
  claim(way: PersonalWay, now: Date, until: Date, max: number): Promise<readonly ClaimedLetter[]> {
    return this.database.transaction(async (tx) => {
      const chosen = await tx.query<Addressee>(CHOOSE, [way, now, max]);
      return chosen.length === 0 ? [] : lettersOf(await this.take(tx, way, now, until, chosen), until);
    });
  }

  async settle(
    letter: ClaimedLetter,
    deliveryIds: readonly string[],
    state: Settled,
    now: Date,
    trouble: string | null = null,
  ): Promise<void> {
    await this.database.query(
      `UPDATE deliveries SET state = $3, trouble = $4, sent_at = CASE WHEN $3 = 'sent' THEN $5::timestamptz END ${HELD}`,
      [deliveryIds, letter.until, state, trouble, now],
    );
  }

  /** Has the letter tried again, with what is left of it. */
  async postpone(letter: ClaimedLetter, deliveryIds: readonly string[], dueAt: Date, trouble: string): Promise<void> {
    await this.database.query(`UPDATE deliveries SET state = 'due', due_at = $3, trouble = $4 ${HELD}`, [
      deliveryIds,
      letter.until,
      dueAt,
      trouble,
    ]);
  }

  private take(tx: Transaction, way: PersonalWay, now: Date, until: Date, chosen: readonly Addressee[]): Promise<ClaimedRow[]> {
    return tx.query<ClaimedRow>(CLAIM, [
      way,
      now,
      until,
      chosen.map(({ addresseeId }) => addresseeId),
      chosen.map(({ letterId }) => letterId),
      chosen.map(() => randomUUID()),
    ]);
  }
}

function lettersOf(rows: readonly ClaimedRow[], until: Date): readonly ClaimedLetter[] {
  const ids = new Set(rows.map(({ letterId }) => letterId));
  return [...ids].map((letterId) => {
    const own = rows.filter((row) => row.letterId === letterId) as [ClaimedRow, ...ClaimedRow[]];
    const [{ memberId, organisationId, name, mail, isActive, locale }] = own;
    return {
      letterId,
      tries: Math.max(...own.map(({ tries }) => tries)),
      isResend: own.some(({ isResend }) => isResend),
      reader: { memberId, organisationId, name, mail, isActive, locale },
      digest: own.find(({ digest }) => digest !== null)?.digest ?? null,
      notices: own.map(({ deliveryId, code, params, link, isRead, over }) => ({
        deliveryId,
        code,
        params,
        link,
        isRead,
        over,
      })),
      until,
    };
  });
}
