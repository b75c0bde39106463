/** What must be in order before a voting opens, in the order in which people bring it about. */
export const READINESS_GATES = ['rules', 'candidates', 'roll', 'officers', 'keys', 'papers', 'session', 'quorum', 'rehearsal'] as const;
export type ReadinessGate = (typeof READINESS_GATES)[number];

/** How a rehearsal ended: everything as it should be, something not, or cut off before its end. */
export const REHEARSAL_ENDS = ['accepted', 'failed', 'interrupted'] as const;
export type RehearsalEnd = (typeof REHEARSAL_ENDS)[number];

/** What a rehearsal does while it is under way: people who do not exist get keys and papers, vote, and the box is opened and counted. */
export const REHEARSAL_PHASES = ['preparing', 'casting', 'counting'] as const;
export type RehearsalPhase = (typeof REHEARSAL_PHASES)[number];
