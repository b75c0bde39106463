import type { EventData, EventName, NewEvent } from '@plenum/contracts';
import {
  cosignersOf,
  type DeadlineMovedEvent,
  type DeadlineSetEvent,
  type Handling,
  type HandlingEvent,
  type HandlingRequestEvent,
  matterVersion,
  type MergeEvent,
  type Proposal,
  type ProposalEvent,
  unitsOf,
} from '@plenum/proposals-domain';
import { isMergeEvent, mergePublished } from './merge.publishing.js';
import { deadlineIdOf } from './parts/deadline-id.js';
import { ownerOf } from './parts/deadline-owner.js';
import type { KeptMatter } from './proposal.rows.js';

/** What nobody else hears of. */
const UNHEARD = [
  'ReviewStepTaken',
  'ProposalDrafted',
  'DraftDiscarded',
  'ProposalRevised',
  'InvitationCancelled',
  'AssignmentAcknowledged',
  'ContactLogged',
  'HandlingEnded',
  'SilenceExplained',
  'HandlingRequestMade',
  'HandlingRequestAnswered',
  'HandlingRequestTakenBack',
  'ProposalMergedAway',
  'ProposalBroughtBack',
  'DeadlineAwaited',
  'KeptConfidential',
  'ConfidentialityLifted',
] as const;
type HeardEvent = Exclude<ProposalEvent, MergeEvent | { readonly type: (typeof UNHEARD)[number] }>;

/**
 * A domain event as others hear it, null where nobody else does; its version counts the changes of the proposal and of the work on it
 * together.
 */
export function toPublished(matter: KeptMatter, event: ProposalEvent): NewEvent | null {
  if (isMergeEvent(event)) return mergePublished(matter, event);
  return isHeard(event) && !isAwaitingOthers(event) ? heard(matter, event) : null;
}

const isHeard = (event: Exclude<ProposalEvent, MergeEvent>): event is HeardEvent => !(UNHEARD as readonly string[]).includes(event.type);

/** Of several who rate, the last decides: who rated before is told to nobody. */
const isAwaitingOthers = (event: HeardEvent): boolean => event.type === 'ProposalRated' && event.awaited > 0;

