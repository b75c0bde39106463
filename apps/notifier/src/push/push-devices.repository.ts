import { Injectable } from '@nestjs/common';
import type { PushTrouble } from '@plenum/contracts';
import { Database, type Queryable } from '@plenum/database';
import type { PushAddress } from './web-push.way.js';

/** A device on which somebody is told. */
export interface PushDevice extends PushAddress {
  readonly id: string;
  readonly signInId: string;
  readonly createdAt: Date;
  readonly testedAt: Date | null;
  readonly lastReachedAt: Date | null;
  readonly trouble: PushTrouble | null;
}

/** A device as its browser names it. */
export interface NewPushDevice extends PushAddress {
  readonly organisationId: string;
  readonly memberId: string;
  readonly signInId: string;
}

const COLUMNS = `
  id, sign_in_id AS "signInId", endpoint, p256dh, auth, created_at AS "createdAt", tested_at AS "testedAt",
  last_reached_at AS "lastReachedAt", trouble`;

// A browser has one address, whoever is signed in there; that it is this browser is proved by its keys, which nobody else is told.
const MAKE_ROOM = `
  DELETE FROM push_subscriptions WHERE sign_in_id = $1 OR (endpoint = $2 AND (member_id = $3 OR (p256dh = $4 AND auth = $5)))
`;
const INSERT = `
  INSERT INTO push_subscriptions (organisation_id, member_id, sign_in_id, endpoint, p256dh, auth, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id
`;

/** The devices on which people are told by Web Push. */
@Injectable()
export class PushDevicesRepository {
  constructor(private readonly database: Database) {}

  /** A member's devices, the newest first. */
  of(memberId: string, from: Queryable = this.database): Promise<PushDevice[]> {
    return from.query(`SELECT ${COLUMNS} FROM push_subscriptions WHERE member_id = $1 ORDER BY created_at DESC, id`, [memberId]);
  }

  /** On how many devices of how many people of an organisation. */
  async countOf(organisationId: string): Promise<{ readonly devices: number; readonly people: number }> {
    const sql =
      'SELECT count(*)::int AS devices, count(DISTINCT member_id)::int AS people FROM push_subscriptions WHERE organisation_id = $1';
    return (await this.database.query<{ devices: number; people: number }>(sql, [organisationId]))[0] ?? { devices: 0, people: 0 };
  }

  /** Takes what the sign-in and the browser had before out of the way. */
  async makeRoom(tx: Queryable, { signInId, endpoint, memberId, p256dh, auth }: NewPushDevice): Promise<void> {
    await tx.query(MAKE_ROOM, [signInId, endpoint, memberId, p256dh, auth]);
  }

  /** @returns false where the address is that of somebody else's device */
  async add(tx: Queryable, device: NewPushDevice, now: Date): Promise<boolean> {
    const { organisationId, memberId, signInId, endpoint, p256dh, auth } = device;
    return (await tx.query(INSERT, [organisationId, memberId, signInId, endpoint, p256dh, auth, now])).length > 0;
  }

  /** @returns false where the member has no such device */
  async remove(memberId: string, id: string): Promise<boolean> {
    const removed = await this.database.query('DELETE FROM push_subscriptions WHERE id = $1 AND member_id = $2 RETURNING id', [
      id,
      memberId,
    ]);
    return removed.length > 0;
  }

  /** Forgets a device that its service knows no more, unless it was set anew since. */
  async forget(device: PushDevice): Promise<void> {
    await this.database.query('DELETE FROM push_subscriptions WHERE id = $1', [device.id]);
  }

  /** Forgets the devices of sign-ins that have ended. */
  async forgetSignIns(tx: Queryable, signInIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM push_subscriptions WHERE sign_in_id = ANY($1)', [signInIds]);
  }

  /** @returns whether it may be tried: not again within the pause */
  async trying(id: string, now: Date, notSince: Date): Promise<boolean> {
    const sql = 'UPDATE push_subscriptions SET tested_at = $2 WHERE id = $1 AND (tested_at IS NULL OR tested_at <= $3) RETURNING id';
    return (await this.database.query(sql, [id, now, notSince])).length > 0;
  }

  async reached(id: string, now: Date): Promise<void> {
    const sql = 'UPDATE push_subscriptions SET last_reached_at = $2, trouble = NULL, troubled_at = NULL WHERE id = $1';
    await this.database.query(sql, [id, now]);
  }

  async troubled(id: string, trouble: string, now: Date): Promise<void> {
    await this.database.query('UPDATE push_subscriptions SET trouble = $2, troubled_at = $3 WHERE id = $1', [id, trouble, now]);
  }
}
