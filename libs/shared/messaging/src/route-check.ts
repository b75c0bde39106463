import { EVENT_ROUTES, isEventName } from '@plenum/contracts';
import type { Reaction } from './reaction.js';

/** Who hears what, by event name; the house's own map unless a test brings another. */
export type Routes = Readonly<Record<string, readonly string[]>>;

/** The map of the system and a service's reactions differ: the service must not start. */
export class RoutesError extends Error {
  override readonly name = 'RoutesError';

  constructor(
    service: string,
    readonly faults: readonly string[],
  ) {
    super(`${service} does not start, its routes and reactions differ: ${faults.join('; ')}`);
  }
}

/**
 * Compares the routes that lead to a service with its reactions, both ways.
 * @throws RoutesError naming every route without a reaction and every reaction without a route.
 */
export function checkRoutes(service: string, reactions: readonly Reaction[], routes: Routes = EVENT_ROUTES): void {
  const heard = new Set<string>(reactions.map(({ hears }) => hears));
  const routed = Object.keys(routes).filter((name) => routes[name]?.includes(service));
  const ids = reactions.map(({ id }) => id);
  const faults = [
    ...routed.filter((name) => !isEventName(name)).map((name) => `route ${name} has no contract`),
    ...routed.filter((name) => !heard.has(name)).map((name) => `route ${name} has no reaction`),
    ...reactions
      .filter(({ hears }) => !routed.includes(hears))
      .map(({ id, hears }) => `reaction ${id} hears ${hears}, which has no route here`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `reaction ${id} is listed twice`),
  ];
  if (faults.length > 0) throw new RoutesError(service, faults);
}
