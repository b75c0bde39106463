import { type Envelope, isEventName } from '@plenum/contracts';
import type { EventKeys } from './event-keys.js';

/** An event as it lies in a queue: the very text that its publisher signed for this subscriber. */
export interface SealedEnvelope {
  readonly publisher: string;
  readonly text: string;
  readonly seal: string;
}

/** A job as the queue hands it out; whatever stands in it may have been written by anybody. */
export interface QueuedJob {
  readonly name: string;
  readonly data: unknown;
}

/**
 * Why a job is not believed: no seal at all, a seal that is not the publisher's for this text and this queue, or another topic on the
 * outside than within.
 */
export const FORGERIES = ['unsealed', 'broken-seal', 'another-topic'] as const;
export type Forgery = (typeof FORGERIES)[number];

/** A job that its alleged publisher did not make: it is never processed, and never tried again. */
export class ForgedEnvelopeError extends Error {
  override readonly name = 'ForgedEnvelopeError';

  constructor(
    readonly forgery: Forgery,
    /** The event that it claims to be, where there is such an event. */
    readonly claimed: string | null,
  ) {
    super(forgery);
  }
}

/** The service that may state an event: the first word of its name. */
export const publisherOf = (eventName: string): string => eventName.split('.', 1)[0] ?? '';

/** Seals an event for one subscriber; every field of it, and the queue it is for, are under the signature. */
export function sealEnvelope(keys: EventKeys, subscriber: string, event: Envelope): SealedEnvelope {
  const [publisher, text] = [publisherOf(event.name), JSON.stringify(event)];
  return { publisher, text, seal: keys.sign(statementOf(publisher, subscriber, text)) };
}

/** The event in a job. @throws ForgedEnvelopeError before a word of it is believed. */
export function openEnvelope(keys: EventKeys, subscriber: string, { name, data }: QueuedJob): unknown {
  const claimed = isEventName(name) ? name : null;
  const { publisher, text, seal } = (data ?? {}) as Partial<Record<keyof SealedEnvelope, unknown>>;
  if (typeof publisher !== 'string' || typeof text !== 'string' || typeof seal !== 'string')
    throw new ForgedEnvelopeError('unsealed', claimed);
  if (!keys.isSigned(publisher, statementOf(publisher, subscriber, text), seal)) throw new ForgedEnvelopeError('broken-seal', claimed);
  const event = JSON.parse(text) as Envelope;
  // A service's own signature is good for its own topics only.
  if (event.name !== name || publisherOf(event.name) !== publisher) throw new ForgedEnvelopeError('another-topic', claimed);
  return event;
}

/** What a subscriber leaves behind once it has handled an event, so that its publisher believes it. */
export const sealReceipt = (keys: EventKeys, subscriber: string, eventId: string): string => keys.sign(receiptOf(subscriber, eventId));

/** Whether the subscriber itself says that it has handled an event. */
export const isReceipt = (keys: EventKeys, subscriber: string, eventId: string, given: unknown): boolean =>
  typeof given === 'string' && keys.isSigned(subscriber, receiptOf(subscriber, eventId), given);

// What is signed begins with what it is: a signature of one kind is none of another.
const statementOf = (publisher: string, subscriber: string, text: string): string => `plenum event\n${publisher}\n${subscriber}\n${text}`;
const receiptOf = (subscriber: string, eventId: string): string => `plenum receipt\n${subscriber}\n${eventId}`;
