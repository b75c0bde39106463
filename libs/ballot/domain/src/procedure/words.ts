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