function heard(matter: KeptMatter, event: HeardEvent): NewEvent {
  const { id: proposalId, organisationId, leadProposerId, handlings } = matter;
  const about = aboutOf(matter);
  const signers = { leadProposerId, seconderIds: cosignersOf(matter) };
  const [first] = handlings;
  const leadUnitId = first?.leadUnitId ?? null;
  const otherUnitIds = unitsOf(handlings).filter((unitId) => unitId !== leadUnitId);
  const version = matterVersion(matter, handlings);
  const told = <N extends EventName>(name: N, data: EventData<N>): NewEvent =>
    ({ name, aggregateId: proposalId, version, data }) as unknown as NewEvent;
  const worked = (handlingId: string) => {
    const handling = handlings.find(({ id }) => id === handlingId)!;
    return { handlingId, units: { leadUnitId: handling.leadUnitId, assistingUnitIds: handling.assistingUnitIds } };
  };
  switch (event.type) {
    case 'ProposalEntered':
      return told('proposals.proposal-entered.v1', { ...about, ...signers, enteredBy: event.by, receivedOn: event.receivedOn });
    case 'SeconderInvited':
      return told('proposals.seconder-invited.v1', { ...about, leadProposerId, memberId: event.memberId });
    case 'TextChanged':
      return told('proposals.text-changed.v1', { ...about, leadProposerId, memberIds: event.toConfirm });
    case 'ProposalSeconded': {
      const { memberId, seconders } = event;
      return told('proposals.proposal-seconded.v1', { ...about, leadProposerId, memberId, seconders });
    }
    case 'SecondingDeclined': {
      const { memberId, hadSigned, seconders } = event;
      return told('proposals.seconding-declined.v1', { ...about, leadProposerId, memberId, hadSigned, seconders });
    }
    case 'ProposalWithdrawn': {
      const taken = { leadUnitId, assistingUnitIds: otherUnitIds, ...withdrawalIn(event) };
      return told('proposals.proposal-withdrawn.v1', { ...about, ...signers, ...taken });
    }
    case 'LeadTaken':
      return told('proposals.lead-taken.v1', { ...about, ...signers, formerLeadId: event.formerLeadId });
    case 'EndorsementAsked': {
      const { headId, dueOn } = event;
      return told('proposals.endorsement-asked.v1', { ...about, leadProposerId, headId, dueOn });
    }
    case 'EndorsementSettled': {
      const { outcome, reason } = event;
      return told('proposals.endorsement-settled.v1', { ...about, ...signers, outcome, reason });
    }
    case 'ProposalSubmitted':
      return told('proposals.proposal-submitted.v1', { ...about, ...signers, late: event.late });
    case 'MotionProposed':
      return told('proposals.motion-proposed.v1', { ...about, ...signers, reason: event.reason });
    case 'ProposalReviewed':
      return event.body === 'COMMITTEE'
        ? told('proposals.proposal-reviewed.v1', { ...about, ...signers, outcome: event.outcome, reason: event.reason })
        : told('proposals.presidium-decided.v1', { ...about, ...signers, ...decisionIn(event) });
    case 'ProposalClosed':
      return told('proposals.proposal-closed.v1', { ...about, ...signers, leadUnitId, otherLeadUnitIds: otherLeads(handlings) });
    case 'DeadlineSet':
    case 'DeadlineResumed':
    case 'DeadlineExtended':
      return told('proposals.deadline-set.v2', deadlineOf(about, event));
    case 'DeadlineStopped':
      return told('proposals.deadline-stopped.v2', { organisationId, deadlineId: deadlineIdOf(event) });
    case 'DeadlineMet':
      return told('proposals.deadline-met.v2', { organisationId, deadlineId: deadlineIdOf(event) });
    default:
      return ofHandling(event, { ...about, ...signers }, worked(event.handlingId), told);
  }
}

/** Who acknowledged, and which one of several units is done, stays in the house. */
type ToldOfHandling = Exclude<
  HandlingEvent,
  HandlingRequestEvent | { readonly type: 'AssignmentAcknowledged' | 'ContactLogged' | 'HandlingEnded' | 'SilenceExplained' }
>;
type Told = <N extends EventName>(name: N, data: EventData<N>) => NewEvent;
type Worked = {
  readonly handlingId: string;
  readonly units: { readonly leadUnitId: string; readonly assistingUnitIds: readonly string[] };
};
type AboutSigned = Omit<EventData<'proposals.proposal-replied.v1'>, 'leadUnitId' | 'round' | 'feedbackDueOn' | 'handlingId'>;

