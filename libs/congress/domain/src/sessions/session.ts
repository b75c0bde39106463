import { dayOf } from '@plenum/calendar';
import { type Fraction, MalformedError } from '@plenum/kernel';
import { CongressErrors } from '../congress.errors.js';
import type { SessionState } from '../congress.vocabulary.js';
import { nameFault, tidyField } from '../members/member-fields.js';
import { Recorded } from '../recorded.js';
import type { Term } from '../terms/term.js';

/** What is kept of a session (次). Times are instants; a quorum is a share of the full delegates. */
export interface SessionFacts {
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
  | { readonly type: 'SessionSetUp'; readonly session: SessionFacts }
  | { readonly type: 'SessionOpened'; readonly at: Date }
  | { readonly type: 'SessionClosed'; readonly at: Date };

const SESSION_NO_MAX = 200;
const DENOMINATOR_MAX = 1000;

/** A session: set up, opened, closed, in that order and each once. */
export class Session extends Recorded<SessionEvent> {
  private constructor(private facts: SessionFacts) {
    super();
  }

  /**
   * @throws MalformedError on an unfit number or title.
   * @throws `congress.session-times` when it would end before it begins, `congress.session-outside-term`, `congress.quorum-fraction`.
   */
  static setUp(given: Omit<SessionFacts, 'termId' | 'termNo' | 'state' | 'openedAt' | 'closedAt'>, term: Term): Session {
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
    const session = new Session({ ...given, title, termId: term.id, termNo: term.termNo, state: 'SET_UP', openedAt: null, closedAt: null });
    session.record({ type: 'SessionSetUp', session: session.facts });
    return session;
  }

  /** From what was kept; records nothing. */
  static restore(facts: SessionFacts): Session {
    return new Session(facts);
  }

  get state(): SessionFacts {
    return this.facts;
  }

  /**
   * Opens the session and its sign-in desk. `entitled` is how many full delegates are seated.
   * @throws `congress.session-state`, `congress.no-delegates`
   */
  open(at: Date, entitled: number): void {
    this.assertState('SET_UP');
    if (entitled === 0) throw CongressErrors.noDelegates();
    this.facts = { ...this.facts, state: 'OPEN', openedAt: at };
    this.record({ type: 'SessionOpened', at });
  }

  /** Closes the session for good. @throws `congress.session-state` */
  close(at: Date): void {
    this.assertState('OPEN');
    this.facts = { ...this.facts, state: 'CLOSED', closedAt: at };
    this.record({ type: 'SessionClosed', at });
  }

  /** @throws `congress.session-state` unless the session is in one of these states. */
  assertState(...states: readonly SessionState[]): void {
    if (!states.includes(this.facts.state)) throw CongressErrors.sessionState(this.facts.state, states);
  }
}

/** A share between nothing and all: two thirds or more in most rules (DOMAIN R9), but the rules of each congress say. */
function isQuorum({ num, den }: Fraction): boolean {
  const whole = Number.isSafeInteger(num) && Number.isSafeInteger(den);
  return whole && num >= 1 && den >= 1 && den <= DENOMINATOR_MAX && num <= den;
}
