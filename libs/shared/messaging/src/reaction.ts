import type { Type } from '@nestjs/common';
import type { Envelope, EventName } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';

/** An event as a reaction hears it. */
export type ReceivedEvent<N extends EventName> = Envelope<N>;

/**
 * What a service does when it hears an event: once per event, in one transaction with its inbox row.
 */
export interface Reaction<N extends EventName = EventName> {
  /** Under which the inbox knows it, for ever: with another id, events that were handled and are delivered again would be handled again. */
  readonly id: string;
  readonly hears: N;
  /** A `DomainError` or `MalformedError` is final; any other error is a fault and tried again. */
  react(event: ReceivedEvent<N>, tx: Transaction): Promise<void>;
}

/** A class of reaction; the service provides it, messaging finds it. */
export type ReactionClass = Type<Reaction>;
