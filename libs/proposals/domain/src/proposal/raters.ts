import { periodBy, periodUntil } from '@plenum/calendar';
import { DEFAULT_SETTINGS } from '../call/default-settings.js';
import type { ProposalSettings } from '../call/settings.js';
import type { Authority } from './authority.js';
import { deadlineMet, deadlineSet } from './deadline.js';
import { type Handling, latestReply } from './handling.js';
import type { PolicyContext } from './policy.js';
import { cosignersOf, jointProposersOf, type Proposal } from './proposal.js';
import type { DeadlineMetEvent, DeadlineSetEvent } from './proposal.events.js';

/** Who is asked to rate a reply, by the call: the lead alone, the lead with those who propose it jointly, or each who signed it. */
export function ratersOf(proposal: Proposal, { ratedBy }: Pick<ProposalSettings, 'ratedBy'>): readonly string[] {
  if (ratedBy === 'lead') return [proposal.leadProposerId];
  return [proposal.leadProposerId, ...(ratedBy === 'each' ? cosignersOf(proposal) : jointProposersOf(proposal))];
}

/** Those of them who have not left. */
export const ratersLeft = (proposal: Proposal, settings: Pick<ProposalSettings, 'ratedBy'>, by: Authority): readonly string[] =>
  withoutGone(ratersOf(proposal, settings), proposal, by);

/** These raters without those who have left; the lead is among them all the same: somebody takes that place. */
export const withoutGone = (
  memberIds: readonly string[],
  { leadProposerId }: Pick<Proposal, 'leadProposerId'>,
  { gone }: Authority,
): readonly string[] => memberIds.filter((id) => id === leadProposerId || !gone.includes(id));

/** The fact that these owe the rating of the latest reply from now on, by the day that was set with it; null where no rating is asked. */
export function ratingOwed(
  handling: Handling,
  memberIds: readonly string[],
  { call, calendar, ...context }: PolicyContext,
): DeadlineSetEvent | null {
  const reply = latestReply(handling);
  if (!reply?.feedbackDueOn) return null;
  const startedOn = calendar.dayOf(reply.at);
  const counted = periodBy(call.settings.feedbackDue, startedOn, calendar);
  // A day that is not final stays so.
  const provisional = counted.provisional && counted.dueOn === reply.feedbackDueOn;
  const period = { ...periodUntil(reply.feedbackDueOn, startedOn), rule: call.settings.feedbackDue, provisional };
  const about = { kind: 'handling', id: handling.id } as const;
  return deadlineSet({ about, matter: 'feedback', round: reply.round, ...period, owedBy: { memberIds } }, { ...context, call, calendar });
}

/**
 * The fact that these owe an explanation of why they did not rate the latest reply: as long from now on as there was for rating it, or as
 * is usual where that was a fixed date.
 */
export function explanationOwed(handling: Handling, memberIds: readonly string[], context: PolicyContext): DeadlineSetEvent {
  const { call, calendar, at } = context;
  const rule = call.settings.feedbackDue.kind === 'date' ? DEFAULT_SETTINGS.feedbackDue : call.settings.feedbackDue;
  const about = { kind: 'handling', id: handling.id } as const;
  const { round } = latestReply(handling)!;
  return deadlineSet(
    { about, matter: 'explanation', round, ...periodBy(rule, calendar.dayOf(at), calendar), owedBy: { memberIds } },
    context,
  );
}

/** Whether somebody still is to say why the latest reply was not rated; nobody once the committee has ended the work all the same. */
export const isToBeExplained = ({ state, silence }: Pick<Handling, 'state' | 'silence'>): boolean =>
  state === 'REPLIED' && silence?.policy === 'explain' && silence.explanation === null;

/** The facts that no explanation is owed any more; none where none was. */
export const explanationMet = (handling: Handling, fate: 'done' | 'waived'): readonly DeadlineMetEvent[] =>
  isToBeExplained(handling) ? [deadlineMet({ kind: 'handling', id: handling.id }, 'explanation', latestReply(handling)!.round, fate)] : [];
