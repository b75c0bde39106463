import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { AccountResetsRepository } from '../../storage/desk/account-resets.repository.js';

@Injectable()
export class KeepAccountReset implements Reaction<'congress.account-reset.v1'> {
  readonly id = 'KeepAccountReset';
  readonly hears = 'congress.account-reset.v1';

  constructor(private readonly resets: AccountResetsRepository) {}

  react({ data: { memberId, at, madeBy, isFirst } }: ReceivedEvent<'congress.account-reset.v1'>, tx: Transaction): Promise<void> {
    return this.resets.keepReset(tx, { memberId, at: new Date(at), madeBy, isFirst });
  }
}

/** From when on a reset is one since the session was announced. */
@Injectable()
export class KeepSessionAnnouncement implements Reaction<'congress.session-set-up.v1'> {
  readonly id = 'KeepSessionAnnouncement';
  readonly hears = 'congress.session-set-up.v1';

  constructor(private readonly resets: AccountResetsRepository) {}

  react({ data: { sessionId }, occurredAt }: ReceivedEvent<'congress.session-set-up.v1'>, tx: Transaction): Promise<void> {
    return this.resets.keepAnnouncement(tx, sessionId, new Date(occurredAt));
  }
}
