import { id, listOf, oneOf, shape, text } from '../shape.js';

/** The kinds of ballot that the counting contract knows. */
export const BALLOT_KINDS = ['resolution', 'election', 'appraisal', 'poll'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

const ofBallot = { organisationId: id, sessionId: id, ballotId: id, kind: oneOf(BALLOT_KINDS), title: text };

/** A ballot on its way from the announcement to the published result. Never a vote, never a figure before the declaration. */
export const ballotEvents = {
  'ballot.ballot-announced.v1': shape(ofBallot),
  'ballot.ballot-opened.v1': shape(ofBallot),
  'ballot.ballot-closed.v1': shape(ofBallot),
  'ballot.schedule-refused.v1': shape({ ...ofBallot, act: oneOf(['open', 'close']), code: text }),
  'ballot.signatures-due.v1': shape({ ...ofBallot, memberIds: listOf(id) }),
  'ballot.result-declared.v1': shape({ ...ofBallot, status: text }),
  'ballot.result-published.v1': shape({ ...ofBallot, status: text }),
};
