import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';

// After a quarter of an hour every access token of a sign-in has expired by itself.
const FORGET = `
  DELETE
  FROM ended_sign_ins
  WHERE id IN (SELECT id FROM ended_sign_ins WHERE ended_at < now() - interval '15 minutes' FOR UPDATE SKIP LOCKED)
`;
const NOTE = 'INSERT INTO ended_sign_ins (id, ended_at) SELECT id, now() FROM unnest($1::uuid[]) AS ended (id) ON CONFLICT (id) DO NOTHING';

/** Sign-ins that are over are over here as well: the kit's guard asks the same table. */
@Injectable()
export class EndSignInsWhenEnded implements Reaction<'congress.sign-ins-ended.v1'> {
  readonly id = 'EndSignInsWhenEnded';
  readonly hears = 'congress.sign-ins-ended.v1';

  async react({ data: { signInIds } }: ReceivedEvent<'congress.sign-ins-ended.v1'>, tx: Transaction): Promise<void> {
    await tx.query(FORGET);
    await tx.query(NOTE, [signInIds]);
  }
}
