import type { RunningPeriod } from '@plenum/calendar';
import type { Commitment, CommitmentChange } from '../commitments/commitment.js';
import type { HandlingInMatter } from '../handling/policy.js';
import { answerOwed } from '../requests/answer-deadline.js';
import type { OpenRequest } from '../requests/answering.js';
import { happened } from '../requests/asking.js';
import type { RequestsChange } from '../requests/request.js';
import { deadlineSet } from '../proposal/deadline.js';
import { altered, latestReply } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Change, changed, type Proposal } from '../proposal/proposal.js';
import type { DeadlineMatter } from '../proposal/proposal.events.js';
import { isToBeExplained } from '../proposal/raters.js';
import { announcedAnew } from '../proposal/reply-period.js';

/** What is owed by a day that rests on holidays not announced yet, and by which members, as it is kept. */
export interface ProvisionalDay {
  readonly period: RunningPeriod;
  readonly memberIds: readonly string[];
}

/**
 * By whose change a provisional day is settled once its holidays are announced (PROPOSALS 2). Every matter has its line, so that nothing is
 * owed by a day that is never settled; a reply and a talk run and stand together, and are settled together.
 */
export const DAYS_SETTLED_BY = {
  reply: 'work',
  contact: 'work',
  feedback: 'handling',
  explanation: 'handling',
  commitment: 'commitment',
  endorsement: 'proposal',
  answer: 'request',
} as const satisfies Readonly<Record<DeadlineMatter, string>>;

/** Settles the day by which the head of the delegation is to say their word; null where nothing is owed or there is nothing new. */
export function settleEndorsementDay(proposal: Proposal, day: ProvisionalDay, context: PolicyContext): Change | null {
  const { endorsement } = proposal;
  const period = announcedAnew(day.period, context.calendar);
  if (period === null || endorsement === null || proposal.state !== 'ENDORSING') return null;
  const owed = { about: { kind: 'proposal', id: proposal.id }, matter: 'endorsement', round: endorsement.round } as const;
  return changed(
    proposal,
    { endorsement: { ...endorsement, dueOn: period.dueOn } },
    deadlineSet({ ...owed, ...period, owedBy: { memberIds: day.memberIds } }, context),
  );
}

/** Settles the day by which the latest reply is to be rated; null where nothing is owed or there is nothing new. */
export function settleFeedbackDay({ proposal, handling }: HandlingInMatter, day: ProvisionalDay, context: PolicyContext): Change | null {
  const reply = latestReply(handling);
  const period = announcedAnew(day.period, context.calendar);
  if (period === null || handling.state !== 'REPLIED' || !reply?.feedbackDueOn || handling.silence !== null) return null;
  const replies = handling.replies.map((one) => (one === reply ? { ...one, feedbackDueOn: period.dueOn } : one));
  const owed = { about: { kind: 'handling', id: handling.id }, matter: 'feedback', round: reply.round } as const;
  return {
    proposal,
    handlings: [altered(handling, { replies })],
    events: [deadlineSet({ ...owed, ...period, owedBy: { memberIds: day.memberIds } }, context)],
  };
}

/** Settles the day by which it is to be said why nobody rated; null where nothing is owed or there is nothing new. */
export function settleExplanationDay({ proposal, handling }: HandlingInMatter, day: ProvisionalDay, context: PolicyContext): Change | null {
  const period = announcedAnew(day.period, context.calendar);
  if (period === null || !isToBeExplained(handling)) return null;
  const owed = { about: { kind: 'handling', id: handling.id }, matter: 'explanation', round: latestReply(handling)!.round } as const;
  return {
    proposal,
    handlings: [altered(handling, {})],
    events: [deadlineSet({ ...owed, ...period, owedBy: { memberIds: day.memberIds } }, context)],
  };
}

/** Settles the day by which a promise is to be kept, which was its first; null where nothing is owed or there is nothing new. */
export function settleCommitmentDay(commitment: Commitment, day: ProvisionalDay, context: PolicyContext): CommitmentChange | null {
  const period = announcedAnew(day.period, context.calendar);
  if (period === null || (commitment.state !== 'OPEN' && commitment.state !== 'REPORTED')) return null;
  const { dueOn } = period;
  const { id, unitId, version } = commitment;
  return {
    commitment: { ...commitment, dueOn, firstDueOn: dueOn, version: version + 1 },
    events: [deadlineSet({ about: { kind: 'commitment', id }, matter: 'commitment', round: 1, ...period, owedBy: { unitId } }, context)],
  };
}

/**
 * Settles the day by which a request is to be answered; whoever owes the answer by another day than they were told hears it once more. Null
 * where nothing is owed or there is nothing new.
 */
export function settleAnswerDay(open: OpenRequest, day: ProvisionalDay, context: PolicyContext): RequestsChange | null {
  const { request, concerned, handling = null } = open;
  const period = announcedAnew(day.period, context.calendar);
  if (period === null || request.state !== 'OPEN') return null;
  const { dueOn } = period;
  const proposal = concerned.get(request.proposalId)!;
  const settled = { ...request, dueOn, version: request.version + 1 };
  return {
    requests: [
      {
        request: settled,
        events: dueOn === request.dueOn ? [] : [happened('RequestMade', proposal, handling)],
        deadlines: [answerOwed(settled, proposal, { handling, period }, context)],
      },
    ],
    proposals: [],
  };
}
