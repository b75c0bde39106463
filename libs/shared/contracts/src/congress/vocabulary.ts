/** Full delegate, non-voting attendee, invited guest (正式代表, 列席代表, 特邀代表). Only a full delegate votes. */
export const DELEGATE_KINDS = ['DELEGATE', 'ATTENDEE', 'INVITEE'] as const;
export type DelegateKind = (typeof DELEGATE_KINDS)[number];

/** The offices of a congress and of its handling units (DOMAIN, section 3). */
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

/** What a member's membership gives: everything, nothing but itself (保留会籍), or nothing for the time being (暂停权利). */
export const MEMBER_STANDINGS = ['FULL', 'RETAINED', 'SUSPENDED'] as const;
export type MemberStanding = (typeof MEMBER_STANDINGS)[number];

/** What is done with a matter of an agenda (报告, 审议, 表决, 选举, 测评). */
export const AGENDA_ITEM_KINDS = ['REPORT', 'DELIBERATE', 'DECIDE', 'ELECT', 'APPRAISE'] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];

/** The reports of every year: on work, finance, the union, and the handling of proposals. */
export const STANDING_REPORTS = ['WORK', 'FINANCE', 'UNION', 'PROPOSALS'] as const;
export type StandingReport = (typeof STANDING_REPORTS)[number];

/** What the congress adopts its agenda by. */
export const ADOPTION_WAYS = ['HANDS', 'BALLOT'] as const;
export type AdoptionWay = (typeof ADOPTION_WAYS)[number];

/** What is owed by a day here: a duty that comes again. */
export const CONGRESS_DEADLINE_MATTERS = ['duty'] as const;
export type CongressDeadlineMatter = (typeof CONGRESS_DEADLINE_MATTERS)[number];
