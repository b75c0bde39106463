import { ballotEvents } from './ballot/ballot.events.js';
import { agendaEvents } from './congress/agenda.events.js';
import { memberEvents } from './congress/member.events.js';
import { officeEvents } from './congress/office.events.js';
import { organisationEvents } from './congress/organisation.events.js';
import { sessionEvents } from './congress/session.events.js';
import { deadlineEventsOf } from './deadline.events.js';
import { supervisionEvents } from './proposals/supervision.events.js';
import { commitmentEvents } from './proposals/commitment.events.js';
import { formerDeadlineEvents, proposalEvents } from './proposals/proposal.events.js';
import { publicationEvents } from './proposals/publication.events.js';
import { awardEvents } from './proposals/award.events.js';
import { opinionEvents } from './proposals/opinion.events.js';
import { mergeEvents, requestEvents } from './proposals/request.events.js';
import type { PayloadFault, Read } from './shape.js';

/** Every published event and the shape of its data. Append-only: a change is a new `.v2`. */
export const EVENTS = {
  ...organisationEvents,
  ...memberEvents,
  ...sessionEvents,
  ...officeEvents,
  ...agendaEvents,
  ...deadlineEventsOf('congress'),
  ...proposalEvents,
  ...commitmentEvents,
  ...supervisionEvents,
  ...opinionEvents,
  ...awardEvents,
  ...publicationEvents,
  ...formerDeadlineEvents,
  ...deadlineEventsOf('proposals'),
  ...requestEvents,
  ...mergeEvents,
  ...ballotEvents,
  ...deadlineEventsOf('ballot'),
} as const;

/** The name of a published event: publisher, what happened, version. */
export type EventName = keyof typeof EVENTS;

/** The data of an event: ids and facts. */
export type EventData<N extends EventName> = Read<(typeof EVENTS)[N]>;

/** An event on its way: the same bytes in outbox, queue and inbox. */
export interface Envelope<N extends EventName = EventName> {
  readonly id: string;
  readonly name: N;
  /** When the fact came about, ISO 8601 in UTC. */
  readonly occurredAt: string;
  /** What the fact is about, and its version after the fact: a projection ignores older versions. */
  readonly aggregateId: string;
  readonly version: number;
  readonly traceId: string | null;
  readonly data: EventData<N>;
}

/** An event as a publisher states it; the outbox gives it its id, instant and trace. */
export type NewEvent = { [N in EventName]: Pick<Envelope<N>, 'name' | 'aggregateId' | 'version' | 'data'> }[EventName];

/** Whether a word names a published event. */
export const isEventName = (name: string): name is EventName => Object.prototype.hasOwnProperty.call(EVENTS, name);

/** Where data departs from its event's contract; empty when it keeps it. */
export const eventFaults = (name: EventName, data: unknown): readonly PayloadFault[] => EVENTS[name].faults(data, '');
