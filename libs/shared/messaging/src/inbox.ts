import { type Envelope, eventFaults, type EventName, isEventName } from '@plenum/contracts';
import type { Database } from '@plenum/database';
import { MalformedError } from '@plenum/kernel';
import { isFinal } from './failures.js';
import type { MessagingMeter } from './messaging.meter.js';
import type { Tracing } from './messaging.options.js';
import type { Reaction } from './reaction.js';
import type { Forgery } from './sealed-envelope.js';

const FORGED = `
  INSERT INTO forged_envelopes (day, forgery, claimed) VALUES (current_date, $1, coalesce($2, ''))
  ON CONFLICT (day, forgery, claimed) DO UPDATE SET times = forged_envelopes.times + 1, last_at = clock_timestamp()`;
const CLAIM = 'INSERT INTO inbox (event_id, reaction) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id';

/** Runs each reaction to an event exactly once, whatever the number of deliveries. */
export class Inbox {
  private readonly byEvent = new Map<string, Reaction[]>();

  constructor(
    private readonly database: Database,
    reactions: readonly Reaction[],
    private readonly tracing: Tracing,
    private readonly meter: MessagingMeter,
  ) {
    for (const reaction of reactions) this.byEvent.set(reaction.hears, [...(this.byEvent.get(reaction.hears) ?? []), reaction]);
  }

  /**
   * Gives an event to every reaction that has not handled it. One that fails does not keep the others from theirs. Answers the event.
   * @throws MalformedError when it is no event of ours or departs from its contract.
   * @throws what the reactions threw: the first fault, or else the first refusal.
   */
  async receive(delivered: unknown): Promise<Envelope> {
    const event = readEnvelope(delivered);
    const reactions = this.byEvent.get(event.name);
    // A newer release of the publisher's may be ahead of this one: a fault, so it waits for the replica that knows.
    if (!reactions) throw new Error(`no reaction hears ${event.name} here`);
    const failures: unknown[] = [];
    for (const reaction of reactions) {
      await this.tracing.run(event.traceId ?? event.id, () => this.once(reaction, event)).catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw failures.find((error) => !isFinal(error)) ?? failures[0];
    return event;
  }

  /** Keeps that a job was refused as forged: counted by day, kind and alleged event, so that a flood of them fills no table. */
  async noteForged(forgery: Forgery, claimed: string | null): Promise<void> {
    await this.database.transaction((tx) => tx.query(FORGED, [forgery, claimed]));
  }

  private async once(reaction: Reaction, event: Envelope): Promise<void> {
    const isFirst = await this.database.transaction(async (tx) => {
      // A second delivery waits here for the first one's commit, then finds the row.
      const claimed = await tx.query(CLAIM, [event.id, reaction.id]);
      if (claimed.length === 0) return false;
      await reaction.react(event, tx);
      return true;
    });
    this.meter.count(isFirst ? 'handled' : 'repeated');
  }
}

/** Checks that what a queue delivered is an event that keeps its contract. @throws MalformedError naming where it does not. */
export function readEnvelope(delivered: unknown): Envelope<EventName> {
  const { id, name, aggregateId, version, occurredAt, data } = (delivered ?? {}) as Partial<Record<keyof Envelope, unknown>>;
  if (typeof name !== 'string' || !isEventName(name)) throw new MalformedError([{ field: 'name', reason: 'not-an-event' }]);
  const texts = Object.entries({ id, aggregateId, occurredAt }).filter(([, value]) => typeof value !== 'string');
  if (texts.length > 0) throw new MalformedError(texts.map(([field]) => ({ field, reason: 'not-a-text' })));
  if (!Number.isSafeInteger(version)) throw new MalformedError([{ field: 'version', reason: 'not-a-count' }]);
  const faults = eventFaults(name, data);
  if (faults.length > 0) throw new MalformedError(faults.map(({ field, reason }) => ({ field: `data.${field}`, reason })));
  return delivered as Envelope<EventName>;
}
