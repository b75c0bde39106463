import { dayOf } from '@plenum/calendar';
import { type Fraction, MalformedError } from '@plenum/kernel';
import type { Change } from '../change.js';
import { CongressErrors } from '../congress.errors.js';
import type { SessionState } from '../congress.vocabulary.js';
import { nameFault, tidyField, tidyLine } from '../members/member-fields.js';
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

/** That a session was opened while papers were late: which, and why nevertheless. It stands in the record of the session. */
export interface LateOpening {
  readonly titles: readonly string[];
  readonly reason: string;
}

/** What happened to a session. */
export type SessionEvent =
  | { readonly type: 'SessionSetUp'; readonly session: Session }
  | { readonly type: 'SessionOpened'; readonly at: Date; readonly late: LateOpening | null }
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

/** Papers that are late, by their titles, and the reason for which the session is opened nevertheless; null where none is given. */
export interface LatePapers {
  readonly titles: readonly string[];
  readonly reason: string | null;
}

const NONE_LATE: LatePapers = { titles: [], reason: null };
const REASON_LENGTH_MAX = 500;

/**
 * Opens the session. `entitled` is how many full delegates are seated; `papers` are those that are late.
 * @throws `congress.session-state`, `congress.no-delegates`, `congress.papers-late` without a reason, MalformedError where it is too long
 */
export function openSession(session: Session, at: Date, entitled: number, papers = NONE_LATE): SessionChange {
  assertSessionState(session, 'SET_UP');
  if (entitled === 0) throw CongressErrors.noDelegates();
  const late = lateOpening(papers);
  return { state: { ...session, state: 'OPEN', openedAt: at }, events: [{ type: 'SessionOpened', at, late }] };
}

function lateOpening({ titles, reason: given }: LatePapers): LateOpening | null {
  if (titles.length === 0) return null; // A reason for nothing is no fact.
  const reason = tidyLine(given ?? '');
  if (reason === '') throw CongressErrors.papersLate(titles);
  if ([...reason].length > REASON_LENGTH_MAX) throw new MalformedError([{ field: 'latePapersReason', reason: 'too-long' }]);
  return { titles, reason };
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
