import { Injectable } from '@nestjs/common';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { hashed } from './sign-in-origin.js';

const NOTE = `
  INSERT INTO known_devices (member_id, hash, last_used_at)
  VALUES ($1, $2, $3)
  ON CONFLICT (member_id, hash)
  DO UPDATE SET last_used_at = excluded.last_used_at
`;
const FORGET = `DELETE FROM known_devices WHERE member_id = $1 AND last_used_at < $2::timestamptz - interval '400 days'`;

/** Devices on which a member has signed in before. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the member's attempts from this device are counted under; null when the member never signed in on it. */
  async keyOf(memberId: string, deviceToken: string | null): Promise<string | null> {
    if (deviceToken === null) return null;
    const hash = hashed(deviceToken, memberId);
    const found = await this.database.query('SELECT FROM known_devices WHERE member_id = $1 AND hash = $2', [memberId, hash]);
    return found.length > 0 ? hash : null;
  }

  /** The member has signed in on it. */
  async note(memberId: string, deviceToken: string): Promise<void> {
    const now = this.clock.now();
    await this.database.query(NOTE, [memberId, hashed(deviceToken, memberId), now]);
    await this.database.query(FORGET, [memberId, now]);
  }
}
