import { Injectable } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { DeskSignInsRepository } from '../../storage/desk/desk-sign-ins.repository.js';

/** Keeps whom another hand signed in: it stands in the papers of every vote that they were there for. */
@Injectable()
export class KeepDeskSignIn implements Reaction<'congress.attendance-changed.v2'> {
  readonly id = 'KeepDeskSignIn';
  readonly hears = 'congress.attendance-changed.v2';

  constructor(private readonly signIns: DeskSignInsRepository) {}

  async react(
    { data: { sessionId, memberId, present, at, by, late } }: ReceivedEvent<'congress.attendance-changed.v2'>,
    tx: Transaction,
  ): Promise<void> {
    if (present && by !== null && by !== memberId) await this.signIns.keep(tx, sessionId, { memberId, at: new Date(at), madeBy: by, late });
  }
}
