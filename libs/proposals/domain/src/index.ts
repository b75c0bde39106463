export { allowedActions, allowedHandlingActions, HANDLING_POLICIES, POLICIES } from './allowed-actions.js';
export { acknowledge, assign, dueOf } from './handling/assignment.js';
export type { Routing } from './handling/assignment.js';
export { openCall, phaseOf } from './call/call-window.js';
export { closeCall, extendCall, setTargets } from './calling/moving-call.js';
export type { CallWindow, NewCall, WindowPhase } from './call/call-window.js';
export { CONTENT_LIMITS, targetOf } from './call/call-contents.js';
export type { CallContents, CallTargets, DelegationTarget } from './call/call-contents.js';
export { CALL_PRESETS, PRESET_IDS } from './call/presets.js';
export type { CallPreset, PresetId } from './call/presets.js';
export {
  COMMITMENT_STATES,
  COMMITMENT_STEPS,
  SETTLEMENTS,
  assertCommitmentCurrent,
  isOverdue,
  reportOf,
} from './commitments/commitment.js';
export type {
  Commitment,
  CommitmentChange,
  CommitmentEvent,
  CommitmentState,
  CommitmentStep,
  Settlement,
} from './commitments/commitment.js';
export { PROMISES_MAX, commit, promise, unitsToCommit } from './commitments/promising.js';
export type { EnteredPromise, NewPromise } from './commitments/promising.js';
export {
  COMMITMENT_ACTIONS,
  acceptReport,
  allowedOnCommitment,
  carryOn,
  noteProgress,
  reportSettled,
  returnReport,
} from './commitments/keeping.js';
export type { CommitmentAction, ReportContent } from './commitments/keeping.js';
export {
  SUPERVISION_ACTIONS,
  allowedOnSupervision,
  assertSupervisionCurrent,
  logVisit,
  markKey,
  maySeeSupervision,
  nameCaseOwner,
  unmarkKey,
  unsupervised,
} from './supervision/supervision.js';
export type {
  SupervisedMatter,
  Supervision,
  SupervisionAction,
  SupervisionChange,
  SupervisionEvent,
  Visit,
} from './supervision/supervision.js';
export { BOX_LIMITS, newBox, setBox } from './opinions/opinion-box.js';
export type { BoxAuthority, BoxSettings, OpinionBox } from './opinions/opinion-box.js';
export { OPINION_OUTCOMES, OPINION_STATES, OPINION_STEPS, assertOpinionCurrent, opinionNumberText } from './opinions/opinion.js';
export type {
  Opinion,
  OpinionChange,
  OpinionContext,
  OpinionEvent,
  OpinionNumber,
  OpinionOutcome,
  OpinionPublication,
  OpinionState,
  OpinionStep,
} from './opinions/opinion.js';
export { opinionDeadlines, settleOpinionDay } from './opinions/opinion-deadline.js';
export type { OpinionDeadlineEvent, OpinionDeadlineMatter } from './opinions/opinion-deadline.js';
export { OPINION_ACTIONS, allowedOnOpinion, isOfSuggester, judgementOf, opinionScopeOf } from './opinions/policy.js';
export type { OpinionAction, OpinionScope } from './opinions/policy.js';
export { assertMaySuggest, suggest } from './opinions/suggesting.js';
export type { NewOpinion, OpinionCounts } from './opinions/suggesting.js';
export { decideOnOpinion, judgeReply, publishOpinion, replyToOpinion, unpublishOpinion, withdrawOpinion } from './opinions/answering.js';
export type { OpinionDecision, PublicationContent } from './opinions/answering.js';
export {
  PUBLICATION_ACTIONS,
  PUBLICATION_STATES,
  WITHHELD_FIELDS,
  allowedOnPublication,
  answerConsent,
  assertPublicationCurrent,
  publishAtClosing,
  publishMatter,
  takeOutMatter,
  unpublished,
  withholdFields,
} from './publication/publication.js';
export type {
  Publication,
  PublicationAction,
  PublicationChange,
  PublicationEvent,
  PublicationState,
  PublishedMatter,
  WithheldField,
} from './publication/publication.js';
export {
  AWARD_CRITERIA,
  AWARD_KINDS,
  AWARD_STATES,
  allowedOnAward,
  assertAwardCurrent,
  decideOnAward,
  maySeeAward,
  nominate,
  nominator,
  putToVote,
  reopenAward,
  settleAward,
} from './awards/award.js';
export type {
  Award,
  AwardAction,
  AwardAuthority,
  AwardChange,
  AwardCriterion,
  AwardEvent,
  AwardKind,
  AwardState,
  NominationContent,
  Nominee,
} from './awards/award.js';
export { maySetConfidentiality, setConfidentiality } from './confidentiality/confidentiality.js';
export { carryOver, outstandingAt } from './commitments/carry-over.js';
export type {
  CarryOverFigures,
  CommitmentFigures,
  CommitmentInput,
  Cutoff,
  OutstandingCommitment,
  UnitCommitmentFigures,
} from './commitments/carry-over.js';
export { end } from './feedback/ending.js';
export type { Closure } from './feedback/ending.js';
export { HANDLING_ACTIONS, inMatter } from './handling/policy.js';
export type { HandlingAction, HandlingInMatter } from './handling/policy.js';
export { assertDiscardable, draft, revise } from './filing/drafting.js';
export type { NewProposal } from './filing/drafting.js';
export { ATTACHMENT_KINDS, ATTACHMENT_LIMITS, assertMayAttach, attach, attachmentName, detach } from './filing/attaching.js';
export type { Attachment, AttachmentKind } from './filing/attaching.js';
export { endorse, needsEndorsement, settleEndorsement } from './filing/endorsing.js';
export type { EndorsementAnswer } from './filing/endorsing.js';
export { supportOf } from './filing/delegation-proposal.js';
export type { DelegationSupport } from './filing/delegation-proposal.js';
export type { Delegation } from './proposal/delegation.js';
export type { Endorsement } from './proposal/endorsement.js';
export { maySeeTexts } from './filing/texts.js';
export { pairsIn, weighedPairs } from './filing/similar.js';
export type { PairCounts, SoughtContent, WeighedPair } from './filing/similar.js';
export { enterPaper } from './filing/paper.js';
export type { PaperForm } from './filing/paper.js';
export { TAKE_LEAD, takeLead } from './filing/lead.js';
export {
  assertCurrent,
  assertTextCurrent,
  cosignersOf,
  invitedTo,
  jointProposersOf,
  secondersOf,
  toConfirmOf,
} from './proposal/proposal.js';
export type { AskedKind } from './proposal/handling.js';
export { AWAITING_REPLY, latestReply, roundUnderWay, unitsOf } from './proposal/handling.js';
export type { Ending, EscalationMeeting, Handling, Instruction, Rating, Reply, Silence } from './proposal/handling.js';
export { matterAfter, matterState, matterVersion, proposalState, speakingHandling } from './proposal/matter.js';
export type { ProposalMatter } from './proposal/matter.js';
export type { Change, Content, MergedProposal, MergeTarget, Proposal, Signature, TextMark } from './proposal/proposal.js';
export { ProposalErrors } from './vocabulary/proposal.errors.js';
export type {
  DeadlineMatter,
  DeadlineAwaitedEvent,
  DeadlineMetEvent,
  DeadlineMovedEvent,
  DeadlineSetEvent,
  DeadlineSubject,
  HandlingEvent,
  HandlingRequestEvent,
  MergeEvent,
  MergePart,
  OwedBy,
  ProposalEvent,
} from './proposal/proposal.events.js';
export type { ReviewStep } from './proposal/review-step.js';
export { explainSilence, settleFeedback } from './feedback/silence.js';
export { gradesOf, isDissatisfied, rate } from './feedback/rating.js';
export { maySeeMinutes, recordMeeting } from './feedback/meeting.js';
export type { Minutes } from './feedback/meeting.js';
export type { Judgement } from './feedback/rating.js';
export { reply } from './replying/reply.js';
export type { Answer } from './replying/reply.js';
export { decide, settleMotion } from './review/presidium.js';
export type { PresidiumDecision } from './review/presidium.js';
export { decisionOf, isMotionPending } from './review/review-steps.js';
export type { Meeting } from './review/review-steps.js';
export { review } from './review/review.js';
export type { Decision } from './review/review.js';
export { ACTIONS } from './proposal/policy.js';
export type { Action, Obstacle, PolicyContext } from './proposal/policy.js';
export { cancelInvitation, decline, invite, second, SIGNERS_MAX } from './filing/seconding.js';
export { NUMBER_SERIES, numbered, numbersOwed } from './review/numbers.js';
export type { DrawnNumbers, NumberingSession, NumberSeries } from './review/numbers.js';
export { RESULT_DEMANDS, SETTING_CHOICES } from './call/choices.js';
export type { SettingChoice } from './call/choices.js';
export { DEFAULT_SETTINGS, settingsWith } from './call/default-settings.js';
export { SETTING_LIMITS } from './call/setting-bounds.js';
export type {
  BeforeSessionRule,
  CommitteeSize,
  ExtensionLimit,
  ProposalSettings,
  ReplyDueRule,
  ResultDemand,
  ReviewStepSetting,
} from './call/settings.js';
export { ratersOf } from './proposal/raters.js';
export { followsReviews, handlesIt, mayKnowOfRatings, maySeeRating, ratingsSeenBy } from './proposal/authority.js';
export type { Authority, RatingScope } from './proposal/authority.js';
export { assertAddsUp, perMille } from './report/rates.js';
export type { Rate } from './report/rates.js';
export { assertConsistent, figuresOf, statisticsOf } from './report/statistics.js';
export type {
  GradeCounts,
  GroupFigures,
  ProposalStatistics,
  ResultFigures,
  SatisfactionFigures,
  UnitFigures,
} from './report/statistics.js';
export { SHOWN_FROM, tallyOf } from './report/tally.js';
export type { GroupTally, KindTally, RatedMatter, RatingTally, Signers, Tally, UnitRating } from './report/tally.js';
export { factOf } from './report/fact.js';
export type { Fact, FactContent, FactKind } from './report/fact.js';
export { foldMatter, MATTER_CLASSES } from './report/matter.js';
export type { AssignedUnit, FoldedMatter, Matter, MatterClass, MatterParticulars } from './report/matter.js';
export { isBySession, isPast } from './proposal/reply-period.js';
export type { ReplyPeriod } from './proposal/reply-period.js';
export {
  DAYS_SETTLED_BY,
  settleAnswerDay,
  settleCommitmentDay,
  settleEndorsementDay,
  settleExplanationDay,
  settleFeedbackDay,
} from './days/announced-days.js';
export type { ProvisionalDay } from './days/announced-days.js';
export { settleDueDate } from './handling/settling.js';
export { submit, withdraw } from './filing/submission.js';
export type { SubmissionStatement } from './filing/submission.js';
export { OPEN_TO, READERS, maySee } from './proposal/visibility.js';
export type { Opening, Reader } from './proposal/visibility.js';
export {
  CLEARANCE_KINDS,
  CLOSING_OUTCOMES,
  CONTACT_WAYS,
  HANDLING_STATES,
  MATTER_STATES,
  PROPOSAL_STATES,
  RATING_GRADES,
  PRESIDIUM_OUTCOMES,
  REPLY_CHANNELS,
  ADDED_UNIT_ROLES,
  HANDLING_REQUEST_KINDS,
  PROPOSAL_REQUEST_KINDS,
  REQUEST_KINDS,
  ENDORSEMENT_OUTCOMES,
  REQUEST_OUTCOMES,
  REVIEW_OUTCOMES,
} from './vocabulary/vocabulary.js';
export type {
  ClearanceKind,
  ClosingOutcome,
  ContactWay,
  HandlingState,
  MatterState,
  ProposalState,
  RatingGrade,
  ReplyChannel,
  PresidiumOutcome,
  AddedUnitRole,
  HandlingRequestKind,
  RequestKind,
  RequestOutcome,
  ReviewBody,
  ReviewOutcome,
  StepOutcome,
  Track,
  EndorsementOutcome,
} from './vocabulary/vocabulary.js';
export { mayReadMerge, merge } from './merging/merging.js';
export { undoMerge } from './merging/undoing.js';
export {
  answer,
  answerRefusal,
  assertRequestCurrent,
  mayReadRequest,
  settleSilence,
  takeBack,
  takenBack,
  takingBackRefusal,
} from './requests/answering.js';
export type { OpenRequest, RequestAnswer } from './requests/answering.js';
export { ask, askableKinds, askedAbout, isAboutHandling, isHandlingRequest } from './requests/asking.js';
export { foreseen } from './requests/foreseeing.js';
export type { ForeseenOutcome } from './requests/foreseeing.js';
export { extendableUntil } from './requests/extension.js';
export { objectionUntil } from './requests/objection.js';
export type { NewRequest } from './requests/asking.js';
export type { Party } from './requests/party.js';
export { passedOn } from './requests/answer-deadline.js';
export type { AnswerDeadline, RequestEvent, RequestSubject } from './requests/request.events.js';
export { obstaclesOf, pointless, REQUEST_RULES } from './requests/request-rules.js';
export type { RequestRule } from './requests/request-rule.js';
export type { AskedMatter, ConcernedProposals, Effect, Request, RequestChange, RequestsChange, Wish } from './requests/request.js';
export { clearingSteps, CLEARING_STEPS, isDrafted, isPutForward, missingBeforeReply } from './replying/clearing.js';
export type { ClearingStep, ClearingStepKind } from './replying/clearing.js';
export { logContact, maySeeContacts, maySeeInstruction } from './replying/contacts.js';
export type { Contact } from './replying/contacts.js';
export { isProposer, maySeeDraft, maySeeFormerDraft, saveDraft } from './replying/drafting-reply.js';
export type { DraftContent, DraftedPromise, ReplyDraft } from './replying/drafting-reply.js';
export { deskOf, emptyDesk } from './proposal/reply-desk.js';
export type { Clearance, ClearanceParty, DraftMark, ReplyDesk } from './proposal/reply-desk.js';
export { checkHistory, historySummary } from './history/check-history.js';
export type {
  HistoryContext,
  HistoryEntry,
  HistoryFault,
  HistoryFaultReason,
  HistoryLine,
  HistoryRow,
  HistoryRowState,
} from './history/check-history.js';
export { HISTORY_COLUMNS, HISTORY_LIMITS } from './history/history-columns.js';
export type { HistoryColumn } from './history/history-columns.js';
export { readHistoryTable } from './history/history-table.js';
export type { UnreadableHistory } from './history/history-table.js';
export { EXPORT_HEADINGS, EXPORT_MARK } from './history/history-wording.js';
export { importedMatter } from './history/imported-matter.js';
export type { ImportedMatter } from './history/imported-matter.js';
export { STATUS_WORDS, STATUS_WORD_NAMES, statusWords } from './proposal/status-words.js';
export type { StatusFacts, StatusReader, StatusSign, StatusWord } from './proposal/status-words.js';
