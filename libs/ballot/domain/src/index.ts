export { BASES, MARKS, RETURNED_LIMITS, ROUNDS, SHORTAGE_POLICIES, TIE_POLICIES, WRITE_IN_RULES } from './counting/case.js';
export type {
  AppraisalCase, Base, CandidateFigures, CountingCase, Counts, ElectionCase, ElectionRules, ItemFigures, Mark, Paper, PollCase,
  ResolutionCase, ResolutionRules, Round, SortedPapers, Threshold, WriteInFigures,
} from './counting/case.js';
export { count } from './counting/count.js';
export { EXPLANATIONS } from './counting/outcome.js';
export type {
  AppraisalOutcome, CountedOutcome, ElectionOutcome, Explanation, ExplanationCode, ItemOutcome, MalformedOutcome, Needed, NextRound,
  Outcome, PollOutcome, Ranked, ResolutionOutcome, StoppedOutcome, StopStatus,
} from './counting/outcome.js';
export { SPOILERS } from './counting/papers.js';
export type { Spoiler } from './counting/papers.js';
export { RULES as BALLOT_RULES, allowedActions } from './ballot/allowed-actions.js';
export { holdersOf } from './ballot/ballot.js';
export type { Ballot, Change, Choice, Figures, Found, PerChannel, GradeCount, HandCount, Json, OptionCount, Scale, Officer, Reconciliation, Signature, Tally } from './ballot/ballot.js';
export { BallotErrors, OWN_VERIFIER } from './ballot/ballot.errors.js';
export type { BallotEvent } from './ballot/ballot.events.js';
export { canonicalJson } from './ballot/canonical.js';
export { CLOSE, close, foundOnBoth } from './ballot/closing.js';
export { countHands, enterSheets, returnedOf, settleDifference } from './ballot/counting.js';
export { declare, publish } from './ballot/declaring.js';
export { adopt, draft, revise } from './ballot/drafting.js';
export type { Draft, Revision } from './ballot/drafting.js';
export { Entries } from './ballot/entries.js';
export type { Difference, Entry, EntryNo } from './ballot/entries.js';
export { readFigures } from './ballot/figures.js';
export { nameOfficers } from './ballot/officers.js';
export type { Named } from './ballot/officers.js';
export { freezeRoll, open } from './ballot/opening.js';
export type { Opening } from './ballot/opening.js';
export { assertAllowed } from './ballot/rule.js';
export type { BallotAction } from './ballot/rule.js';
export { nextRound } from './ballot/rounds.js';
export { readSheet, readSheets } from './ballot/sheets.js';
export type { Sheet } from './ballot/sheets.js';
export { marksOf } from './ballot/scale.js';
export { sign } from './ballot/signing.js';
export { isDeclared, isOfficer, mayFollow, resultRefusal } from './ballot/standing.js';
export type { Standing } from './ballot/standing.js';
export { tally } from './ballot/tally.js';
export type { CountingMeans, Opened } from './ballot/tally.js';
export { BALLOT_STATES, CHANNELS, CHOICE_LISTS, ELECTORATES, OFFICER_ROLES, VOTED_KINDS, hasPaper, hasSealed } from './ballot/words.js';
export type { BallotState, Channel, Electorate, OfficerRole, VotedKind } from './ballot/words.js';
export { CEREMONY_ROUNDS, circleOf, KEY_SCHEMES, KeyCeremony } from './sealed/key-ceremony.js';
export type { CeremonyRound, Circle, KeyScheme, Messages } from './sealed/key-ceremony.js';
export { assertMayRegister } from './sealed/registration.js';
export type { Registration, Voter } from './sealed/registration.js';
export { questionsOf } from './sealed/sealed-questions.js';
export type { SealedQuestion, Sums } from './sealed/sealed-questions.js';
export { ADD_SHARE, mayRevote, OFFER_KEY } from './sealed/sealed-rules.js';
export { PROCEDURE, procedureOf } from './procedure/procedure.js';
export type { Nomination, Procedure } from './procedure/procedure.js';
export { CANDIDATE_ORDERS, LATE_ARRIVALS, RELATIVES, SEALED_MARKS } from './procedure/words.js';
export type { CandidateOrder, LateArrivals, Relatives, SealedMarks } from './procedure/words.js';
export { FLOORS } from './presets/floors.js';
export type { Clause, Floor } from './presets/floors.js';
export { PRESETS } from './presets/presets.js';
export type { Preset } from './presets/presets.js';
export { rulesFrom, warningsOf } from './presets/warnings.js';
export type { RuleWarning } from './presets/warnings.js';
export { PRESET_IDS } from './presets/words.js';
export type { PresetId, SourceMark } from './presets/words.js';
