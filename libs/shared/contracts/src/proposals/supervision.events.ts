import { flag, id, listOf, nullable, shape, text } from '../shape.js';

const ofProposal = { organisationId: id, sessionId: id, proposalId: id, subject: text, docketNo: nullable(text) };
const concerned = { leadProposerId: id, seconderIds: listOf(id), leadUnitId: nullable(id), assistingUnitIds: listOf(id) };

/** How matters are looked after between sessions; what a visit found is read where it stands. */
export const supervisionEvents = {
  'proposals.key-matter-set.v1': shape({ ...ofProposal, ...concerned, reason: text }),
  'proposals.case-owner-named.v1': shape({ ...ofProposal, memberId: id }),
  /** By the committee, or by a proposer: the other side is told. */
  'proposals.visit-logged.v1': shape({ ...ofProposal, ...concerned, memberId: id, byProposer: flag }),
};
