export type { Field, StoredJson } from './fields.js';
export { canonicalJson } from './json.js';
export type { Json } from './json.js';
export { BASES, MARKS, RETURNED_LIMITS, ROUNDS, SHORTAGE_POLICIES, TIE_POLICIES, WRITE_IN_RULES } from './counting/case.js';
export type {
  AppraisalCase,
  Base,
  CandidateFigures,
  CountingCase,
  Counts,
  ElectionCase,
  ElectionRules,
  ItemFigures,
  Mark,
  Paper,
  PollCase,
  ResolutionCase,
  ResolutionRules,
  ReturnedLimit,
  Round,
  ShortagePolicy,
  SortedPapers,
  Threshold,
  TiePolicy,
  WriteInFigures,
  WriteInRule,
} from './counting/case.js';
export { count } from './counting/count.js';
export { EXPLANATIONS } from './counting/outcome.js';
export type {
  AppraisalOutcome,
  CountedOutcome,
  ElectionOutcome,
  Explanation,
  ExplanationCode,
  ItemOutcome,
  MalformedOutcome,
  Needed,
  NextRound,
  Outcome,
  PollOutcome,
  CandidateOutcome,
  ResolutionOutcome,
  StoppedOutcome,
  StopStatus,
} from './counting/outcome.js';
export { SPOILERS } from './counting/papers.js';
export type { Spoiler } from './counting/papers.js';
export type {
  AdoptedAdvisoryRules,
  AdoptedElectionRules,
  AdoptedResolutionRules,
  KindRules,
  RuleFrame,
  Scale,
} from './rules/adopted-rules.js';
export { PROCEDURE, procedureOf } from './rules/procedure.js';
export type { ElectedOffice, Nomination, Procedure, StatedNomination, StatedOffice, StatedProcedure } from './rules/procedure.js';
export { readRules } from './rules/rules.js';
export { marksOf } from './rules/scale.js';
export {
  CANDIDATE_ORDERS,
  CHANNELS,
  CHOICE_LISTS,
  ELECTED_OFFICES,
  ELECTORATES,
  hasPaper,
  hasSealed,
  LATE_ARRIVALS,
  OFFICE_SCOPES,
  PRESET_IDS,
  RELATIVES,
  SEALED_MARKS,
  TIMINGS,
  VOTED_KINDS,
  signsIn,
} from './rules/vocabulary.js';
export type {
  CandidateOrder,
  Channel,
  Electorate,
  ElectedOfficeName,
  LateArrivals,
  OfficeScope,
  PresetId,
  Relatives,
  SealedMarks,
  Timing,
  VotedKind,
} from './rules/vocabulary.js';
export { FLOORS } from './presets/floors.js';
export type { Clause, Floor, SourceMark } from './presets/floors.js';
export { PRESETS } from './presets/presets.js';
export type { Preset } from './presets/presets.js';
export { rulesFrom, warningsOf } from './presets/warnings.js';
export type { RuleWarning } from './presets/warnings.js';
export { BallotErrors, OWN_VERIFIER } from './record/ballot.errors.js';
export { DEADLINE_MATTERS } from './record/ballot.events.js';
export type { BallotEvent, DeadlineMatter, DecidedItem, ElectedPerson } from './record/ballot.events.js';
export { assertCurrent, BALLOT_FIELDS, holdersOf } from './record/ballot.js';
export type { Ballot, Change } from './record/ballot.js';
export { KINSHIPS, NOMINEE_STATUSES, PROPOSERS } from './record/candidates.js';
export type {
  Choice,
  Kinship,
  Nominations,
  Nominee,
  NomineeStatus,
  Posting,
  Proposer,
  ProposerKind,
  RelativePair,
} from './record/candidates.js';
export { APPOINTMENT_ENDS, OFFICER_ROLES, SCHEDULED_ACTS } from './record/conduct.js';
export type {
  Appointment,
  AppointmentEnd,
  AtOpening,
  DeskFigures,
  Officer,
  OfficerRole,
  PerChannel,
  ScheduledAct,
} from './record/conduct.js';
export { DOUBT_REASONS, VERDICTS } from './record/count.js';
export type {
  DoubtCounts,
  DoubtReason,
  Figures,
  ClosingCount,
  GradeCount,
  HandCount,
  ChannelFigures,
  OptionCount,
  Reconciliation,
  Signature,
  TalliedPapers,
  Tally,
  TallyCase,
  Verdict,
  WrittenIn,
} from './record/count.js';
export { DESCENTS } from './record/lineage.js';
export type { Descent, DescentKind } from './record/lineage.js';
export { NO_OBJECTIONS, VACANCY_DECISIONS } from './record/result.js';
export type {
  Annulment,
  Approval,
  Contribution,
  Decision,
  LotsDrawing,
  HigherAnswer,
  ObjectionCounts,
  ResultPosting,
  VacancyDecision,
} from './record/result.js';
export { BALLOT_STATES } from './record/vocabulary.js';
export type { BallotState } from './record/vocabulary.js';
export { assertAllowed } from './policy/policy.js';
export type { BallotAction } from './policy/policy.js';
export { isDeclared, isOfficer, maySeeProgress, maySeeHoldings, resultRefusal } from './policy/authority.js';
export type { Authority } from './policy/authority.js';
export { assertMayConfirm, accountHoldOf, holdOf, resetsSince } from './issuing/account-resets.js';
export type { AccountReset, AccountHold, ResetHistory } from './issuing/account-resets.js';
export { HOLDINGS } from './issuing/claimant.js';
export type { Claimant, Holding } from './issuing/claimant.js';
export { lateByDesk, signedInByDesk } from './issuing/desk-sign-ins.js';
export type { DeskSignIn } from './issuing/desk-sign-ins.js';
export { issuePaper, keepsRegister, takeBackPaper } from './issuing/issued-papers.js';
export type { PaperRegister } from './issuing/issued-papers.js';
export { issueSlip, prepareSlips, replaceSlip, SLIP_FATES, takeBackSlip, usableSlips, voidSlips } from './issuing/slips.js';
export type { Slip, SlipFate, Slips } from './issuing/slips.js';
export { appointmentDone, appointmentMoot, appointmentRefused, dueAppointment, isMoot, nextTime, schedule } from './timing/appointments.js';
export type { Times } from './timing/appointments.js';
export { CEREMONY_ROUNDS, thresholdTrusteesOf, KEY_SCHEMES, KeyCeremony } from './sealed/key-ceremony.js';
export type { CeremonyRound, ThresholdTrustees, KeyScheme, CeremonyMessages } from './sealed/key-ceremony.js';
export { assertMayRegister, takeBackCredential } from './sealed/registration.js';
export type { Registration, Voter } from './sealed/registration.js';
export { isThreeWay, pairsOf, questionsOf, votesOf } from './sealed/sealed-questions.js';
export type { QuestionPair, SealedQuestion, QuestionSums } from './sealed/sealed-questions.js';
export { ADD_SHARE, mayRevote, OFFER_KEY } from './sealed/sealed-rules.js';
export { adopt, assertNoCandidatesYet, draft, revise } from './preparing/drafting.js';
export type { Draft, Revision } from './preparing/drafting.js';
export { disambiguateNames, spellingOf, nameWithStaffNo } from './preparing/namesakes.js';
export { awaitsNomination, nominationRuleOf, nominationsOf, noticeClauseOf, activeNominees } from './preparing/nominations.js';
export { nameOfficers } from './preparing/officers.js';
export type { AdoptedOfficers } from './preparing/officers.js';
export { declareRelatives, relatedOfficers, withdrawRelatives } from './preparing/relatives.js';
export { assertMayDelete, callOff, isCalledOff } from './preparing/withdrawing.js';
export { closeNomination, neededForPaper } from './nomination/closing-nomination.js';
export type { ClosingMeans, NameCollator } from './nomination/closing-nomination.js';
export { decline, NOMINATE, nominate, postCandidates } from './nomination/nominating.js';
export { answerObjection, objectTo, openObjections } from './nomination/objections.js';
export type { Objection, ObjectionAnswer } from './nomination/objections.js';
export { callPrimary, reopenNomination } from './nomination/primary.js';
export type { Doubt } from './paper-entry/doubts.js';
export { enterSheets, returnedOf, ruleOnDoubt, settleDifference } from './paper-entry/entering.js';
export { Entries } from './paper-entry/entries.js';
export type { Difference, DoubtfulSheet, Entry, EntryNo, SettledSheet } from './paper-entry/entries.js';
export { rulingsNeeded } from './paper-entry/rulings.js';
export type { Ruling } from './paper-entry/rulings.js';
export { readSheet, readSheets } from './paper-entry/sheets.js';
export type { Sheet } from './paper-entry/sheets.js';
export {
  areSheetsSettled,
  CONFIRM_NAME,
  confirmName,
  MATCH_NAME,
  matchName,
  namesOn,
  requiresNameMatching,
  settledSheets,
  WrittenNames,
} from './paper-entry/written-names.js';
export type { MergedNames, NameMatching, NameMatch, NameStatement } from './paper-entry/written-names.js';
export { CLOSE, close, combineChannels } from './voting/closing.js';
export { correctReturned } from './voting/correcting.js';
export type { CorrectionRequest } from './voting/correcting.js';
export { candidatesNeeded, freezeRoll, open } from './voting/opening.js';
export type { Opening } from './voting/opening.js';
export { quorumProofOf } from './voting/quorum.js';
export type { QuorumAt, QuorumProof } from './voting/quorum.js';
export { countSheets } from './tally/counting-case.js';
export type { CountingInput, CountedSheet, SheetCount } from './tally/counting-case.js';
export { HALL_LISTS, readFigures } from './tally/figures.js';
export { countHands } from './tally/hands.js';
export { recount } from './tally/recount.js';
export type { CountedTally, RecountInput, Votes } from './tally/recount.js';
export { chiefsMissing, sign } from './tally/signing.js';
export { COUNT, tally } from './tally/tally.js';
export type { CountingMeans, OpeningProgress } from './tally/tally.js';
export { possibleDecisions, decideVacancy } from './open-seats/decisions.js';
export type { DecisionRequest } from './open-seats/decisions.js';
export { commitmentOf, draw } from './open-seats/draw.js';
export type { DigestOf, LotsCase, LotsCommitment } from './open-seats/draw.js';
export { dependentBallots } from './open-seats/dependent-ballots.js';
export type { RelatedBallots } from './open-seats/dependent-ballots.js';
export { beginLots, commitLot, currentDrawing, lotsPending, revealLot, voidLots } from './open-seats/lots.js';
export { lotsFault } from './open-seats/redraw.js';
export type { DrawnBallot } from './open-seats/redraw.js';
export { relationOf, RELATIONS } from './open-seats/relations.js';
export type { Relation } from './open-seats/relations.js';
export { nextRound } from './open-seats/rounds.js';
export { electedIn, seatsOf } from './open-seats/seats.js';
export type { Elected, Seats } from './open-seats/seats.js';
export { secondStage } from './open-seats/second-stage.js';
export type { OfficersElectorate, SecondStage } from './open-seats/second-stage.js';
export { annul, annulWithDependents, runAgain } from './result/annulling.js';
export { approve, reject } from './result/approving.js';
export type { HigherDocument } from './result/approving.js';
export { archive, declare, publish } from './result/declaring.js';
export { answerResultObjection, raiseObjection } from './result/objecting.js';
export type { ResultObjection, ResultObjectionAnswer } from './result/objecting.js';
export { PICTURE_LIMITS, pictureOf } from './profiles/picture.js';
export type { Picture } from './profiles/picture.js';
export { assertMayDescribe, describe, PROFILE_TEXT_MAX, profilesGoingOn } from './profiles/profiles.js';
export type { Profile, ProfileMove } from './profiles/profiles.js';
export { PICTURE_KINDS } from './profiles/vocabulary.js';
export type { PictureKind } from './profiles/vocabulary.js';
export { suppressSmallGroups } from './turnout/groups.js';
export type { TurnoutGroup } from './turnout/groups.js';
export { readinessOf } from './rehearsal/readiness.js';
export type { ReadinessFinding, ReadinessContext } from './rehearsal/readiness.js';
export { assertMayRehearse, practiceOf, practicePaper } from './rehearsal/rehearsal.js';
export type { RehearsalPeople } from './rehearsal/rehearsal.js';
export { READINESS_GATES, REHEARSAL_ENDS, REHEARSAL_PHASES } from './rehearsal/vocabulary.js';
export type { ReadinessGate, RehearsalEnd, RehearsalPhase } from './rehearsal/vocabulary.js';
export { accessFault, accessPart, readAccessPart } from './evidence/access.js';
export type { Access, ConfirmedReset } from './evidence/access.js';
export { auditFault, followAudit, isHeadOf, readAuditHeadPart, readAuditPart } from './evidence/audit.js';
export type { AuditPart, AuditRow } from './evidence/audit.js';
export {
  ballotPart,
  EVIDENCE_FORMAT,
  manifestPart,
  parsePart,
  readBallotPart,
  readSheetsPart,
  recordPart,
  rollText,
  sheetsPart,
} from './evidence/evidence.js';
export type { EvidenceContext, EvidenceBallot, EvidenceSignature } from './evidence/evidence.js';
export { BALLOT_FILES, documentRefusal, evidenceRefusal, filesFor } from './evidence/files.js';
export type { BallotFile } from './evidence/files.js';
export { allowedActions, POLICIES as BALLOT_POLICIES } from './actions/allowed-actions.js';
export { pendingTasksOf } from './actions/pending-tasks.js';
export type { PendingTask, Participation } from './actions/pending-tasks.js';
export { PENDING_TASK_MATTERS } from './actions/vocabulary.js';
export type { PendingTaskMatter } from './actions/vocabulary.js';
