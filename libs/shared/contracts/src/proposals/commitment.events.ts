import { date, id, listOf, nullable, oneOf, shape, text } from '../shape.js';
import { SETTLEMENTS } from './vocabulary.js';

const ofCommitment = {
  organisationId: id,
  sessionId: id,
  proposalId: id,
  subject: text,
  docketNo: nullable(text),
  leadProposerId: id,
  seconderIds: listOf(id),
  commitmentId: id,
  unitId: id,
};

/** What replies promised, until it is done or explained; the words of a promise are read where it stands. */
export const commitmentEvents = {
  'proposals.commitment-made.v1': shape({ ...ofCommitment, dueOn: date }),
  /** The unit says that it is settled; the committee is to look at it. */
  'proposals.commitment-reported.v1': shape({ ...ofCommitment, settlement: oneOf(SETTLEMENTS) }),
  'proposals.commitment-returned.v1': shape({ ...ofCommitment, reason: text }),
  'proposals.commitment-settled.v1': shape({ ...ofCommitment, settlement: oneOf(['DONE', 'EXPLAINED']) }),
  'proposals.commitment-carried.v1': shape({ ...ofCommitment, dueOn: date, before: date }),
};
