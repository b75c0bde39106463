import type { CivilDate, DueRule, LadderStep, RunningPeriod } from '@plenum/calendar';
import type { SettingChoice } from '../call/choices.js';
import type {
  ClosingOutcome,
  ContactWay,
  EndorsementOutcome,
  HandlingRequestKind,
  MatterState,
  RequestOutcome,
  ReviewBody,
  ReviewOutcome,
  StepOutcome,
} from '../vocabulary/vocabulary.js';
import type { BeforeOpening, SessionPeriod } from './reply-period.js';

/**
 * What somebody owes: the unit its reply, a talk with the proposer before it, and what it promised; the proposer the rating or why there is
 * none; the head of a delegation a word on a proposal; whoever was asked for something an answer.
 */
export type DeadlineMatter = 'reply' | 'contact' | 'feedback' | 'explanation' | 'commitment' | 'endorsement' | 'answer';

/** Who owes it: these members, the people of this unit, or the committee of the session. */
export type OwedBy = { readonly memberIds: readonly string[] } | { readonly unitId: string } | { readonly office: 'committee' };

/** A proposal as the facts of a merge name it. */
export interface MergePart {
  readonly proposalId: string;
  readonly subject: string;
  readonly docketNo: string | null;
}

/** What happened to a merge; the proposal is the one that the others are merged into. `memberIds` are all who are told. */
export type MergeEvent =
  | {
      readonly type: 'MergeProposed';
      readonly parts: readonly MergePart[];
      readonly reason: string | null;
      readonly dueOn: CivilDate | null;
      readonly memberIds: readonly string[];
    }
  | {
      /** It came to nothing: somebody refused, somebody did not answer in time, or the committee called it off. */
      readonly type: 'MergeEnded';
      readonly parts: readonly MergePart[];
      readonly outcome: 'REFUSED' | 'LAPSED' | 'CALLED_OFF';
      readonly reason: string | null;
      /** Who refused, or called it off; null where time did it. */
      readonly by: string | null;
      readonly memberIds: readonly string[];
    }
  | { readonly type: 'ProposalsMerged'; readonly parts: readonly MergePart[]; readonly memberIds: readonly string[] }
  | {
      readonly type: 'MergeUndone';
      readonly parts: readonly MergePart[];
      readonly reason: string;
      readonly memberIds: readonly string[];
    };

/** What a merge is to one of the proposals that are merged: those concerned hear of the merge as a whole. */
export type MergedAwayEvent =
  | { readonly type: 'ProposalMergedAway'; readonly masterId: string }
  | { readonly type: 'ProposalBroughtBack'; readonly masterId: string; readonly state: MatterState };

/** What happens to a proposal, also what no other service hears of. A rating's grades are in none of them. */
export type ProposalEvent =
  | { readonly type: 'ProposalDrafted' }
  | { readonly type: 'DraftDiscarded' }
  | { readonly type: 'ProposalEntered'; readonly by: string; readonly receivedOn: CivilDate }
  | { readonly type: 'ProposalRevised' }
  | { readonly type: 'InvitationCancelled'; readonly memberId: string }
  | { readonly type: 'SeconderInvited'; readonly memberId: string }
  | { readonly type: 'TextChanged'; readonly toConfirm: readonly string[] }
  | { readonly type: 'ProposalSeconded'; readonly memberId: string; readonly seconders: number }
  | { readonly type: 'SecondingDeclined'; readonly memberId: string; readonly hadSigned: boolean; readonly seconders: number }
  | { readonly type: 'ProposalWithdrawn'; readonly reason: string; readonly invited: readonly string[]; readonly wasSubmitted: boolean }
  | { readonly type: 'LeadTaken'; readonly formerLeadId: string }
  | { readonly type: 'EndorsementAsked'; readonly delegationId: string; readonly headId: string; readonly dueOn: CivilDate }
  | { readonly type: 'EndorsementSettled'; readonly outcome: EndorsementOutcome; readonly reason: string | null }
  | { readonly type: 'ProposalSubmitted'; readonly late: boolean }
  | { readonly type: 'ReviewStepTaken'; readonly step: number; readonly outcome: StepOutcome }
  | { readonly type: 'MotionProposed'; readonly reason: string | null }
  | { readonly type: 'ProposalReviewed'; readonly body: ReviewBody; readonly outcome: ReviewOutcome; readonly reason: string | null }
  | { readonly type: 'KeptConfidential' }
  | { readonly type: 'ConfidentialityLifted' }
  | HandlingEvent
  | MergeEvent
  | MergedAwayEvent
  | { readonly type: 'ProposalClosed' }
  | DeadlineSetEvent
  | DeadlineAwaitedEvent
  | DeadlineMovedEvent
  | DeadlineMetEvent;

