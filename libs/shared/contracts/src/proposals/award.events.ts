import { id, listOf, nullable, oneOf, shape, text } from '../shape.js';
import { AWARD_KINDS } from './vocabulary.js';

const award = shape({
  organisationId: id,
  sessionId: id,
  awardId: id,
  kind: oneOf(AWARD_KINDS),
  proposalId: nullable(id),
  subject: nullable(text),
  docketNo: nullable(text),
  unitId: nullable(id),
  memberIds: listOf(id),
});

export const awardEvents = {
  /** A proposal, or a unit, stands on the award list of a session; who is told: the authors of the one, the people of the other. */
  'proposals.award-announced.v1': award,
  /** The ballot that awarded it was annulled: until another one decides it is not on the list. */
  'proposals.award-withdrawn.v1': award,
};
