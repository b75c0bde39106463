import type { LadderStep } from '@plenum/calendar';
import type { ElectedOffice } from '../rules/procedure.js';
import type { ScheduledAct } from './conduct.js';

/** The facts about a ballot that others hear of. A vote is in none of them, and a figure in none before the result is declared. */
export type BallotEvent =
  | { readonly type: 'BallotAnnounced' }
  | { readonly type: 'BallotCalledOff'; readonly reason: string }
  | { readonly type: 'CandidatesPosted'; readonly untilOn: string }
  | { readonly type: 'CandidateObjectionRaised' }
  | { readonly type: 'BallotOpened' }
  | { readonly type: 'BallotClosed' }
  | { readonly type: 'ScheduleRefused'; readonly act: ScheduledAct; readonly code: string }
  | { readonly type: 'SignaturesDue'; readonly memberIds: readonly string[] }
  | { readonly type: 'ResultDeclared'; readonly status: string }
  | { readonly type: 'ResultApproved'; readonly reference: string }
  | { readonly type: 'ResultRejected'; readonly reference: string; readonly reason: string }
  | { readonly type: 'ResultPublished'; readonly status: string; readonly untilOn: string | null }
  | { readonly type: 'ObjectionRaised' }
  | { readonly type: 'ObjectionAnswered'; readonly memberId: string; readonly upheld: boolean }
  | { readonly type: 'ResultAnnulled'; readonly reason: string; readonly declared: boolean }
  | { readonly type: 'MotionDecided'; readonly status: string; readonly items: readonly DecidedItem[] }
  | {
      readonly type: 'OfficersElected';
      readonly elected: readonly ElectedPerson[];
      readonly post: string;
      readonly office: ElectedOffice | null;
    }
  | { readonly type: 'DeadlineSet'; readonly matter: DeadlineMatter; readonly dueAt: Date; readonly steps: readonly LadderStep[] }
  | { readonly type: 'DeadlineMet'; readonly matter: DeadlineMatter };

/** What organisers are waited for with: the higher body's answer, and what becomes of the result when its posting ends. */
export const DEADLINE_MATTERS = ['approval', 'publication'] as const;
export type DeadlineMatter = (typeof DEADLINE_MATTERS)[number];

/** A matter as it was decided, with its published figures. */
export interface DecidedItem {
  readonly id: string;
  readonly label: string;
  readonly proposalId: string | null;
  readonly unitId: string | null;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly needed: number;
  readonly passed: boolean;
}

/** Somebody elected; without an id who was written in or is no member. */
export interface ElectedPerson {
  readonly memberId: string | null;
  readonly name: string;
}
