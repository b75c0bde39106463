/** What becomes of who signs in after the opening: no paper (R35), or one while the voting is open. */
export const LATE_ARRIVALS = ['excluded', 'admitted'] as const;
export type LateArrivals = (typeof LATE_ARRIVALS)[number];

/** Whether a near relative of a candidate may be an officer (R40). */
export const RELATIVES = ['barred', 'allowed'] as const;
export type Relatives = (typeof RELATIVES)[number];

/** The order of candidates on the paper: by strokes of the surname (R33), by sound, or as they were put. */
export const CANDIDATE_ORDERS = ['strokes', 'pinyin', 'as-put'] as const;
export type CandidateOrder = (typeof CANDIDATE_ORDERS)[number];

/** Whether the voting opens and closes by hand alone, or may be appointed a time: open polls of all staff, sealed votes over days. */
export const TIMINGS = ['by-hand', 'by-the-clock'] as const;
export type Timing = (typeof TIMINGS)[number];

/** The offices of the congress that an election may fill (R12, R13); other posts are named in words. */
export const ELECTED_OFFICES = ['PRESIDIUM', 'PROPOSALS_COMMITTEE'] as const;
export type ElectedOfficeName = (typeof ELECTED_OFFICES)[number];

/** Whether an elected office is held for the session of its election, or for the organisation beyond it (常设). */
export const OFFICE_SCOPES = ['session', 'organisation'] as const;
export type OfficeScope = (typeof OFFICE_SCOPES)[number];

/** What a sealed paper says of a candidate: marked or not; or yes, no or neither (three-way). */
export const SEALED_MARKS = ['one', 'three-way'] as const;
export type SealedMarks = (typeof SEALED_MARKS)[number];

/** What can be voted on: matters to pass, candidates to elect, leaders to appraise (民主测评), options to choose among (advisory). */
export const VOTED_KINDS = ['resolution', 'election', 'appraisal', 'poll'] as const;
export type VotedKind = (typeof VOTED_KINDS)[number];

/** The name of the list of choices, as the counting contract has it. */
export const CHOICE_LISTS = {
  resolution: 'items',
  election: 'candidates',
  appraisal: 'subjects',
  poll: 'options',
} as const satisfies Record<VotedKind, string>;

/**
 * Whom a vote is put to: the full delegates of the session; all active staff of the organisation, which may only advise; those whom an
 * election before elected, who choose officers among themselves; or the heads of the session's delegations, who choose the excellent
 * proposals (P5) and decide nothing for the congress.
 */
export const ELECTORATES = ['delegates', 'staff', 'elected', 'heads'] as const;
export type Electorate = (typeof ELECTORATES)[number];

/**
 * Whether its voters come together and sign in to the session. Staff are asked where they work, in a session or between sessions
 * (DOMAIN 2.4, row 43), and so are heads of delegations: of them whoever is on the roll is reached.
 */
export const signsIn = (electorate: Electorate): boolean => electorate === 'delegates' || electorate === 'elected';

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

export const PRESET_IDS = [
  'shanghai',
  'zhejiang',
  'zhejiang-election',
  'henan',
  'chongqing',
  'shandong',
  'enterprise',
  'enterprise-election',
  'state-enterprise',
  'union-election',
  'school',
  'school-election',
  'school-practice',
] as const;
export type PresetId = (typeof PRESET_IDS)[number];
