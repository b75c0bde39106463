/**
 * The states of DOMAIN 6.1 that a ballot passes from its draft rules to the archive; an outcome (void, a next round) is not a state.
 * APPROVED and REJECTED come only where the rules ask a higher body; ANNULLED may follow any state after the opening.
 */
export const BALLOT_STATES = [
  'RULES_DRAFT',
  'RULES_ADOPTED',
  'NOMINATION',
  'ROLL_FROZEN',
  'OPEN',
  'CLOSED',
  'TALLIED',
  'SIGNED',
  'DECLARED',
  'APPROVED',
  'REJECTED',
  'PUBLISHED',
  'ARCHIVED',
  'ANNULLED',
] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/** The states in which a result is declared and stands: what follows from an outcome follows from here. */
export const DECLARED_STATES = ['DECLARED', 'APPROVED', 'PUBLISHED', 'ARCHIVED'] as const satisfies readonly BallotState[];
