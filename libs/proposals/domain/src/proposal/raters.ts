import { periodUntil } from '@plenum/calendar';
import type { ProposalSettings } from '../call/settings.js';
import { deadlineSet } from './deadline.js';
import { type Handling, latestReply } from './handling.js';
import type { PolicyContext } from './policy.js';
import { cosignersOf, jointProposersOf, type Proposal } from './proposal.js';
import type { DeadlineSetEvent } from './proposal.events.js';

/** Who is asked to rate a reply, by the call: the lead alone, the lead with those who propose it jointly, or each who signed it. */
export function ratersOf(proposal: Proposal, { ratedBy }: Pick<ProposalSettings, 'ratedBy'>): readonly string[] {
  if (ratedBy === 'lead') return [proposal.leadProposerId];
  return [proposal.leadProposerId, ...(ratedBy === 'each' ? cosignersOf(proposal) : jointProposersOf(proposal))];
}

/** The fact that these owe the rating of the latest reply from now on, by the day that was set with it; null where no rating is asked. */
export function ratingOwed(
  handling: Handling,
  memberIds: readonly string[],
  { call, calendar, ...context }: PolicyContext,
): DeadlineSetEvent | null {
  const reply = latestReply(handling);
  if (!reply?.feedbackDueOn) return null;
  const period = { ...periodUntil(reply.feedbackDueOn, calendar.dayOf(reply.at)), rule: call.settings.feedbackDue };
  const about = { kind: 'handling', id: handling.id } as const;
  return deadlineSet({ about, matter: 'feedback', round: reply.round, ...period, owedBy: { memberIds } }, { ...context, call, calendar });
}
