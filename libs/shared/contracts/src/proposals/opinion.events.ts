import { date, id, nullable, oneOf, shape, text } from '../shape.js';
import { OPINION_OUTCOMES } from './vocabulary.js';

const ofOpinion = { organisationId: id, opinionId: id, number: text, subject: text };
/** Of the committee that empties the box; null where it is bound to no session. */
const forCommittee = { sessionId: nullable(id) };

/** What is put into the opinion box. Whose it is stands only in what that person alone is told of. */
export const opinionEvents = {
  'proposals.opinion-received.v1': shape({ ...ofOpinion, ...forCommittee }),
  'proposals.opinion-decided.v1': shape({ ...ofOpinion, suggesterId: id, outcome: oneOf(OPINION_OUTCOMES), reason: nullable(text) }),
  'proposals.opinion-routed.v1': shape({ ...ofOpinion, unitId: id, dueOn: date }),
  'proposals.opinion-replied.v1': shape({ ...ofOpinion, suggesterId: id }),
  /** Its suggester said what they think of the reply; what that is, is read where it stands. */
  'proposals.opinion-judged.v1': shape({ ...ofOpinion, ...forCommittee }),
};
