import { type DueRule, periodBy, periodUntil, type RunningPeriod } from '@plenum/calendar';
import { deadlineMet, deadlineSet } from '../proposal/deadline.js';
import type { Handling } from '../proposal/handling.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import type { OwedBy } from '../proposal/proposal.events.js';
import type { Party } from './party.js';
import type { Request, RequestChange } from './request.js';
import { type AnswerDeadline, subjectOf } from './request.events.js';

/** An answer is asked for once. */
const ROUND = 1;

/** That the answer is owed from now on until the end of this period. */
export function answerOwed(
  { id, owedBy }: Pick<Request, 'id' | 'owedBy'>,
  proposal: Proposal,
  { handling, period }: { readonly handling: Handling | null; readonly period: RunningPeriod },
  context: PolicyContext,
): AnswerDeadline {
  const owed = { about: { kind: 'request', id }, matter: 'answer', round: ROUND, ...period, owedBy: owing(owedBy, proposal) } as const;
  return { about: subjectOf(proposal, handling), fact: deadlineSet(owed, context) };
}

/** That no answer is owed any more: it was given, or nobody waits for it; nothing where no day was set. */
export const answerMet = (
  { id, dueOn }: Pick<Request, 'id' | 'dueOn'>,
  proposal: Proposal,
  handling: Handling | null,
  fate: 'done' | 'waived',
): readonly AnswerDeadline[] =>
  dueOn === null ? [] : [{ about: subjectOf(proposal, handling), fact: deadlineMet({ kind: 'request', id }, 'answer', ROUND, fate) }];

/** What its former lead was asked and has not answered: whoever leads the proposal now owes it, by the same day, counted by this rule. */
export function passedOn(
  request: Request,
  proposal: Proposal,
  { handling, due }: { readonly handling: Handling | null; readonly due: DueRule | null },
  context: PolicyContext,
): RequestChange | null {
  const { state, owedBy, dueOn, asked, version } = request;
  if (state !== 'OPEN' || owedBy.who !== 'lead-proposer' || dueOn === null) return null;
  const startedOn = context.calendar.dayOf(asked.at);
  const counted = due && periodBy(due, startedOn, context.calendar);
  // A day that is not final stays so.
  const period = counted?.dueOn === dueOn ? counted : periodUntil(dueOn, startedOn);
  return {
    request: { ...request, version: version + 1 },
    events: [],
    deadlines: [answerOwed(request, proposal, { handling, period }, context)],
  };
}

function owing(party: Party, { leadProposerId }: Proposal): OwedBy {
  switch (party.who) {
    case 'lead-proposer':
      return { memberIds: [leadProposerId] };
    case 'member':
      return { memberIds: [party.memberId] };
    case 'committee':
      return { office: 'committee' };
    case 'unit':
    case 'head':
    case 'leader':
      return { unitId: party.unitId }; // What its head or leader signs, their unit has waited for.
  }
}