/** What is told of the work of one lead unit. */
function ofHandling(event: ToldOfHandling, about: AboutSigned, { handlingId, units }: Worked, told: Told): NewEvent {
  const { leadUnitId } = units;
  switch (event.type) {
    case 'ProposalAssigned':
      return told('proposals.proposal-assigned.v1', { ...about, ...units, handlingId, dueOn: event.dueOn });
    case 'ProposalReplied': {
      const { round, feedbackDueOn, toldTo } = event;
      // Where the reply goes to the lead alone, the lead passes it on (Qingdao 28).
      const seconderIds = toldTo === 'lead' ? [] : about.seconderIds;
      return told('proposals.proposal-replied.v1', { ...about, seconderIds, leadUnitId, handlingId, round, feedbackDueOn });
    }
    case 'ProposalRated': {
      const { seconderIds: _, ...ofLead } = about;
      return told('proposals.proposal-rated.v1', { ...ofLead, handlingId, round: event.round });
    }
    case 'FeedbackLapsed': {
      const { leadProposerId: _lead, seconderIds: _seconders, ...ofProposal } = about;
      const { memberIds, policy, isRated, round } = event;
      return told('proposals.feedback-lapsed.v1', { ...ofProposal, handlingId, memberIds, policy, isRated, round });
    }
    case 'EscalationSettled': {
      const { metOn, present: presentIds, outcome } = event;
      return told('proposals.escalation-settled.v1', { ...about, ...units, handlingId, metOn, presentIds, outcome });
    }
    case 'HandlingEscalated': {
      return told('proposals.handling-escalated.v1', { ...unsigned(about), leadUnitId, handlingId, round: event.round });
    }
    case 'ProposalReopened':
      return told('proposals.proposal-reopened.v1', { ...about, ...units, handlingId, round: event.round, dueOn: event.dueOn });
    case 'AssignmentTakenAway':
      return told('proposals.assignment-taken-away.v1', { ...unsigned(about), handlingId, unitId: event.unitId });
    case 'AssistingUnitAdded':
      return told('proposals.assisting-unit-added.v1', { ...about, leadUnitId, handlingId, unitId: event.unitId, dueOn: event.dueOn });
    case 'DueDateMoved': {
      const { dueOn, before, because } = event;
      return told('proposals.due-date-moved.v1', { ...about, ...units, handlingId, dueOn, before, because });
    }
    case 'DueDateFixed':
      return told('proposals.due-date-fixed.v1', { ...about, ...units, handlingId, dueOn: event.dueOn, before: event.before });
    case 'DueDateSettled':
      return told('proposals.due-date-settled.v1', { ...about, ...units, handlingId, dueOn: event.dueOn, before: event.before });
  }
}

const unsigned = ({ leadProposerId: _lead, seconderIds: _seconders, ...ofProposal }: AboutSigned) => ofProposal;

/** Which proposal an event is about: the subject of a confidential one is in none. */
export const aboutOf = ({
  id: proposalId,
  organisationId,
  sessionId,
  content,
  docketNo,
  confidential,
}: Pick<Proposal, 'id' | 'organisationId' | 'sessionId' | 'content' | 'docketNo' | 'confidential'>) => ({
  organisationId,
  sessionId,
  proposalId,
  subject: confidential ? '' : content.subject,
  docketNo,
});

const withdrawalIn = ({ invited, wasSubmitted, reason }: Extract<ProposalEvent, { readonly type: 'ProposalWithdrawn' }>) => ({
  invitedIds: invited,
  wasSubmitted,
  reason,
});

const decisionIn = ({ body, outcome, reason }: Extract<ProposalEvent, { readonly type: 'ProposalReviewed' }>) => ({
  isFiled: outcome === 'FILED',
  byVote: body === 'CONGRESS',
  reason,
});

/** A deadline as others hear of it: known by what it is about, its matter and round; shown on the page of the proposal. */
export function deadlineOf(
  { organisationId, sessionId, proposalId, subject, docketNo }: ReturnType<typeof aboutOf>,
  deadline: DeadlineSetEvent | DeadlineMovedEvent,
): EventData<'proposals.deadline-set.v2'> {
  const { matter, round, dueAt, steps, owedBy } = deadline;
  const { memberIds, unitId, office } = ownerOf(owedBy);
  return {
    organisationId,
    sessionId,
    deadlineId: deadlineIdOf(deadline),
    about: { kind: 'proposal', id: proposalId, title: subject },
    docketNo,
    matter,
    round,
    dueAt: dueAt.toISOString(),
    steps: steps.map(({ workingDays, at, hears }) => ({ workingDays, at: at.toISOString(), hears })),
    owedBy: { memberIds, unitId, offices: office === null ? [] : ['PROPOSALS_COMMITTEE'] },
    chasedBy: ['PROPOSALS_COMMITTEE'],
  };
}

const otherLeads = (handlings: readonly Handling[]): readonly string[] => handlings.slice(1).map(({ leadUnitId }) => leadUnitId);
