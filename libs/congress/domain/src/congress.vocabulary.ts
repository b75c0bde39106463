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

/** What is done with a matter: reported and heard, deliberated, decided, elected, appraised (报告, 审议, 表决, 选举, 测评; R71). */
export const AGENDA_ITEM_KINDS = ['REPORT', 'DELIBERATE', 'DECIDE', 'ELECT', 'APPRAISE'] as const;
export type AgendaItemKind = (typeof AGENDA_ITEM_KINDS)[number];

/** The reports of every year: on work, finance, the union, and the handling of proposals (学校工作, 财务, 工会, 提案; R2). */
export const STANDING_REPORTS = ['WORK', 'FINANCE', 'UNION', 'PROPOSALS'] as const;
export type StandingReport = (typeof STANDING_REPORTS)[number];

/** How a matter is voted on: by show of hands, or by secret ballot (举手表决, 无记名投票). */
export const VOTE_FORMS = ['HANDS', 'SECRET'] as const;
export type VoteForm = (typeof VOTE_FORMS)[number];

/** The life of an agenda (R14): topics are collected, agreed with the school, adopted by the congress itself. */
export const AGENDA_STATES = ['COLLECTING', 'AGREED', 'ADOPTED'] as const;
export type AgendaState = (typeof AGENDA_STATES)[number];

/** What the congress adopts its agenda by: hands that were counted, or a ballot (举手通过, 投票通过). */
export const ADOPTION_WAYS = ['HANDS', 'BALLOT'] as const;
export type AdoptionWay = (typeof ADOPTION_WAYS)[number];

/** The usual duties of a year (集体合同履行检查, 财务公开, 领导干部评议, 召开大会, 提案办理报告). */
export const DUTY_PRESETS_KNOWN = [
  'COLLECTIVE_CONTRACT',
  'FINANCES_POSTED',
  'LEADERS_APPRAISED',
  'CONGRESS_HELD',
  'PROPOSALS_REPORT',
] as const;
export type DutyPreset = (typeof DUTY_PRESETS_KNOWN)[number];

/** The offices of a whole organisation that may owe a duty. */
export const DUTY_OFFICES = ['PRESIDIUM', 'SECRETARIAT', 'PROPOSALS_COMMITTEE'] as const satisfies readonly Office[];
export type DutyOffice = (typeof DUTY_OFFICES)[number];

/** Where a day goes on which nobody works: to the working day before it, to the one after it, or nowhere. */
export const DAY_OFF_MOVES = ['BEFORE', 'AFTER', 'STAYS'] as const;
export type DayOffMove = (typeof DAY_OFF_MOVES)[number];

/** The life of a rule of duties: it makes them until it is stopped. */
export const DUTY_RULE_STATES = ['ACTIVE', 'STOPPED'] as const;
export type DutyRuleState = (typeof DUTY_RULE_STATES)[number];

/** The life of a duty: owed, settled by evidence, or let off. */
export const DUTY_STATES = ['OPEN', 'SETTLED', 'WAIVED'] as const;
export type DutyState = (typeof DUTY_STATES)[number];
