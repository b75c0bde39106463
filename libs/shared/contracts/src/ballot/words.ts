/** What an explanation of a count may say, in the order of the gates (COUNTING); the web words each. */
export const BALLOT_EXPLANATIONS = [
  'figures-consistent', 'figures-inconsistent',
  'surplus-met', 'surplus-missed', 'single-slate',
  'quorum-reached', 'quorum-missed',
  'returned-within-limit', 'returned-above-limit',
  'participation-reached', 'participation-missed',
  'item-passed', 'item-not-passed', 'all-items-passed', 'some-items-passed', 'no-item-passed', 'bundle-failed',
  'elect-threshold', 'most-votes-win', 'all-qualified-elected', 'best-elected',
  'tie-at-the-cut', 'tie-to-runoff', 'tie-by-fewer-against', 'tie-left-vacant', 'tie-by-lots',
  'shortage-supplementary', 'shortage-vacant', 'shortage-presidium', 'shortage-reduce',
  'grades-counted', 'votes-counted',
] as const;
export type BallotExplanation = (typeof BALLOT_EXPLANATIONS)[number];

/** How a count may end (COUNTING). A result is published under one of these. */
export const BALLOT_OUTCOMES = [
  'inconsistent', 'too-few-candidates', 'no-quorum', 'void', 'too-few-votes',
  'passed', 'partly-passed', 'not-passed', 'decided', 'next-round', 'lots', 'counted',
] as const;
export type BallotOutcome = (typeof BALLOT_OUTCOMES)[number];

/** The states of a ballot, from draft rules to the archive (DOMAIN 6.1). */
export const BALLOT_STATES = [
  'RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED', 'SIGNED', 'DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED', 'ANNULLED',
] as const;
export type BallotState = (typeof BALLOT_STATES)[number];
