import { Injectable, type Type } from '@nestjs/common';
import type { Transaction } from '@plenum/database';
import type { ReceivedEvent, Reaction } from '@plenum/messaging';
import { Deadlines } from './deadlines.repository.js';

/** Whose deadlines are kept: of each service that publishes some. */
const PUBLISHERS = ['proposals', 'ballot', 'congress'] as const;
type Publisher = (typeof PUBLISHERS)[number];

/** What keeps the deadlines of every service. */
export const KEPT_DEADLINES: readonly Type<Reaction>[] = PUBLISHERS.flatMap((publisher) => [
  keepWhen(`${publisher}.deadline-set.v2`),
  stopWhen(`${publisher}.deadline-stopped.v2`),
  settleWhen(`${publisher}.deadline-met.v2`),
]);

function keepWhen(event: `${Publisher}.deadline-set.v2`): Type<Reaction> {
  @Injectable()
  class KeepDeadline implements Reaction<typeof event> {
    readonly id = `KeepDeadlineWhen ${event}`;
    readonly hears = event;

    constructor(private readonly deadlines: Deadlines) {}

    react({ data, version, occurredAt }: ReceivedEvent<typeof event>, tx: Transaction): Promise<void> {
      return this.deadlines.keep(tx, data, { version, occurredAt });
    }
  }
  return KeepDeadline;
}

function stopWhen(event: `${Publisher}.deadline-stopped.v2`): Type<Reaction> {
  @Injectable()
  class StopDeadline implements Reaction<typeof event> {
    readonly id = `StopDeadlineWhen ${event}`;
    readonly hears = event;

    constructor(private readonly deadlines: Deadlines) {}

    react({ data, version, occurredAt }: ReceivedEvent<typeof event>, tx: Transaction): Promise<void> {
      return this.deadlines.end(tx, 'stands', { ...data, version, occurredAt });
    }
  }
  return StopDeadline;
}

function settleWhen(event: `${Publisher}.deadline-met.v2`): Type<Reaction> {
  @Injectable()
  class SettleDeadline implements Reaction<typeof event> {
    readonly id = `SettleDeadlineWhen ${event}`;
    readonly hears = event;

    constructor(private readonly deadlines: Deadlines) {}

    react({ data, version, occurredAt }: ReceivedEvent<typeof event>, tx: Transaction): Promise<void> {
      return this.deadlines.end(tx, 'met', { ...data, version, occurredAt });
    }
  }
  return SettleDeadline;
}
