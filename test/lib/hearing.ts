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

/** What the services have told each other and is still on its way, or not confirmed. */
export async function gapsOf(house: House): Promise<readonly Gap[]> {
  const handled = new Map<string, ReadonlySet<string>>();
  for (const subscriber of SERVICES) {
    const rows = await house.sql<{ event_id: string }>(subscriber, 'SELECT DISTINCT event_id FROM inbox');
    handled.set(subscriber, new Set(rows.map(({ event_id }) => event_id)));
  }
  const gaps: Gap[] = [];
  for (const publisher of PUBLISHERS) {
    const events = await house.sql<{ id: string; name: EventName; confirmed: boolean }>(
      publisher,
      'SELECT id, name, confirmed_at IS NOT NULL AS confirmed FROM outbox',
    );
    for (const { id, name, confirmed } of events) {
      const hearers: readonly string[] = EVENT_ROUTES[name];
      const missing = hearers.filter((hearer) => !handled.get(hearer)?.has(id));
      if (missing.length > 0 || !confirmed) gaps.push({ event: `${name} ${id}`, missing });
    }
  }
  return gaps;
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
