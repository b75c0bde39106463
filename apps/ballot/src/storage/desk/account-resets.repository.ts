import { Injectable } from '@nestjs/common';
import { accountHoldOf, type AccountReset, type Ballot, holdOf, type ResetHistory, resetsSince, signsIn } from '@plenum/ballot-domain';
import { lateFrom } from '@plenum/calendar';
import type { Queryable, Transaction } from '@plenum/database';
import { Directory } from '@plenum/directory';

const RESETS = `SELECT r.member_id AS "memberId", r.at, r.made_by AS "madeBy", r.is_first AS "isFirst" FROM account_resets r`;
const OF_MEMBER = `${RESETS} WHERE r.member_id = $1 ORDER BY r.at`;
const ON_ROLL = `${RESETS} JOIN ballot_rolls b ON b.member_id = r.member_id AND b.ballot_id = $1 ORDER BY r.at, r.member_id`;

/** Who confirmed an account for a ballot, and when. */
export interface AccountConfirmation {
  readonly memberId: string;
  readonly confirmedBy: string;
  readonly at: Date;
}

/** A reset as it is told to whoever watches the vote. */
export type ListedAccountReset = AccountReset & {
  /** A first password that was set after the session had begun. */
  readonly late: boolean;
  readonly isHeld: boolean;
  readonly confirmedBy: string | null;
};

/** Which accounts were reset, as the congress service told, and who confirmed them for which ballot. */
@Injectable()
export class AccountResetsRepository {
  constructor(private readonly directory: Directory) {}

  /** What counts of one member's account for a ballot. */
  async historyOf(from: Queryable, ballot: Ballot, memberId: string): Promise<ResetHistory> {
    const resets = await from.query<AccountReset>(OF_MEMBER, [memberId]);
    if (resets.length === 0) return { resets, announcedAt: null, lateFrom: null, confirmedAt: null }; // Nothing to hold back for.
    const [confirmation] = (await this.confirmations(from, ballot.id)).filter((each) => each.memberId === memberId);
    return {
      resets,
      announcedAt: await this.announcedAt(from, ballot),
      lateFrom: await this.lateFrom(from, ballot),
      confirmedAt: confirmation?.at ?? null,
    };
  }

  /** The resets of those on the roll since the session was announced, each with who confirmed it behind it. */
  async onRoll(from: Queryable, ballot: Ballot): Promise<readonly ListedAccountReset[]> {
    const [announcedAt, late] = [await this.announcedAt(from, ballot), await this.lateFrom(from, ballot)];
    const confirmations = new Map((await this.confirmations(from, ballot.id)).map((each) => [each.memberId, each]));
    return resetsSince({ resets: await from.query<AccountReset>(ON_ROLL, [ballot.id]), announcedAt }).map((reset) => {
      const confirmation = confirmations.get(reset.memberId);
      const isConfirmed = confirmation !== undefined && confirmation.at >= reset.at;
      const isHeld = accountHoldOf({ resets: [reset], announcedAt, lateFrom: late, confirmedAt: confirmation?.at ?? null }) !== null;
      return { ...reset, late: holdOf(reset, late) === 'late-first', isHeld, confirmedBy: isConfirmed ? confirmation.confirmedBy : null };
    });
  }

  /** When the ballot's session was announced; null where nobody kept it. */
  private async announcedAt(from: Queryable, { sessionId }: Pick<Ballot, 'sessionId'>): Promise<Date | null> {
    const [row] = await from.query<{ at: Date }>('SELECT at FROM session_announcements WHERE session_id = $1', [sessionId]);
    return row?.at ?? null;
  }

  /** From when on whoever comes to the ballot's session is late; null where nobody signs in. */
  private async lateFrom(from: Queryable, { electorate, sessionId }: Pick<Ballot, 'electorate' | 'sessionId'>): Promise<Date | null> {
    const session = signsIn(electorate) ? await this.directory.session(from, sessionId) : null;
    return session && lateFrom(session);
  }

  private confirmations(from: Queryable, ballotId: string): Promise<AccountConfirmation[]> {
    return from.query(
      'SELECT member_id AS "memberId", confirmed_by AS "confirmedBy", at FROM account_confirmations WHERE ballot_id = $1 ORDER BY at',
      [ballotId],
    );
  }

  /** The latest confirmation is the one that counts. */
  async confirm(tx: Transaction, ballotId: string, { memberId, confirmedBy, at }: AccountConfirmation): Promise<void> {
    await tx.query(
      `INSERT INTO account_confirmations (ballot_id, member_id, confirmed_by, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (ballot_id, member_id) DO UPDATE SET confirmed_by = excluded.confirmed_by, at = excluded.at`,
      [ballotId, memberId, confirmedBy, at],
    );
  }

  async keepReset(tx: Transaction, { memberId, at, madeBy, isFirst }: AccountReset): Promise<void> {
    await tx.query('INSERT INTO account_resets (member_id, at, made_by, is_first) VALUES ($1, $2, $3, $4)', [
      memberId,
      at,
      madeBy,
      isFirst,
    ]);
  }

  /** The first time counts: told anew, a session is not announced anew. */
  async keepAnnouncement(tx: Transaction, sessionId: string, at: Date): Promise<void> {
    await tx.query('INSERT INTO session_announcements (session_id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [sessionId, at]);
  }
}
