export { BROWSERS, deviceOf, SYSTEMS } from './accounts/device.js';
export type { BrowserName, Device, SystemName } from './accounts/device.js';
export { afterFailure, FAILURES_OF_ORIGIN_MAX, FAILURES_OF_STRANGERS_MAX, lockedUntil } from './accounts/lockout.js';
export { PRODUCT_WORDS, normalPassword, PASSWORD_FAULTS, passwordFaults } from './accounts/password-policy.js';
export type { PasswordStrength, PasswordFault } from './accounts/password-policy.js';
export { drawSignInCode, readSignInCode, SIGN_IN_CODE_ENTROPY_BYTES, SIGN_IN_CODE_LIFE_DAYS } from './accounts/sign-in-code.js';
export { signInSubject, staffNoKey } from './accounts/sign-in-subject.js';
export type { SignInSubject } from './accounts/sign-in-subject.js';
export {
  adoptByBallot,
  adoptByHands,
  ADOPTION_RULE,
  AGENDA_ACTIONS,
  AGENDA_POLICIES,
  agreeAgenda,
  allowedOnAgenda,
  itemsShownTo,
  newAgenda,
  reopenAgenda,
  restoreAgenda,
  reviseAgenda,
  standingAdoption,
  withdrawAdoption,
} from './agenda/agenda.js';
export type {
  AdoptingBallot,
  Agenda,
  AgendaAction,
  AgendaAdoption,
  AgendaAgreement,
  AgendaChange,
  AgendaContext,
  AgendaEvent,
  HandsFigures,
} from './agenda/agenda.js';
export { AGENDA_ITEM_RULES, AGENDA_LIMITS, lackingOf, missingReports } from './agenda/agenda-items.js';
export type { AgendaItem } from './agenda/agenda-items.js';
export { assertCurrent } from './assert-current.js';
export { inSequence } from './change.js';
export type { Change } from './change.js';
export { CongressErrors } from './congress.errors.js';
export {
  ADOPTION_WAYS,
  AGENDA_ITEM_KINDS,
  AGENDA_STATES,
  CONGRESS_KINDS,
  DAY_OFF_MOVES,
  DELEGATE_KINDS,
  DUTY_OFFICES,
  DUTY_PRESETS_KNOWN,
  DUTY_RULE_STATES,
  DUTY_STATES,
  MEMBER_STANDINGS,
  OFFICES,
  SESSION_STATES,
  STANDING_REPORTS,
  VOTE_FORMS,
} from './congress.vocabulary.js';
export type {
  AdoptionWay,
  AgendaItemKind,
  AgendaState,
  CongressKind,
  DayOffMove,
  DelegateKind,
  DutyOffice,
  DutyPreset,
  DutyRuleState,
  DutyState,
  MemberStanding,
  Office,
  SessionState,
  StandingReport,
  VoteForm,
} from './congress.vocabulary.js';
export { DUTY_PRESETS } from './duties/duty-presets.js';
export type { DutyPresetFacts, DutySource } from './duties/duty-presets.js';
export {
  allowedOnDutyRule,
  amendDutyRule,
  defineDutyRule,
  duePeriods,
  DUTY_LIMITS,
  DUTY_RULE_ACTIONS,
  DUTY_RULE_POLICIES,
  stopDutyRule,
} from './duties/duty-rule.js';
export type {
  DueDuty,
  DutyResponsible,
  DutyRule,
  DutyRuleAction,
  DutyRuleChange,
  DutyRuleEvent,
  DutyRuleFacts,
} from './duties/duty-rule.js';
export {
  allowedOnDuty,
  DUTY_ACTIONS,
  DUTY_POLICIES,
  DUTY_STANDINGS,
  dutyStanding,
  followRule,
  makeDuty,
  settleDuty,
  waiveDuty,
} from './duties/duty.js';
export type { Duty, DutyAction, DutyAuthority, DutyChange, DutyEvent, DutyEvidence, DutyStanding } from './duties/duty.js';
export { RECURRENCE_LIMITS } from './duties/recurrence.js';
export type { MonthDay, Recurrence } from './duties/recurrence.js';
export { mailFault, mobileFault, nameFault, staffNoFault, tidyField, tidyMobile } from './members/member-fields.js';
export type { FieldFaultReason } from './members/member-fields.js';
export { amendMember, assertMaySit, hasVote, registerMember } from './members/member.js';
export type {
  MailChanged,
  Member,
  MemberAmendment,
  MemberChange,
  MemberEvent,
  MemberRegistered,
  MobileChanged,
  NewMember,
} from './members/member.js';
export { inNameOrder } from './members/name-order.js';
export type { NameCollator, NamedPerson } from './members/name-order.js';
export { assignOffice, OFFICE_RULES, relieveOffice } from './offices/office.js';
export type { NewOfficeHolding, OfficeChange, OfficeEvent, OfficeHolding } from './offices/office.js';
export { foundOrganisation, freeUnitCodes, renameUnit, setUpUnit } from './organisations/organisation.js';
export type { Organisation, Unit } from './organisations/organisation.js';
export {
  allowedOnPaper,
  bringPaper,
  bringVersion,
  lastDayOf,
  latePapers,
  noPapers,
  openingDay,
  PAPER_ACTIONS,
  PAPER_KINDS,
  PAPER_LIMITS,
  PAPER_STATES,
  papersRefusal,
  paperState,
  sendPapers,
  setPapersRule,
  USUAL_PAPERS_RULE,
  versionsShownTo,
  withdrawPaper,
} from './papers/papers.js';
export type {
  BroughtFile,
  Paper,
  PaperAction,
  PaperKind,
  PapersChange,
  PapersContext,
  PapersEvent,
  PapersRule,
  PaperState,
  PaperVersion,
  SessionPapers,
} from './papers/papers.js';
export { POLICIES, refusal } from './policy.js';
export type { Action, Authority, Policy, PolicySubject } from './policy.js';
export { checkRoster, differingRows, summaryOf } from './roster/check-roster.js';
export type { KnownMember, RosterContext, RosterEntry, RosterRow, RosterRowState, RosterSeat } from './roster/check-roster.js';
export type { MergedCells } from './roster/merged-cells.js';
export { missingMembers } from './roster/missing-members.js';
export { ROSTER_FAULT_REASONS, ROSTER_FOLDINGS } from './roster/roster-cells.js';
export type { FoldedCell, RosterFault, RosterFaultReason, RosterFolding } from './roster/roster-cells.js';
export { creationsOf, NO_CREATIONS, wanting, withCreations } from './roster/roster-creations.js';
export type { RosterCreation, RosterCreations } from './roster/roster-creations.js';
export { readRosterTable, ROSTER_LIMITS } from './roster/roster-table.js';
export { ROSTER_COLUMNS } from './roster/roster-columns.js';
export type { RosterCell, RosterLine } from './roster/roster-table.js';
export type { RosterColumn } from './roster/roster-columns.js';
export { arrive, ATTENDANCE_MOVES, leave, quorumTimeline } from './sessions/attendance.js';
export type {
  Attendance,
  AttendanceChange,
  AttendanceChanged,
  AttendanceMove,
  AttendancePoint,
  Attendee,
  QuorumPoint,
} from './sessions/attendance.js';
export { SEAT_REFUSALS, seatsOfList, seatsOfUnit } from './sessions/seat-list.js';
export type { SeatCandidate, SeatRefusal } from './sessions/seat-list.js';
export { entitledIn, seatsByMember } from './sessions/seating.js';
export type { Delegation, DelegationAmendment, NewDelegation, NewSeat, Seat, Seating, SeatingEvent } from './sessions/seating.js';
export { assertSessionState, setUpSession } from './sessions/session.js';
export type { LateOpening, NewSession, Session, SessionChange, SessionEvent } from './sessions/session.js';
export {
  amendDelegation,
  closeSitting,
  followMembers,
  formDelegation,
  openSitting,
  seatMember,
  seatMembers,
  unseatMember,
} from './sessions/sitting.js';
export type { Sitting, SittingChange, SittingEvent } from './sessions/sitting.js';
export { ATTENDANCE_STATUSES } from './sessions/attendance-status.js';
export type { AttendanceStatus } from './sessions/attendance-status.js';
export { setUpTerm } from './terms/term.js';
export type { Term } from './terms/term.js';
