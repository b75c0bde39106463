import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';

const KEPT_DAYS = 30; // From the notice of a session to its vote: whoever takes an address over in that time cannot do it unseen.
const MS_PER_DAY = 86_400_000;

/** A change of somebody's address; `version` is the member's after it. */
export interface AddressChange {
  readonly memberId: string;
  readonly former: string | null;
  readonly current: string | null;
  readonly version: number;
}

// Told twice, or out of turn, the latest change of an address is what counts.
const KEEP = `
  INSERT INTO former_addresses (member_id, mail, version, kept_until) VALUES ($1, $2, $3, $4)
  ON CONFLICT (member_id, mail)
  DO UPDATE SET version = excluded.version, kept_until = excluded.kept_until
  WHERE former_addresses.version < excluded.version
`;

/** Addresses that members had until a while ago. */
@Injectable()
export class FormerAddresses {
  constructor(private readonly clock: Clock) {}

  /**
   * Keeps the former address for its time, and forgets what nobody is reached at any more; an address that is back is the member's own
   * again.
   */
  async keep(tx: Transaction, { memberId, former, current, version }: AddressChange): Promise<void> {
    const now = this.clock.now();
    await tx.query(
      `
        UPDATE former_addresses
        SET mail = NULL
        WHERE mail IS NOT NULL AND (kept_until <= $1 OR (member_id = $2 AND lower(mail) = lower($3) AND version < $4))
      `,
      [now, memberId, current, version],
    );
    if (former !== null) await tx.query(KEEP, [memberId, former, version, new Date(now.getTime() + KEPT_DAYS * MS_PER_DAY)]);
  }
}
