/**
 * The states of DOMAIN 6.1 that a ballot passes from its draft rules to the archive; an outcome (void, a next round) is not a state.
 * APPROVED and REJECTED come only where the rules ask a higher body; ANNULLED may follow any state after the opening.
 */
export const BALLOT_STATES = [
  'RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN', 'OPEN', 'CLOSED', 'TALLIED', 'SIGNED', 'DECLARED', 'APPROVED', 'REJECTED', 'PUBLISHED', 'ARCHIVED', 'ANNULLED',
] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

/** The states in which a result is declared and stands: what follows from an outcome follows from here. */
export const DECLARED_STATES = ['DECLARED', 'APPROVED', 'PUBLISHED', 'ARCHIVED'] as const satisfies readonly BallotState[];

/** What can be voted on: matters to pass, candidates to elect, leaders to appraise (民主测评), options to choose among (advisory). */
export const VOTED_KINDS = ['resolution', 'election', 'appraisal', 'poll'] as const;
export type VotedKind = (typeof VOTED_KINDS)[number];

/** The name of the list of choices, as the counting contract has it. */
export const CHOICE_LISTS = { resolution: 'items', election: 'candidates', appraisal: 'subjects', poll: 'options' } as const satisfies Record<VotedKind, string>;

/**
 * Whom a vote is put to: the full delegates of the session, all active staff of the organisation, which may only advise, or those whom an
 * election before elected, who choose officers among themselves.
 */
export const ELECTORATES = ['delegates', 'staff', 'elected'] as const;
export type Electorate = (typeof ELECTORATES)[number];

/**
 * How votes reach the count: raised hands (举手), of which only figures are known, paper (选票), papers sealed on the voters' devices,
 * or these two under one roll: each voter gets one paper, of either kind.
 */
export const CHANNELS = ['hands', 'paper', 'sealed', 'mixed'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whether papers are sealed on devices: keys, credentials, a board, shares. */
export const hasSealed = (channel: Channel): boolean => channel === 'sealed' || channel === 'mixed';

/** Whether sheets of paper go into a box and are read by tellers. */
export const hasPaper = (channel: Channel): boolean => channel === 'paper' || channel === 'mixed';

/** 监票人 and 计票人. */
export const OFFICER_ROLES = ['SCRUTINEER', 'TELLER'] as const;
export type OfficerRole = (typeof OFFICER_ROLES)[number];
