import { EVENT_ROUTES, type EventName } from '@plenum/contracts';
import { probe } from '@plenum/test-kit';
import { type House, SERVICES } from './house.js';

const PUBLISHERS = ['congress', 'proposals', 'ballot'] as const;

/** Where a published event has not arrived, or is not known to have. */
export interface Gap {
  readonly event: string;
  /** Who hears it and has not handled it; nobody, where only the confirmation is missing. */
  readonly missing: readonly string[];
}

/** An event as its publisher keeps it. */
interface Published {
  readonly id: string;
  readonly name: EventName;
  readonly confirmed: boolean;
}

/** What the services have told each other and is still on its way, or not confirmed. */
export async function gapsOf(house: House): Promise<readonly Gap[]> {
  const published: Published[] = [];
  for (const publisher of PUBLISHERS)
    published.push(...(await house.sql<Published>(publisher, 'SELECT id, name, confirmed_at IS NOT NULL AS confirmed FROM outbox')));
  const unhandled = new Map<string, ReadonlySet<string>>();
  for (const subscriber of SERVICES) unhandled.set(subscriber, await unhandledBy(house, subscriber, published));
  return published.flatMap(({ id, name, confirmed }) => {
    const hearers: readonly string[] = EVENT_ROUTES[name];
    const missing = hearers.filter((hearer) => unhandled.get(hearer)?.has(id));
    return missing.length > 0 || !confirmed ? [{ event: `${name} ${id}`, missing }] : [];
  });
}

/**
 * The events that a service has not handled: one of its reactions at least, each a transaction of its own, is still to come. How many an
 * event has is the most that any of its name has had.
 */
async function unhandledBy(house: House, subscriber: (typeof SERVICES)[number], published: readonly Published[]): Promise<Set<string>> {
  const rows = await house.sql<{ event_id: string; reactions: number }>(
    subscriber,
    'SELECT event_id, count(*)::int AS reactions FROM inbox GROUP BY event_id',
  );
  const had = new Map(rows.map(({ event_id: id, reactions }) => [id, reactions]));
  const most = new Map<EventName, number>();
  for (const { id, name } of published) most.set(name, Math.max(most.get(name) ?? 1, had.get(id) ?? 0));
  return new Set(published.filter(({ id, name }) => (had.get(id) ?? 0) < (most.get(name) ?? 1)).map(({ id }) => id));
}

/** Waits until every service has handled what the others have told it so far: a roll that is fixed now has everybody on it. */
export async function allHeard(house: House): Promise<void> {
  let unheard: readonly Gap[] = [];
  await probe(
    'every event has been handled by all who hear it',
    async () => {
      unheard = (await gapsOf(house)).filter(({ missing }) => missing.length > 0);
      return unheard.length === 0;
    },
    { describe: () => `${unheard.length} are not, e.g. ${JSON.stringify(unheard.slice(0, 5))}` },
  );
}
