import { added, count, date, flag, id, instant, listOf, nullable, oneOf, shape, text } from '../shape.js';
import {
  CLOSING_OUTCOMES,
  DEADLINE_MATTERS,
  DUE_DATE_MOVES,
  ENDORSEMENT_OUTCOMES,
  REVIEW_OUTCOMES,
  SILENCE_POLICIES,
} from './vocabulary.js';

const ofProposal = { organisationId: id, sessionId: id, proposalId: id, subject: text, docketNo: nullable(text) };
const signers = { leadProposerId: id, seconderIds: listOf(id) };
/** Which handling it is about, where several units handle a proposal separately. */
const ofHandling = { handlingId: added(id) };
const units = { leadUnitId: id, assistingUnitIds: listOf(id) };

/** A proposal on its way from the call to its closing. Ratings themselves are not published: they are kept from the handling unit. */
export const proposalEvents = {
  /** Without an end where proposals are taken all the year. */
  'proposals.call-opened.v1': shape({ organisationId: id, sessionId: id, callId: id, opensAt: instant, closesAt: nullable(instant) }),
  'proposals.call-extended.v1': shape({ organisationId: id, sessionId: id, callId: id, closesAt: nullable(instant) }),
  'proposals.call-closed.v1': shape({ organisationId: id, sessionId: id, callId: id, closedAt: instant }),
  'proposals.seconder-invited.v1': shape({ ...ofProposal, leadProposerId: id, memberId: id }),
  /** The text changed before submission: who had signed the old one is asked to confirm. */
  'proposals.text-changed.v1': shape({ ...ofProposal, leadProposerId: id, memberIds: listOf(id) }),
  'proposals.proposal-seconded.v1': shape({ ...ofProposal, leadProposerId: id, memberId: id, seconders: count }),
  /** Somebody who was asked to second it said no, or took their signature back; how many are left. */
  'proposals.seconding-declined.v1': shape({ ...ofProposal, leadProposerId: id, memberId: id, hadSigned: flag, seconders: count }),
  /** Taken back by its proposer: who signed it, who was asked to, and the units that were to handle it. */
  'proposals.proposal-withdrawn.v1': shape({
    ...ofProposal,
    ...signers,
    invitedIds: listOf(id),
    leadUnitId: nullable(id),
    assistingUnitIds: listOf(id),
    wasSubmitted: flag,
    reason: text,
  }),
  /** The lead proposer has left, and somebody took their place. */
  'proposals.lead-taken.v1': shape({ ...ofProposal, ...signers, formerLeadId: id }),
  /** The committee entered a form of paper on behalf of its proposer. */
  'proposals.proposal-entered.v1': shape({ ...ofProposal, ...signers, enteredBy: id, receivedOn: date }),
  /** The head of the delegation is to look at it before it is handed in. */
  'proposals.endorsement-asked.v1': shape({ ...ofProposal, leadProposerId: id, headId: id, dueOn: date }),
  /** The head endorsed it, or returned it with a reason; or time passed and it went on without. */
  'proposals.endorsement-settled.v1': shape({ ...ofProposal, ...signers, outcome: oneOf(ENDORSEMENT_OUTCOMES), reason: nullable(text) }),
  'proposals.proposal-submitted.v1': shape({ ...ofProposal, ...signers, late: flag }),
  'proposals.proposal-reviewed.v1': shape({ ...ofProposal, ...signers, outcome: oneOf(REVIEW_OUTCOMES), reason: nullable(text) }),
  /** The presidium puts it before the congress: it awaits a ballot. */
  'proposals.motion-proposed.v1': shape({ ...ofProposal, ...signers, reason: nullable(text) }),
  /** The presidium decided what the committee left to it, or the congress by its vote. */
  'proposals.presidium-decided.v1': shape({ ...ofProposal, ...signers, isFiled: flag, byVote: flag, reason: nullable(text) }),
  /** `dueOn` is null until the next session is set up, where the reply is due before that. */
  'proposals.proposal-assigned.v1': shape({ ...ofProposal, ...ofHandling, ...signers, ...units, dueOn: nullable(date) }),
  'proposals.proposal-replied.v1': shape({
    ...ofProposal,
    ...ofHandling,
    ...signers,
    leadUnitId: id,
    round: count,
    feedbackDueOn: nullable(date),
  }),
  'proposals.proposal-rated.v1': shape({ ...ofProposal, ...ofHandling, leadProposerId: id, round: count }),
  /** Its proposer was dissatisfied: the same units handle it again. */
  'proposals.proposal-reopened.v1': shape({ ...ofProposal, ...ofHandling, ...signers, ...units, round: count, dueOn: date }),
  /** They were dissatisfied with the reply of the last round, too: the committee decides what to do. */
  'proposals.handling-escalated.v1': shape({ ...ofProposal, ...ofHandling, leadUnitId: id, round: count }),
  /** The time for rating a reply is over, and these did not: what the call takes that for. `isRated` where others did. */
  'proposals.feedback-lapsed.v1': shape({
    ...ofProposal,
    handlingId: id,
    memberIds: listOf(id),
    policy: oneOf(SILENCE_POLICIES),
    isRated: flag,
    round: count,
  }),
  /** Committee, unit and proposers met after the last round: with what came of that the work of the unit ended. */
  'proposals.escalation-settled.v1': shape({
    ...ofProposal,
    handlingId: id,
    ...signers,
    ...units,
    metOn: date,
    presentIds: listOf(id),
    outcome: oneOf(CLOSING_OUTCOMES),
  }),
  /** The holidays that a due date rested on are announced: it is final, moved or not. */
  'proposals.due-date-settled.v1': shape({ ...ofProposal, ...ofHandling, ...signers, ...units, dueOn: date, before: date }),
  /** The session that it is due before is set up, or opens on another day: `before` it was due then, null where it had no day. */
  'proposals.due-date-fixed.v1': shape({ ...ofProposal, handlingId: id, ...signers, ...units, dueOn: date, before: nullable(date) }),
  /** Another unit handles it instead. */
  'proposals.assignment-taken-away.v1': shape({ ...ofProposal, handlingId: id, unitId: id }),
  /** One more unit assists the lead unit. */
  'proposals.assisting-unit-added.v1': shape({
    ...ofProposal,
    handlingId: id,
    ...signers,
    leadUnitId: id,
    unitId: id,
    dueOn: nullable(date),
  }),
  /** The unit has until another day: more time was granted, or what it lost while its time stood is given back. */
  'proposals.due-date-moved.v1': shape({
    ...ofProposal,
    handlingId: id,
    ...signers,
    ...units,
    dueOn: date,
    before: date,
    because: oneOf(DUE_DATE_MOVES),
  }),
  /** `leadUnitId` is one of them where several units handled it separately, and the others are beside it. */
  'proposals.proposal-closed.v1': shape({ ...ofProposal, ...signers, leadUnitId: nullable(id), otherLeadUnitIds: added(listOf(id)) }),
};

/** How deadlines were told before all services told them in one shape: read where some are still on their way, and made by nobody. */
export const formerDeadlineEvents = {
  'proposals.deadline-set.v1': shape({
    ...ofProposal,
    ...ofHandling,
    deadlineId: id,
    matter: oneOf(DEADLINE_MATTERS),
    dueAt: instant,
    remindAt: instant,
    /** Who owes it: these members, and the handlers and head of this unit. */
    memberIds: listOf(id),
    unitId: nullable(id),
  }),
  /** Nothing is owed until it is set again. */
  'proposals.deadline-stopped.v1': shape({ organisationId: id, proposalId: id, deadlineId: id }),
  'proposals.deadline-met.v1': shape({ organisationId: id, proposalId: id, deadlineId: id }),
};
