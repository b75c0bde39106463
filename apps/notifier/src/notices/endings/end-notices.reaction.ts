import { Injectable, type Type } from '@nestjs/common';
import type { EventName } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { EndedNotices, ENDING_EVENTS } from './ended-notices.js';

/** One reaction per event that ends a notice. */
export const ENDING_REACTIONS: readonly Type<Reaction>[] = ENDING_EVENTS.map(endNoticesWhen);

function endNoticesWhen<N extends EventName>(event: N): Type<Reaction> {
  @Injectable()
  class EndNotices implements Reaction<N> {
    readonly id = `EndNoticesWhen ${event}`;
    readonly hears = event;

    constructor(private readonly ended: EndedNotices) {}

    react(heard: ReceivedEvent<N>, tx: Transaction): Promise<void> {
      return this.ended.end(tx, heard);
    }
  }
  return EndNotices;
}
