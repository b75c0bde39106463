import { count, date, flag, id, instant, listOf, nullable, oneOf, shape, text } from '../shape.js';
import { DEADLINE_MATTERS, REVIEW_OUTCOMES } from './vocabulary.js';

const ofProposal = { organisationId: id, sessionId: id, proposalId: id, subject: text, docketNo: nullable(text) };
const signers = { leadProposerId: id, seconderIds: listOf(id) };
const units = { leadUnitId: id, assistingUnitIds: listOf(id) };

/** A proposal on its way from the call to its closing. Ratings themselves are not published: they are kept from the handling unit. */
export const proposalEvents = {
  'proposals.call-opened.v1': shape({ organisationId: id, sessionId: id, callId: id, opensAt: instant, closesAt: instant }),
  'proposals.call-extended.v1': shape({ organisationId: id, sessionId: id, callId: id, closesAt: instant }),
  'proposals.call-closed.v1': shape({ organisationId: id, sessionId: id, callId: id, closedAt: instant }),
  'proposals.seconder-invited.v1': shape({ ...ofProposal, leadProposerId: id, memberId: id }),
  /** The text changed before submission: who had signed the old one is asked to confirm. */
  'proposals.text-changed.v1': shape({ ...ofProposal, leadProposerId: id, memberIds: listOf(id) }),
  'proposals.proposal-seconded.v1': shape({ ...ofProposal, leadProposerId: id, memberId: id, seconders: count }),
  'proposals.proposal-submitted.v1': shape({ ...ofProposal, ...signers, late: flag }),
  'proposals.proposal-reviewed.v1': shape({ ...ofProposal, ...signers, outcome: oneOf(REVIEW_OUTCOMES), reason: nullable(text) }),
  'proposals.proposal-assigned.v1': shape({ ...ofProposal, ...signers, ...units, dueOn: date }),
  'proposals.proposal-replied.v1': shape({ ...ofProposal, ...signers, leadUnitId: id, round: count, feedbackDueOn: nullable(date) }),
  'proposals.proposal-rated.v1': shape({ ...ofProposal, leadProposerId: id, round: count }),
  'proposals.proposal-closed.v1': shape({ ...ofProposal, ...signers, leadUnitId: nullable(id) }),
};

/** What is owed by when, and that it is no longer owed: reminders are made of these. */
export const deadlineEvents = {
  'proposals.deadline-set.v1': shape({
    ...ofProposal,
    deadlineId: id,
    matter: oneOf(DEADLINE_MATTERS),
    dueAt: instant,
    remindAt: instant,
    /** Who owes it: these members, and the handlers and head of this unit. */
    memberIds: listOf(id),
    unitId: nullable(id),
  }),
  'proposals.deadline-met.v1': shape({ organisationId: id, proposalId: id, deadlineId: id }),
};
