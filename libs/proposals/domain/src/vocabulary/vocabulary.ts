/** Up to the end of review: here the proposal itself is where the matter stands. */
const FILING_STATES = [
  'DRAFT',
  'SECONDING',
  'ENDORSING',
  'SUBMITTED',
  'RETURNED',
  'PRESIDIUM',
  'MERGED',
  'NOT_FILED',
  'WITHDRAWN',
] as const;

/** The states of a proposal: whose it is, and what review made of it. What was accepted is with its handlings until it closes. */
export const PROPOSAL_STATES = [...FILING_STATES, 'ACCEPTED', 'CLOSED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** The states of the work of one lead unit, or of each separate unit. */
export const HANDLING_STATES = ['ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'ESCALATED', 'ENDED'] as const;
export type HandlingState = (typeof HANDLING_STATES)[number];

/** Where people and lists say that a matter stands (DOMAIN section 5): made of the proposal and its handlings. */
export const MATTER_STATES = [
  ...FILING_STATES,
  'FILED',
  'SUGGESTION',
  'ASSIGNED',
  'IN_PROGRESS',
  'REPLIED',
  'RATED',
  'ESCALATED',
  'CLOSED',
] as const;
export type MatterState = (typeof MATTER_STATES)[number];

/** A filed proposal, or a suggestion on its lighter track: assigned and answered, with no docket number and no rating. */
export type Track = 'PROPOSAL' | 'SUGGESTION';

/** What the head of a delegation says to a proposal, or their silence amounts to: it goes on without. */
export const ENDORSEMENT_OUTCOMES = ['ENDORSED', 'RETURNED', 'LAPSED'] as const;
export type EndorsementOutcome = (typeof ENDORSEMENT_OUTCOMES)[number];

/** What a review ends in; the presidium is left what is disputed or major. */
export const REVIEW_OUTCOMES = ['FILED', 'SUGGESTION', 'NOT_FILED', 'RETURNED', 'PRESIDIUM'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** What the presidium decides: as a motion (议案) it goes before the congress. */
export const PRESIDIUM_OUTCOMES = ['FILED', 'NOT_FILED', 'MOTION'] as const;
export type PresidiumOutcome = (typeof PRESIDIUM_OUTCOMES)[number];

/** What any step of a review may find. */
export type StepOutcome = ReviewOutcome | PresidiumOutcome;

/** Who finds what becomes of a proposal. */
export type ReviewBody = 'COMMITTEE' | 'PRESIDIUM' | 'CONGRESS';

/** Very satisfied, where the call has four grades; satisfied, basically satisfied, dissatisfied (非常满意, 满意, 基本满意, 不满意). */
export const RATING_GRADES = ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY', 'DISSATISFIED'] as const;
export type RatingGrade = (typeof RATING_GRADES)[number];

/** How a reply reached the proposer (面复, 书面, 网上). */
export const REPLY_CHANNELS = ['IN_PERSON', 'WRITTEN', 'ONLINE'] as const;
export type ReplyChannel = (typeof REPLY_CHANNELS)[number];

/** How a unit spoke with a proposer (走访, 电话, 会面, 书面). */
export const CONTACT_WAYS = ['VISIT', 'PHONE', 'MEETING', 'WRITING'] as const;
export type ContactWay = (typeof CONTACT_WAYS)[number];

/** What came of it in the end, as the committee sees it when it closes the matter. */
export const CLOSING_OUTCOMES = ['IMPLEMENTED', 'PLANNED', 'EXPLAINED', 'UNRESOLVED'] as const;
export type ClosingOutcome = (typeof CLOSING_OUTCOMES)[number];

/** What somebody may be asked for on a proposal itself; each kind has its rule in `requests`. */
export const PROPOSAL_REQUEST_KINDS = ['merge-consent', 'reconsideration', 'withdrawal-consent'] as const;

/** What somebody may be asked for on the work of one unit (异议, 增加承办单位, 延期, 请提案人说明, 提案人对交办的异议). */
export const HANDLING_REQUEST_KINDS = ['objection', 'add-unit', 'extension', 'clarification', 'routing-objection'] as const;
export type HandlingRequestKind = (typeof HANDLING_REQUEST_KINDS)[number];

/** What may have to be asked and answered before a reply goes out (协办意见, 会签, 签发, 督办审核). */
export const CLEARANCE_KINDS = ['assisting-opinion', 'countersign', 'sign-off', 'committee-audit'] as const;
export type ClearanceKind = (typeof CLEARANCE_KINDS)[number];

export const REQUEST_KINDS = [...PROPOSAL_REQUEST_KINDS, ...HANDLING_REQUEST_KINDS, ...CLEARANCE_KINDS] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

/** What a request may be answered with; which of them, its kind says. */
export const REQUEST_OUTCOMES = [
  'CONSENTED',
  'REFUSED',
  'LAPSED',
  'REASSIGNED',
  'RETAINED',
  'GRANTED',
  'CLARIFIED',
  'GIVEN',
  'NOT_FILED',
  'FILED',
  'SUGGESTION',
] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** As what another unit is added: it gives its opinion to the lead unit, or answers for itself (协办, 分别办理). */
export const ADDED_UNIT_ROLES = ['assisting', 'separate'] as const;
export type AddedUnitRole = (typeof ADDED_UNIT_ROLES)[number];
