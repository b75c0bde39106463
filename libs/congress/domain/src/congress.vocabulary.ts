/** What kind of congress a term is of (DOMAIN, section 3). */
export const CONGRESS_KINDS = ['STAFF_CONGRESS', 'WORKERS_CONGRESS', 'UNION_CONGRESS', 'JOINT', 'GENERAL_MEETING'] as const;
export type CongressKind = (typeof CONGRESS_KINDS)[number];

/** Full delegate, non-voting attendee, invited guest (正式代表, 列席代表, 特邀代表). Only a full delegate votes and counts for the quorum. */
export const DELEGATE_KINDS = ['DELEGATE', 'ATTENDEE', 'INVITEE'] as const;
export type DelegateKind = (typeof DELEGATE_KINDS)[number];

/**
 * What a member's membership gives (会籍): everything; nothing but the membership itself, kept while they work elsewhere or not at all
 * (保留会籍, R21); or nothing for the time being (暂停权利).
 */
export const MEMBER_STANDINGS = ['FULL', 'RETAINED', 'SUSPENDED'] as const;
export type MemberStanding = (typeof MEMBER_STANDINGS)[number];

/** The life of a session: prepared, in progress, over. It goes one way. */
export const SESSION_STATES = ['SET_UP', 'OPEN', 'CLOSED'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** The offices of a congress and of its handling units. */
export const OFFICES = [
  'PRESIDIUM',
  'SECRETARIAT',
  'PROPOSALS_COMMITTEE',
  'UNIT_HANDLER',
  'UNIT_HEAD',
  'LEADER_IN_CHARGE',
  'SCRUTINEER',
  'TELLER',
  'OBSERVER',
] as const;
export type Office = (typeof OFFICES)[number];
