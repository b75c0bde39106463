import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { Database } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import type { Actor } from '@plenum/service-kit';
import type { OwnDevice } from './accounts.responses.js';

// A family whose newest token has run out is signed out, though nobody has ended it.
const RUNNING = `
  SELECT f.id, f.browser, f.system, f.began_at AS "signedInAt", f.last_used_at AS "lastUsedAt", f.id = $3 AS "isThis"
    FROM refresh_families f
   WHERE f.member_id = $1 AND f.ended_at IS NULL AND f.expires_at > $2
     AND EXISTS (SELECT FROM refresh_tokens t WHERE t.family_id = f.id AND t.used_at IS NULL AND t.expires_at > $2)
   ORDER BY f.id = $3 DESC, f.last_used_at DESC, f.id`;

type Row = Omit<OwnDevice, 'signedInAt' | 'lastUsedAt'> & { readonly signedInAt: Date; readonly lastUsedAt: Date };

/** The devices that the actor is signed in on, this one first. */
export class OwnDevices extends Query<OwnDevice[]> {
  constructor(
    readonly actor: Actor,
    readonly signInId: string,
  ) {
    super();
  }
}

@QueryHandler(OwnDevices)
export class OwnDevicesHandler implements IQueryHandler<OwnDevices> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute({ actor: { memberId }, signInId }: OwnDevices): Promise<OwnDevice[]> {
    const rows = await this.database.query<Row>(RUNNING, [memberId, this.clock.now(), signInId]);
    return rows.map(({ signedInAt, lastUsedAt, ...device }) => ({
      ...device,
      signedInAt: signedInAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    }));
  }
}
