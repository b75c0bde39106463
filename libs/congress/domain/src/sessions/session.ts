import { dayOf } from '@plenum/calendar';
import { type Fraction, MalformedError } from '@plenum/kernel';
import type { Change } from '../change.js';
import { CongressErrors } from '../congress.errors.js';
import type { SessionState } from '../congress.vocabulary.js';
import { nameFault, tidyField } from '../members/member-fields.js';
import type { Term } from '../terms/term.js';

/** A session (次): set up, opened, closed, in that order and each once. Times are instants; a quorum is a share of the full delegates. */
export interface Session {
  readonly id: string;
  readonly organisationId: string;
  readonly termId: string;
  readonly termNo: number;
  readonly sessionNo: number;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly quorum: Fraction;
  readonly state: SessionState;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
}

/** What happened to a session. */
export type SessionEvent =
  | { readonly type: 'SessionSetUp'; readonly session: Session }
  | { readonly type: 'SessionOpened'; readonly at: Date }
  | { readonly type: 'SessionClosed'; readonly at: Date };

export type SessionChange = Change<Session, SessionEvent>;

/** What may be said of a new session; its term says the rest. */
export type NewSession = Omit<Session, 'termId' | 'termNo' | 'state' | 'openedAt' | 'closedAt'>;

const SESSION_NO_MAX = 200;
const DENOMINATOR_MAX = 1000;

/**
 * @throws MalformedError on an unfit number or title.
 * @throws `congress.session-times` when it would end before it begins, `congress.session-outside-term`, `congress.quorum-fraction`.
 */
export function setUpSession(given: NewSession, term: Term): SessionChange {
  const title = tidyField(given.title);
  const titleReason = nameFault(title);
  const faults = [
    ...(titleReason ? [{ field: 'title', reason: titleReason as string }] : []),
    ...(Number.isInteger(given.sessionNo) && given.sessionNo >= 1 && given.sessionNo <= SESSION_NO_MAX
      ? []
      : [{ field: 'sessionNo', reason: 'range' }]),
  ];
  if (faults.length > 0) throw new MalformedError(faults);
  if (given.closesAt <= given.opensAt) throw CongressErrors.sessionTimes();
  if (dayOf(given.opensAt) < term.from || dayOf(given.closesAt) > term.to) throw CongressErrors.sessionOutsideTerm();
  if (!isQuorum(given.quorum)) throw CongressErrors.quorumFraction();
  const session: Session = { ...given, title, termId: term.id, termNo: term.termNo, state: 'SET_UP', openedAt: null, closedAt: null };
  return { state: session, events: [{ type: 'SessionSetUp', session }] };
}

/**
 * Opens the session. `entitled` is how many full delegates are seated.
 * @throws `congress.session-state`, `congress.no-delegates`
 */
export function openSession(session: Session, at: Date, entitled: number): SessionChange {
  assertSessionState(session, 'SET_UP');
  if (entitled === 0) throw CongressErrors.noDelegates();
  return { state: { ...session, state: 'OPEN', openedAt: at }, events: [{ type: 'SessionOpened', at }] };
}

/** Closes the session for good. @throws `congress.session-state` */
export function closeSession(session: Session, at: Date): SessionChange {
  assertSessionState(session, 'OPEN');
  return { state: { ...session, state: 'CLOSED', closedAt: at }, events: [{ type: 'SessionClosed', at }] };
}

/** @throws `congress.session-state` unless the session is in one of these states. */
export function assertSessionState({ state }: Pick<Session, 'state'>, ...states: readonly SessionState[]): void {
  if (!states.includes(state)) throw CongressErrors.sessionState(state, states);
}

/** A share between nothing and all: two thirds or more in most rules (DOMAIN R9), but the rules of each congress say. */
function isQuorum({ num, den }: Fraction): boolean {
  const whole = Number.isSafeInteger(num) && Number.isSafeInteger(den);
  return whole && num >= 1 && den >= 1 && den <= DENOMINATOR_MAX && num <= den;
}
