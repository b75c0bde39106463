import { added, date, flag, id, listOf, nullable, oneOf, shape, text } from '../shape.js';
import { MERGE_ENDS, REQUEST_KINDS, REQUEST_OUTCOMES } from './vocabulary.js';

const ofProposal = { organisationId: id, sessionId: id, proposalId: id, subject: text, docketNo: nullable(text) };
const ofRequest = {
  ...ofProposal,
  requestId: id,
  kind: oneOf(REQUEST_KINDS),
  askedBy: id,
  /** Of what is asked about the work of a unit: the unit that leads it, or led it until the answer. */
  aboutUnitId: added(id),
};
/** Who owes the answer: these members, the handlers and head of this unit, or the committee of the session. */
const owed = {
  memberIds: listOf(id),
  unitId: nullable(id),
  ofCommittee: flag,
  /** The unit whose head alone owes it, or whose leader in charge does. */
  headOfUnitId: added(id),
  leaderOfUnitId: added(id),
};

/** What is asked and answered on a proposal. */
export const requestEvents = {
  'proposals.request-made.v1': shape({ ...ofRequest, ...owed, reason: nullable(text), dueOn: nullable(date) }),
  /** `answeredBy` is null where silence counted. */
  'proposals.request-answered.v1': shape({
    ...ofRequest,
    answeredBy: nullable(id),
    outcome: oneOf(REQUEST_OUTCOMES),
    reason: nullable(text),
    /** Until when the reply is due then of the unit that it was about. */
    replyDueOn: added(date),
  }),
  'proposals.request-taken-back.v1': shape({ ...ofRequest, ...owed }),
};

const part = shape({ proposalId: id, subject: text, docketNo: nullable(text) });
/** About the proposal that the others, the parts, are merged into; the members are all who are told. */
const ofMerge = { ...ofProposal, parts: listOf(part), memberIds: listOf(id) };

/** The merging of proposals into one (并案). */
export const mergeEvents = {
  'proposals.merge-proposed.v1': shape({ ...ofMerge, reason: nullable(text), dueOn: nullable(date) }),
  /** It came to nothing; `endedBy` is null where time did it. */
  'proposals.merge-ended.v1': shape({ ...ofMerge, outcome: oneOf(MERGE_ENDS), reason: nullable(text), endedBy: nullable(id) }),
  'proposals.proposals-merged.v1': shape(ofMerge),
  'proposals.merge-undone.v1': shape({ ...ofMerge, reason: text }),
};