/** The facts about one handling; each names it. Who acknowledged it, and which one of several ended, is told to nobody. */
export type HandlingEvent =
  | {
      readonly type: 'ProposalAssigned';
      readonly handlingId: string;
      readonly leadUnitId: string;
      readonly assistingUnitIds: readonly string[];
      /** Null until the next session is set up, where it is due before that. */
      readonly dueOn: CivilDate | null;
    }
  | { readonly type: 'AssignmentAcknowledged'; readonly handlingId: string }
  | { readonly type: 'ContactLogged'; readonly handlingId: string; readonly contactedOn: CivilDate; readonly way: ContactWay }
  | {
      readonly type: 'ProposalReplied';
      readonly handlingId: string;
      readonly round: number;
      readonly feedbackDueOn: CivilDate | null;
      /** Whom a reply to several authors goes to, as the call has it. */
      readonly toldTo: SettingChoice<'jointReplyTo'>;
    }
  /** `awaited` are those who are still asked to. */
  | { readonly type: 'ProposalRated'; readonly handlingId: string; readonly round: number; readonly awaited: number }
  | { readonly type: 'ProposalReopened'; readonly handlingId: string; readonly round: number; readonly dueOn: CivilDate }
  | {
      /** The time for rating a reply is over, and these did not; `isRated` where others did. */
      readonly type: 'FeedbackLapsed';
      readonly handlingId: string;
      readonly round: number;
      readonly policy: SettingChoice<'silencePolicy'>;
      readonly memberIds: readonly string[];
      readonly isRated: boolean;
    }
  | { readonly type: 'SilenceExplained'; readonly handlingId: string; readonly round: number }
  | {
      readonly type: 'EscalationSettled';
      readonly handlingId: string;
      readonly metOn: CivilDate;
      readonly present: readonly string[];
      readonly outcome: ClosingOutcome;
    }
  | { readonly type: 'HandlingEscalated'; readonly handlingId: string; readonly round: number }
  | {
      readonly type: 'DueDateSettled';
      readonly handlingId: string;
      readonly round: number;
      readonly dueOn: CivilDate;
      readonly before: CivilDate;
    }
  | {
      /** The session that the reply is due before is set up, or opens on another day: there was another day, or none. */
      readonly type: 'DueDateFixed';
      readonly handlingId: string;
      readonly round: number;
      readonly dueOn: CivilDate;
      readonly before: CivilDate | null;
    }
  | { readonly type: 'HandlingEnded'; readonly handlingId: string; readonly outcome: ClosingOutcome | null }
  | ReroutingEvent
  | HandlingRequestEvent;

/** What becomes of an assignment once it is made. Who is assigned instead hears so as whoever was first. */
export type ReroutingEvent =
  | { readonly type: 'AssignmentTakenAway'; readonly handlingId: string; readonly unitId: string }
  | { readonly type: 'AssistingUnitAdded'; readonly handlingId: string; readonly unitId: string; readonly dueOn: CivilDate | null }
  | {
      /** The reply is due on another day: the time that stood is given back, or more was granted. */
      readonly type: 'DueDateMoved';
      readonly handlingId: string;
      readonly round: number;
      readonly dueOn: CivilDate;
      readonly before: CivilDate;
      readonly because: 'resumed' | 'extended';
    };

/** What was asked about the work of a unit, and answered, in the order of the matter; those concerned hear it of the request. */
export interface HandlingRequestEvent {
  readonly type: 'HandlingRequestMade' | 'HandlingRequestAnswered' | 'HandlingRequestTakenBack';
  readonly handlingId: string;
  readonly requestId: string;
  readonly request: HandlingRequestKind;
  /** Null but of an answer. */
  readonly outcome: RequestOutcome | null;
}

/** What something is owed on. */
export interface DeadlineSubject {
  readonly kind: 'handling' | 'commitment' | 'proposal' | 'request';
  readonly id: string;
}

/** Something is owed by the end of a day from now on, or by another day than before. */
export interface DeadlineSetEvent extends RunsUntil {
  readonly type: 'DeadlineSet';
}

/** It stands and nobody is reminded; it runs on; or it was moved by somebody who may. */
export interface DeadlineMovedEvent extends RunsUntil {
  readonly type: 'DeadlineStopped' | 'DeadlineResumed' | 'DeadlineExtended';
}

/** Something is owed by a day that nobody knows yet: nobody is reminded, and nothing is overdue. */
export interface DeadlineAwaitedEvent extends Owed, SessionPeriod {
  readonly type: 'DeadlineAwaited';
  readonly dueOn: null;
}

/** What is owed, and by whom. */
interface Owed {
  readonly about: DeadlineSubject;
  readonly matter: DeadlineMatter;
  readonly round: number;
  readonly owedBy: OwedBy;
}

/** The same until a day. */
interface RunsUntil extends Owed, Omit<RunningPeriod, 'rule'> {
  /** Null for a date that somebody set. */
  readonly rule: DueRule | BeforeOpening | null;
  readonly dueAt: Date;
  /** From when on it is due soon: the day of the first reminder; null where none is before the day. */
  readonly remindOn: CivilDate | null;
  /** When who is reminded, by the ladder of the call. */
  readonly steps: readonly LadderStep[];
}

/** It is no longer owed: done, or waived. */
export interface DeadlineMetEvent {
  readonly type: 'DeadlineMet';
  readonly about: DeadlineSubject;
  readonly matter: DeadlineMatter;
  readonly round: number;
  readonly waived?: true;
}
