import { DomainError } from '@plenum/kernel';

/** Why proposals cannot be merged as they are wished to be. */
export type MergeObstacle = 'itself' | 'has-merged' | 'other-session' | 'wrong-state' | 'filed-into-unfiled' | 'confidentiality';
const instantOf = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Every refusal of the proposals rules, by name. */
export const ProposalErrors = {
  // Who may act.
  notTheLeadProposer: () => new DomainError('proposals.not-the-lead-proposer', 'forbidden'),
  notADelegate: (memberIds: readonly string[]) => new DomainError('proposals.not-a-delegate', 'forbidden', { memberIds }),
  notTheCommittee: () => new DomainError('proposals.not-the-committee', 'forbidden'),
  notThePresidium: () => new DomainError('proposals.not-the-presidium', 'forbidden'),
  notTheHandlingUnit: () => new DomainError('proposals.not-the-handling-unit', 'forbidden'),
  notARater: () => new DomainError('proposals.not-a-rater', 'forbidden'),
  notTheHeadOfDelegation: () => new DomainError('proposals.not-the-head-of-delegation', 'forbidden'),
  notOfTheDelegation: (memberIds: readonly string[]) => new DomainError('proposals.not-of-the-delegation', 'forbidden', { memberIds }),
  notASuccessor: () => new DomainError('proposals.not-a-successor', 'forbidden'),
  notASigner: () => new DomainError('proposals.not-a-signer', 'forbidden'),
  ownReport: () => new DomainError('proposals.own-report', 'forbidden'),
  notOfTheCommittee: (memberId: string) => new DomainError('proposals.not-of-the-committee', 'unprocessable', { memberId }),
  notASignatory: () => new DomainError('proposals.not-a-signatory', 'forbidden'),
  ownReply: () => new DomainError('proposals.own-reply', 'forbidden'),
  notVisible: () => new DomainError('proposals.forbidden', 'forbidden'),

  // When.
  wrongState: (action: string, state: string) => new DomainError('proposals.wrong-state', 'conflict', { action, state }),
  leadNotVacant: () => new DomainError('proposals.lead-not-vacant', 'conflict'),
  outdated: (current: number) => new DomainError('proposals.outdated', 'conflict', { current }),
  callNotOpen: (opensAt: Date) => new DomainError('proposals.call-not-open', 'conflict', { opensAt: opensAt.toISOString() }),
  callClosed: (closesAt: Date | null) => new DomainError('proposals.call-closed', 'conflict', { closesAt: instantOf(closesAt) }),
  feedbackPending: (feedbackDueOn: string) => new DomainError('proposals.feedback-pending', 'conflict', { feedbackDueOn }),
  feedbackOver: (feedbackDueOn: string) => new DomainError('proposals.feedback-over', 'conflict', { feedbackDueOn }),
  ratedAlready: () => new DomainError('proposals.rated-already', 'conflict'),
  silenceNotOwed: () => new DomainError('proposals.silence-not-owed', 'conflict'),
  silenceExplained: () => new DomainError('proposals.silence-explained', 'conflict'),
  replyOverdue: (dueOn: string) => new DomainError('proposals.reply-overdue', 'conflict', { dueOn }),
  dueDateUnknown: () => new DomainError('proposals.due-date-unknown', 'unprocessable'),
  dueInThePast: (dueOn: string) => new DomainError('proposals.due-in-the-past', 'unprocessable', { dueOn }),

  receivedInTheFuture: (receivedOn: string) => new DomainError('proposals.received-in-the-future', 'unprocessable', { receivedOn }),
  motionPending: () => new DomainError('proposals.motion-pending', 'conflict'),
  meetingInTheFuture: (metOn: string) => new DomainError('proposals.meeting-in-the-future', 'unprocessable', { metOn }),

  // Seconding.
  ownProposal: () => new DomainError('proposals.own-proposal', 'conflict'),
  alreadySeconded: () => new DomainError('proposals.already-seconded', 'conflict'),
  notInvited: () => new DomainError('proposals.not-invited', 'conflict'),
  tooManySigners: (max: number) => new DomainError('proposals.too-many-signers', 'unprocessable', { max }),
  tooFewSeconders: (needed: number, signed: number) => new DomainError('proposals.too-few-seconders', 'unprocessable', { needed, signed }),
  tooLittleSupport: ({ needed, signed, delegates }: { readonly needed: number; readonly signed: number; readonly delegates: number }) =>
    new DomainError('proposals.too-little-support', 'unprocessable', { needed, signed, delegates }),

  // Figures.
  figuresDoNotAddUp: (figure: string, whole: number, sum: number) =>
    new DomainError('proposals.figures-do-not-add-up', 'unprocessable', { figure, whole, sum }),
  cutOffAhead: (cutOff: Date) => new DomainError('proposals.cut-off-ahead', 'unprocessable', { cutOff: cutOff.toISOString() }),

  // Attachments.
  tooManyAttachments: (max: number) => new DomainError('proposals.too-many-attachments', 'unprocessable', { max }),
  attachedAlready: (fileName: string) => new DomainError('proposals.attached-already', 'conflict', { fileName }),
  attachmentEmpty: () => new DomainError('proposals.attachment-empty', 'unprocessable'),
  attachmentTooLarge: (maxMebibytes: number) => new DomainError('proposals.attachment-too-large', 'unprocessable', { maxMebibytes }),
  attachmentKind: (kinds: string) => new DomainError('proposals.attachment-kind', 'unprocessable', { kinds }),
  attachmentsFull: (maxMebibytes: number) => new DomainError('proposals.attachments-full', 'conflict', { maxMebibytes }),

  // What is said.
  exclusionsNotConfirmed: (exclusions: readonly string[]) =>
    new DomainError('proposals.exclusions-not-confirmed', 'unprocessable', { exclusions }),
  incomplete: (fields: readonly string[]) => new DomainError('proposals.incomplete', 'unprocessable', { fields }),
  reasonRequired: () => new DomainError('proposals.reason-required', 'unprocessable'),
  unitNamedTwice: (unitId: string) => new DomainError('proposals.unit-named-twice', 'unprocessable', { unitId }),
  instructionRequired: () => new DomainError('proposals.instruction-required', 'unprocessable'),
  leadUnitAssistsItself: () => new DomainError('proposals.lead-unit-assists-itself', 'unprocessable'),
  gradeNotOffered: (dimension: string, grade: string, offered: readonly string[]) =>
    new DomainError('proposals.grade-not-offered', 'unprocessable', { dimension, grade, offered }),
  unknownResultCategory: (category: string) => new DomainError('proposals.unknown-result-category', 'unprocessable', { category }),
  promiseRequired: (category: string) => new DomainError('proposals.promise-required', 'unprocessable', { category }),
  basisRequired: (category: string, demand: 'evidence' | 'reason') =>
    new DomainError('proposals.basis-required', 'unprocessable', { category, demand }),
  tooManyPromises: (max: number) => new DomainError('proposals.too-many-promises', 'unprocessable', { max }),
  visitAhead: (visitedOn: string) => new DomainError('proposals.visit-ahead', 'unprocessable', { visitedOn }),
  notALaterDay: (dueOn: string) => new DomainError('proposals.not-a-later-day', 'unprocessable', { dueOn }),
  suggestionNotRated: () => new DomainError('proposals.suggestion-not-rated', 'conflict'),
  beforeAssignment: (contactedOn: string) => new DomainError('proposals.before-assignment', 'unprocessable', { contactedOn }),

  // Before a reply goes out.
  draftPutForward: () => new DomainError('proposals.draft-put-forward', 'conflict'),
  replyNotCleared: (missing: readonly string[]) => new DomainError('proposals.reply-not-cleared', 'conflict', { missing }),
  notTheClearedDraft: () => new DomainError('proposals.not-the-cleared-draft', 'conflict'),
  nothingToAsk: (step: string) => new DomainError('proposals.nothing-to-ask', 'conflict', { step }),

  // The opinion box.
  notTheSuggester: () => new DomainError('proposals.not-the-suggester', 'forbidden'),
  boxClosed: () => new DomainError('proposals.box-closed', 'conflict'),
  filterNameTaken: (name: string) => new DomainError('proposals.filter-name-taken', 'conflict', { name }),
  tooManyFilters: (max: number) => new DomainError('proposals.too-many-filters', 'conflict', { max }),
  tooManyOpinions: (per: 'day' | 'waiting', max: number) => new DomainError('proposals.too-many-opinions', 'conflict', { per, max }),

  // What is published.
  confidentialNotPublished: () => new DomainError('proposals.confidential-not-published', 'conflict'),

  // Awards.
  notToBeNominated: () => new DomainError('proposals.not-to-be-nominated', 'conflict'),
  nominatedAlready: () => new DomainError('proposals.nominated-already', 'conflict'),

  // Merging.
  cannotBeMerged: (because: MergeObstacle, subjects: readonly string[]) =>
    new DomainError('proposals.cannot-be-merged', 'conflict', { because, subjects }),
  othersMatterToo: () => new DomainError('proposals.others-matter-too', 'conflict'),
  nothingMerged: () => new DomainError('proposals.nothing-merged', 'conflict'),

  // What is asked and answered.
  requestOpen: (request: string, dueOn: string | null) => new DomainError('proposals.request-open', 'conflict', { request, dueOn }),
  requestSettled: (state: string) => new DomainError('proposals.request-settled', 'conflict', { state }),
  reconsiderationTooLate: (until: string) => new DomainError('proposals.reconsideration-too-late', 'conflict', { until }),
  decisionFinal: () => new DomainError('proposals.decision-final', 'conflict'),
  requestNotOffered: (request: string) => new DomainError('proposals.request-not-offered', 'conflict', { request }),
  askedAlready: (request: string) => new DomainError('proposals.asked-already', 'conflict', { request }),
  objectionOver: (until: string) => new DomainError('proposals.objection-over', 'conflict', { until }),
  beyondExtension: (latest: string) => new DomainError('proposals.beyond-extension', 'unprocessable', { latest }),
  notAsked: () => new DomainError('proposals.not-asked', 'forbidden'),
  noSuchOutcome: (outcome: string, possible: readonly string[]) =>
    new DomainError('proposals.no-such-outcome', 'unprocessable', { outcome, possible }),

  // The call.
  outcomeNotOffered: (outcome: string) => new DomainError('proposals.outcome-not-offered', 'unprocessable', { outcome }),
  windowReversed: () => new DomainError('proposals.window-reversed', 'unprocessable'),
  notAnExtension: (closesAt: Date) => new DomainError('proposals.not-an-extension', 'unprocessable', { closesAt: closesAt.toISOString() }),
  callWithoutEnd: () => new DomainError('proposals.call-without-end', 'conflict'),
  settingOutOfRange: (setting: string) => new DomainError('proposals.setting-out-of-range', 'unprocessable', { setting }),
};
