// Short names for the answers that more than one place of the client shows. Their shapes are the services' own.
import type { components as Ballot } from './generated/ballot.js';
import type { components as Congress } from './generated/congress.js';
import type { components as Notifier } from './generated/notifier.js';
import type { components as Proposals } from './generated/proposals.js';

type OfBallot = Ballot['schemas'];
type OfCongress = Congress['schemas'];
type OfProposals = Proposals['schemas'];

export type MeView = OfCongress['MeResponse'];
export type MemberPage = OfCongress['MemberListResponse'];
export type UnitView = OfCongress['UnitResponse'];
export type DelegationView = OfCongress['DelegationResponse'];
export type SessionView = OfCongress['SessionResponse'];
export type AttendanceView = OfCongress['AttendanceResponse'];

export type CallView = OfProposals['CallAnswer'];
export type ProposalRow = OfProposals['ProposalListItem'];
/** What a matter waits for. */
export type StatusWord = ProposalRow['words'][number];
export type ProposalPage = OfProposals['ProposalListAnswer'];
export type ProposalView = OfProposals['ProposalAnswer'];
export type ProposalState = ProposalRow['state'];
export type SignatureView = OfProposals['SignatureAnswer'];
export type HistoryEntry = OfProposals['HistoryEntry'];
export type ReplyView = OfProposals['ReplyAnswer'];
export type RatingView = OfProposals['RatingAnswer'];
export type ProposalTasks = OfProposals['PendingTasksAnswer'];
export type ProposalTask = OfProposals['PendingTaskAnswer'];
export type OpinionTasks = OfProposals['OpinionTasksAnswer'];
export type OpinionTask = OfProposals['OpinionTaskAnswer'];
export type StatisticsView = OfProposals['StatisticsAnswer'];
export type SimilarView = OfProposals['SimilarAnswer'];
export type HandlingView = OfProposals['HandlingAnswer'];
export type ClosingOutcome = NonNullable<OfProposals['EndingAnswer']['outcome']>;

export type BallotRow = OfBallot['BallotSummaryAnswer'];
export type BallotView = OfBallot['BallotAnswer'];
export type BallotState = BallotRow['state'];
export type BallotTask = OfBallot['PendingTaskAnswer'];
export type ReadinessView = OfBallot['ReadinessAnswer'];
export type ProfileView = OfBallot['ProfileAnswer'];
export type BallotFile = BallotView['files'][number];
export type Counts = OfBallot['CountsAnswer'];
export type Officer = OfBallot['OfficerAnswer'];
export type ResultView = OfBallot['ResultAnswer'];
export type Objection = OfBallot['ObjectionAnswerView'];
export type SeatsView = OfBallot['SeatsAnswer'];
export type TurnoutView = OfBallot['TurnoutAnswer'];
export type Drawing = OfBallot['DrawingAnswer'];
export type Explanation = OfBallot['ExplanationAnswer'];
export type ItemOutcome = OfBallot['ItemOutcomeAnswer'];
export type HandCount = OfBallot['HandCountAnswer'];
export type Ranked = OfBallot['RankedAnswer'];
export type GradeShare = OfBallot['GradeShareAnswer'];
export type SubjectOutcome = OfBallot['SubjectOutcomeAnswer'];
export type Threshold = OfBallot['ThresholdAnswer'];
export type ElectionRules = OfBallot['ElectionRulesAnswer'];
export type ResolutionRules = OfBallot['ResolutionRulesAnswer'];
/** Rules as they were adopted, or as a preset has them: those of an election then have no seats yet. */
export type Rules = NonNullable<BallotView['rules']> | OfBallot['UnseatedElectionRulesAnswer'];
export type BoardHead = OfBallot['BoardHeadAnswer'];
export type CeremonyView = OfBallot['CeremonyAnswer'];
export type NominationView = OfBallot['NominationAnswer'];
export type NomineeView = OfBallot['NomineeAnswer'];
export type CandidateObjection = OfBallot['CandidateObjectionAnswer'];
export type Floor = OfBallot['FloorAnswer'];
export type Clause = OfBallot['ClauseAnswer'];
export type TrusteeKeys = OfBallot['TrusteeKeysAnswer'];

export type NoticeView = Notifier['schemas']['NoticeResponse'];
export type NoticePage = Notifier['schemas']['NoticePageResponse'];
export type RemindersView = Notifier['schemas']['RemindersResponse'];
export type UnreachedPage = Notifier['schemas']['UnreachedPageResponse'];
