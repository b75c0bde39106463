import { id, listOf, nullable, shape, text } from '../shape.js';

const ofProposal = { organisationId: id, sessionId: id, proposalId: id, subject: text, docketNo: nullable(text), leadProposerId: id };

/** What is published of proposals and their replies; what it says is read where it stands. */
export const publicationEvents = {
  /** Its proposer is asked whether it may be published. */
  'proposals.disclosure-asked.v1': shape(ofProposal),
  'proposals.disclosure-refused.v1': shape(ofProposal),
  /** Every member of the organisation may read proposal and reply, without what is kept back. */
  'proposals.reply-disclosed.v1': shape({ ...ofProposal, seconderIds: listOf(id) }),
  'proposals.disclosure-withdrawn.v1': shape({ ...ofProposal, seconderIds: listOf(id), reason: text }),
};
