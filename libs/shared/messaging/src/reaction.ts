import type { Type } from '@nestjs/common';
import type { Envelope, EventName } from '@plenum/contracts';
import type { Transaction } from './transaction.js';

/** An event as a reaction hears it. */
export type Heard<N extends EventName> = Envelope<N>;

/**
 * What a service does when it hears an event: once per event, in one transaction with its inbox row.
 * The class name is the reaction's identity in the inbox: renaming it makes redelivered events run again.
 */
export interface Reaction<N extends EventName = EventName> {
  readonly hears: N;
  /** A `DomainError` or `MalformedError` is final; any other error is a fault and tried again. */
  react(event: Heard<N>, tx: Transaction): Promise<void>;
}

/** A class of reaction; the service provides it, messaging finds it. */
export type ReactionClass = Type<Reaction>;

/** The name under which the inbox knows a reaction. */
export const reactionName = (reaction: Reaction): string => reaction.constructor.name;
