import type { ChainHead } from '../form/head.js';
import { EVENTS_MAX } from '../form/limits.js';
import { StrictReader } from '../form/strict-reader.js';
import { demand } from '../form/verdict.js';
import { hexHash } from '../group/hashing.js';

/** The events that a ballot of ours goes through, in order. Belenios has two more, for shuffles: unsupported. */
export const EVENT_TYPES = ['Setup', 'Ballot', 'EndBallots', 'EncryptedTally', 'PartialDecryption', 'Result'] as const;

/** A step of the ballot. */
export type EventType = (typeof EVENT_TYPES)[number];

/** How far a ballot is; says which event came last. */
export type BallotState = 'setup' | 'open' | 'closed' | 'tallied' | 'decided';

/** The state that each event leads to. */
export const STATE_AFTER: Readonly<Record<EventType, BallotState>> = {
  Setup: 'setup',
  Ballot: 'open',
  EndBallots: 'closed',
  EncryptedTally: 'tallied',
  PartialDecryption: 'tallied',
  Result: 'decided',
};

/** What may follow each event. Anything else is refused: the foreign tool drops papers before a stray event. */
const NEXT: Readonly<Record<EventType, readonly EventType[]>> = {
  Setup: ['Ballot', 'EndBallots'],
  Ballot: ['Ballot', 'EndBallots'],
  EndBallots: ['EncryptedTally'],
  EncryptedTally: ['PartialDecryption'],
  PartialDecryption: ['PartialDecryption', 'Result'],
  Result: [],
};

const ONCE: readonly EventType[] = ['Setup', 'EndBallots', 'EncryptedTally', 'Result'];

/** A link of the chain. */
export interface ArchiveEvent {
  readonly type: EventType;
  readonly parent?: string;
  readonly height: number;
  /** Hash of the data record it is about. */
  readonly payload?: string;
}

/** An event in canonical form, following `parent`, and the chain's new head. */
export function writeEvent(
  parent: ChainHead | undefined,
  type: EventType,
  payload?: string,
): { readonly text: string; readonly head: ChainHead } {
  const height = parent ? parent.height + 1 : 0;
  const text = JSON.stringify({ ...(parent && { parent: parent.hash }), height, type, ...(payload !== undefined && { payload }) });
  return { text, head: { height, hash: hexHash(text) } };
}

/** Reads an event and checks that it is the next link after `parent`. Throws `RefusalError`. */
export function readEvent(text: string, parent: ChainHead | undefined, at: string): ArchiveEvent {
  const fields = StrictReader.canonical(text, 'event-form', at).object('parent?', 'height', 'type', 'payload?');
  const type = EVENT_TYPES.find((name) => name === fields.type.value);
  if (type === undefined) return fields.type.refuse('unsupported type');
  demand(fields.parent?.value === parent?.hash, 'event-parent', at, 'does not name the event before it');
  const height = fields.height.count(EVENTS_MAX);
  demand(height === (parent ? parent.height + 1 : 0), 'event-height', at, 'is not one more than the event before it');
  return { type, height, ...(parent && { parent: parent.hash }), ...(fields.payload && { payload: fields.payload.hash() }) };
}

/** Refuses an event that may not stand here; says whether it came twice, too early or too late. Throws `RefusalError`. */
export function demandOrder(seen: ReadonlySet<EventType>, last: EventType | undefined, type: EventType, at: string): void {
  const expected: readonly EventType[] = last ? NEXT[last] : ['Setup'];
  if (expected.includes(type)) return;
  demand(!(ONCE.includes(type) && seen.has(type)), 'event-repeated', at, `a second ${type}`);
  const isEarly = !last || EVENT_TYPES.indexOf(type) > EVENT_TYPES.indexOf(last);
  demand(!isEarly, 'event-missing', at, `${type} before ${expected.join(' or ')}`);
  demand(false, 'event-order', at, `${type} after ${last}`);
}
