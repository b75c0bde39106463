import { DomainError } from '@plenum/kernel';

/** The refusals of the congress: who sits, and when. */
export const CongressErrors = {
  /** Somebody changed it since the version that the change was made on; `current` is the version now. */
  outdated: (current: number) => new DomainError('congress.outdated', 'conflict', { current }),
  /** There is no such object in the organisation of the one who asks. */
  notFound: (object: string) => new DomainError('congress.not-found', 'not-found', { object }),
  /** The one who asks holds none of the offices that this takes. */
  forbidden: () => new DomainError('congress.forbidden', 'forbidden'),
  /** Organisation, staff number, password or code do not fit together; it never says which. */
  signInRefused: () => new DomainError('congress.sign-in-refused', 'forbidden'),
  /** Too many failed attempts: nothing is tried before `until` (ISO 8601). */
  signInLocked: (until: Date) => new DomainError('congress.sign-in-locked', 'forbidden', { until: until.toISOString() }),
  /** The old password that was asked for is not the password. */
  wrongPassword: () => new DomainError('congress.wrong-password', 'unprocessable'),
  /** The new password is the old one. */
  samePassword: () => new DomainError('congress.same-password', 'unprocessable'),
  /** The password departs from the policy: each rule it breaks. */
  weakPassword: (reasons: readonly string[]) => new DomainError('congress.weak-password', 'unprocessable', { reasons }),
  /** A first-level organisation has no parent, a second-level one has a first-level parent (二级教代会). */
  levelMismatch: (level: number) => new DomainError('congress.level-mismatch', 'unprocessable', { level }),
  organisationExists: (code: string) => new DomainError('congress.organisation-exists', 'conflict', { code }),
  unitExists: () => new DomainError('congress.unit-exists', 'conflict'),
  memberExists: (staffNo: string) => new DomainError('congress.member-exists', 'conflict', { staffNo }),
  termExists: (termNo: number) => new DomainError('congress.term-exists', 'conflict', { termNo }),
  /** A term lasts three or five years (Order 32; DOMAIN R6). */
  termLength: () => new DomainError('congress.term-length', 'unprocessable'),
  /** No day belongs to two terms. */
  termsOverlap: (termNo: number) => new DomainError('congress.terms-overlap', 'conflict', { termNo }),
  sessionExists: (sessionNo: number) => new DomainError('congress.session-exists', 'conflict', { sessionNo }),
  sessionTimes: () => new DomainError('congress.session-times', 'unprocessable'),
  sessionOutsideTerm: () => new DomainError('congress.session-outside-term', 'unprocessable'),
  quorumFraction: () => new DomainError('congress.quorum-fraction', 'unprocessable'),
  /** The session is not in the state that this takes. */
  sessionState: (state: string, needed: readonly string[]) => new DomainError('congress.session-state', 'conflict', { state, needed }),
  /** A session without a full delegate cannot be opened: there is nobody to be quorate. */
  noDelegates: () => new DomainError('congress.no-delegates', 'unprocessable'),
  delegationExists: (name: string) => new DomainError('congress.delegation-exists', 'conflict', { name }),
  /** The member has no seat in the session. */
  notSeated: (memberId: string) => new DomainError('congress.not-seated', 'unprocessable', { memberId }),
  /** Who is in the room is signed out before the seat is taken away: the count of those present is not changed in passing. */
  seatPresent: (memberId: string) => new DomainError('congress.seat-present', 'conflict', { memberId }),
  /** Of a list nobody is seated while somebody on it cannot be: each as `reason:staff number`. */
  seatsRefused: (refused: readonly string[]) => new DomainError('congress.seats-refused', 'unprocessable', { refused }),
  /** A member who has left holds no seat and no office. */
  memberInactive: (memberId: string) => new DomainError('congress.member-inactive', 'unprocessable', { memberId }),
  /** Who only keeps the membership, or whose rights are suspended, is no full delegate. */
  noVote: (memberId: string, standing: string) => new DomainError('congress.no-vote', 'unprocessable', { memberId, standing }),
  /** The office needs, or cannot have, a session or a unit. */
  officeScope: (office: string, reason: string) => new DomainError('congress.office-scope', 'unprocessable', { office, reason }),
  officeHeld: (office: string) => new DomainError('congress.office-held', 'conflict', { office }),
  /** An office has one chief (总监票人, 总计票人). */
  chiefHeld: (office: string) => new DomainError('congress.chief-held', 'conflict', { office }),
  officeRelieved: () => new DomainError('congress.office-relieved', 'gone'),
  /** Somebody must be left who can assign offices. */
  lastSecretariat: () => new DomainError('congress.last-secretariat', 'conflict'),
  /** The file is no roster that can be read; `reason` says why, `place` where in the file. */
  rosterUnreadable: (reason: string, place: { readonly row?: number; readonly cells?: string } = {}) =>
    new DomainError('congress.roster-unreadable', 'unprocessable', { reason, ...place }),
  /** What a confirmed import would do has changed since its preview; the preview was renewed. */
  rosterOutdated: (rows: readonly string[]) => new DomainError('congress.roster-outdated', 'conflict', { rows }),
  /** The agenda is not in a state in which this may be done. */
  agendaState: (action: string, state: string) => new DomainError('congress.agenda-state', 'conflict', { action, state }),
  /** Items lack what their kind needs: each as `reason:number in the order`. */
  agendaIncomplete: (lacking: readonly string[]) => new DomainError('congress.agenda-incomplete', 'unprocessable', { lacking }),
  /** More hands were counted than delegates were present, or more were present than may vote. */
  handsAbovePresent: (hands: number, present: number) =>
    new DomainError('congress.hands-above-present', 'unprocessable', { hands, present }),
  /** Fewer are present than the session needs to decide anything. */
  notQuorate: (present: number, needed: number) => new DomainError('congress.not-quorate', 'conflict', { present, needed }),
  /** No effective ballot of this session carried it: `reason` says what is wrong with the one that is named. */
  adoptingBallot: (reason: 'not-passed' | 'annulled') => new DomainError('congress.adopting-ballot', 'unprocessable', { reason }),
  /** Papers of agreed or adopted items went out too late, or not at all: the session opens with a reason that stands in its record. */
  papersLate: (titles: readonly string[]) => new DomainError('congress.papers-late', 'conflict', { titles }),
  /** The paper is not in a state in which this may be done. */
  paperState: (action: string, state: string) => new DomainError('congress.paper-state', 'conflict', { action, state }),
  /** The file has the very bytes of the newest version. */
  paperKnown: (title: string) => new DomainError('congress.paper-known', 'conflict', { title }),
  paperKind: (kinds: string) => new DomainError('congress.paper-kind', 'unprocessable', { kinds }),
  paperTooLarge: (mebibytes: number) => new DomainError('congress.paper-too-large', 'too-large', { mebibytes }),
  tooManyPapers: (most: number) => new DomainError('congress.too-many-papers', 'conflict', { most }),
  papersFull: (mebibytes: number) => new DomainError('congress.papers-full', 'conflict', { mebibytes }),
  /** Papers are read by whoever has a seat in the session, and by its secretariat. */
  papersOfDelegates: () => new DomainError('congress.papers-of-delegates', 'forbidden'),
  /** The rule of a duty is not in a state in which this may be done. */
  dutyRuleState: (action: string, state: string) => new DomainError('congress.duty-rule-state', 'conflict', { action, state }),
  /** The duty is not in a state in which this may be done: it is settled or waived. */
  dutyState: (action: string, state: string) => new DomainError('congress.duty-state', 'conflict', { action, state }),
  /** An organisation keeps no more rules than it could read. */
  tooManyDutyRules: (most: number) => new DomainError('congress.too-many-duty-rules', 'unprocessable', { most }),
};
