/** What must be in order before a voting opens, in the order in which people bring it about. */
export const READINESS_GATES = ['rules', 'candidates', 'roll', 'officers', 'keys', 'papers', 'session', 'quorum', 'rehearsal'] as const;
export type ReadinessGate = (typeof READINESS_GATES)[number];

/** How a rehearsal ended: everything as it should be, something not, or cut off before its end. */
export const REHEARSAL_ENDS = ['accepted', 'failed', 'interrupted'] as const;
export type RehearsalEnd = (typeof REHEARSAL_ENDS)[number];
