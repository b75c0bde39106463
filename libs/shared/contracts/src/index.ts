export { BALLOT_KINDS } from './ballot/ballot.events.js';
export type { BallotKind } from './ballot/ballot.events.js';
export { BALLOT_ERRORS } from './ballot/errors.js';
export {
  BALLOT_DEADLINE_MATTERS,
  BALLOT_ELECTORATES,
  BALLOT_EXPLANATIONS,
  BALLOT_OUTCOMES,
  BALLOT_STATES,
  OBJECTION_OUTCOMES,
  OFFICE_SCOPES,
} from './ballot/vocabulary.js';
export type {
  BallotDeadlineMatter,
  BallotElectorate,
  BallotExplanation,
  BallotOutcome,
  BallotState,
  ObjectionOutcome,
} from './ballot/vocabulary.js';
export { CALENDAR_ERRORS } from './calendar-errors.js';
export { CONGRESS_ERRORS } from './congress/errors.js';
export { CONGRESS_DEADLINE_MATTERS, DELEGATE_KINDS, MEMBER_STANDINGS, OFFICES } from './congress/vocabulary.js';
export type { CongressDeadlineMatter, DelegateKind, MemberStanding, Office } from './congress/vocabulary.js';
export { DEADLINE_HEARERS, DEADLINE_SUBJECTS } from './deadline.events.js';
export type { DeadlineHearer, DeadlineSubject } from './deadline.events.js';
export { COMMON_ERRORS, ERROR_CODES } from './error-codes.js';
export type { ErrorCode, Problem } from './error-codes.js';
export { EVENT_ROUTES, SUBSCRIBERS } from './event-routes.js';
export type { Subscriber } from './event-routes.js';
export { EVENTS, eventFaults, isEventName } from './events.js';
export type { Envelope, EventData, EventName, NewEvent } from './events.js';
export { deadlineText, isDeadlineFact } from './notifier/deadline-text.js';
export { BOUNCE_REASONS, MAIL_DELAYS } from './notifier/mail-words.js';
export type { BounceReason, MailDelay } from './notifier/mail-words.js';
export { NOTIFIER_ERRORS } from './notifier/errors.js';
export { NOTICE_ENDS } from './notifier/notice-ends.js';
export type { NoticeEnd } from './notifier/notice-ends.js';
export { isMandatory, KIND_OF_NOTICE, MUTABLE, NOTICE_KINDS, noticesOfKind } from './notifier/notice-kinds.js';
export type { KindOnWay, NoticeKind } from './notifier/notice-kinds.js';
export { LOCALES, NOTICES } from './notifier/notices.js';
export type { Locale, NoticeCode, NoticeParams } from './notifier/notices.js';
export {
  DIGESTS,
  GROUP_PROVIDERS,
  GROUP_TROUBLES,
  MESSAGE_IDS,
  MESSAGE_TROUBLES,
  PERSONAL_WAYS,
  PUSH_TROUBLES,
  SMS_FORMATS,
  SMS_METHODS,
  SMS_NUMBERS,
} from './notifier/ways.js';
export type {
  Digest,
  GroupProvider,
  GroupTrouble,
  MessageId,
  MessageTrouble,
  PersonalWay,
  PushTrouble,
  SmsFormat,
  SmsMethod,
  SmsNumbers,
} from './notifier/ways.js';
export { PROPOSALS_ERRORS } from './proposals/errors.js';
export {
  CLOSING_OUTCOMES,
  DEADLINE_MATTERS,
  ENDORSEMENT_OUTCOMES,
  MERGE_ENDS,
  RATINGS,
  REQUEST_KINDS,
  REQUEST_OUTCOMES,
  REVIEW_OUTCOMES,
  SILENCE_POLICIES,
} from './proposals/vocabulary.js';
export type {
  ClosingOutcome,
  DeadlineMatter,
  EndorsementOutcome,
  MergeEnd,
  Rating,
  RequestKind,
  RequestOutcome,
  ReviewOutcome,
  SilencePolicy,
} from './proposals/vocabulary.js';
export type { Fields, PayloadFault, Reader } from './shape.js';
