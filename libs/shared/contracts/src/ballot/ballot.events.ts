import { OFFICES } from '../congress/vocabulary.js';
import { added, count, date, flag, id, instant, listOf, nullable, oneOf, shape, text } from '../shape.js';
import { BALLOT_DEADLINE_MATTERS, BALLOT_ELECTORATES, OBJECTION_OUTCOMES, OFFICE_SCOPES } from './vocabulary.js';

/** The kinds of ballot that the counting contract knows. */
export const BALLOT_KINDS = ['resolution', 'election', 'appraisal', 'poll'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];

const ofBallot = { organisationId: id, sessionId: id, ballotId: id, kind: oneOf(BALLOT_KINDS), title: text };

/** Whose vote it is; `memberIds` are those of `elected`, who are known by name alone, and nobody elsewhere. */
const ofElectorate = { ...ofBallot, electorate: oneOf(BALLOT_ELECTORATES), memberIds: listOf(id) };

/** A matter as it was decided, with its published figures; `needed` is the smallest count of yes that was enough. */
const decidedItem = shape({
  id: text,
  label: text,
  proposalId: nullable(id),
  /** Of a unit that was voted on as excellent. */
  unitId: added(nullable(id)),
  yes: count,
  no: count,
  abstain: count,
  needed: count,
  passed: flag,
});
/** Somebody elected; without an id who was written in or is no member. */
const elected = shape({ memberId: nullable(id), name: text });

/** A ballot on its way from the announcement to the archive. Never a vote, never a figure before the declaration. */
export const ballotEvents = {
  'ballot.ballot-announced.v1': shape(ofElectorate),
  'ballot.ballot-called-off.v1': shape({ ...ofElectorate, reason: text }),
  /** `untilOn` is the last day on which anybody may object to a candidate. */
  'ballot.candidates-posted.v1': shape({ ...ofBallot, untilOn: date }),
  'ballot.candidate-objection-raised.v1': shape(ofBallot),
  'ballot.ballot-opened.v1': shape(ofElectorate),
  /** `memberIds` are the officers of the ballot: it is their turn. */
  'ballot.ballot-closed.v1': shape({ ...ofBallot, memberIds: listOf(id) }),
  'ballot.schedule-refused.v1': shape({ ...ofBallot, act: oneOf(['open', 'close']), code: text }),
  'ballot.signatures-due.v1': shape({ ...ofBallot, memberIds: listOf(id) }),
  'ballot.result-declared.v1': shape({ ...ofBallot, status: text }),
  'ballot.result-approved.v1': shape({ ...ofBallot, reference: text }),
  'ballot.result-rejected.v1': shape({ ...ofBallot, reference: text, reason: text }),
  /** `untilOn` is the last day on which anybody may object; null where there is no such period. */
  'ballot.result-published.v2': shape({ ...ofBallot, status: text, untilOn: nullable(date) }),
  'ballot.objection-raised.v1': shape(ofBallot),
  'ballot.objection-answered.v1': shape({ ...ofBallot, memberId: id, outcome: oneOf(OBJECTION_OUTCOMES) }),
  /** `declared` says whether anybody had heard of a result. */
  'ballot.result-annulled.v1': shape({ ...ofBallot, reason: text, declared: flag }),
  /** A resolution is effective: passed or not, item by item. */
  'ballot.motion-decided.v1': shape({
    ...ofBallot,
    status: text,
    items: listOf(decidedItem),
    electorate: added(oneOf(BALLOT_ELECTORATES)),
  }),
  /**
   * An election is effective. `post` is what they are elected to, `office` the office of the congress that it gives them, where it gives
   * one.
   */
  'ballot.officers-elected.v1': shape({
    ...ofBallot,
    elected: listOf(elected),
    post: text,
    office: nullable(oneOf(OFFICES)),
    scope: nullable(oneOf(OFFICE_SCOPES)),
  }),
  /** Deadlines as they were told before all services told them in one shape: read where some are still on their way, made by nobody. */
  'ballot.deadline-set.v1': shape({
    ...ofBallot,
    deadlineId: id,
    matter: oneOf(BALLOT_DEADLINE_MATTERS),
    dueAt: instant,
    remindAt: instant,
  }),
  'ballot.deadline-met.v1': shape({ organisationId: id, ballotId: id, deadlineId: id }),
};
