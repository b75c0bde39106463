import type { Readiness } from './readiness.js';

export const STEPS = ['units', 'people', 'session', 'delegations', 'delegates', 'offices', 'signIns', 'call'] as const;
export type StepName = (typeof STEPS)[number];

/** The offices without which a congress with proposals cannot be led. */
export const NEEDED_OFFICES = ['PROPOSALS_COMMITTEE', 'UNIT_HANDLER', 'UNIT_HEAD'] as const;
export type NeededOffice = (typeof NEEDED_OFFICES)[number];

/** A step of the path: whether it is done, where it is done, and whether it can be. */
export interface SetUpStep {
  readonly name: StepName;
  readonly isDone: boolean;
  /** Null while another step comes first. */
  readonly to: string | null;
}

export const missingOffices = ({ offices }: Readiness): readonly NeededOffice[] =>
  NEEDED_OFFICES.filter((office) => !offices.some((held) => held.office === office));

/**
 * The steps in the order of the page; they may be done in any order that works. `hasCall` is whether a call was ever opened for the
 * session.
 */
export function setUpSteps(readiness: Readiness, hasCall: boolean): readonly SetUpStep[] {
  const { units, members, membersWithoutUnit, membersWithoutSignIn, session } = readiness;
  const seating = session && `/setup/sessions/${session.id}`;
  return [
    { name: 'units', isDone: units > 0, to: '/setup/units' },
    { name: 'people', isDone: members > 1 && membersWithoutUnit === 0, to: '/roster' },
    { name: 'session', isDone: session !== null, to: '/setup/terms' },
    { name: 'delegations', isDone: session !== null && session.delegations > 0 && session.delegationsWithoutHead === 0, to: seating },
    { name: 'delegates', isDone: session !== null && session.entitled > 0 && session.delegatesWithoutDelegation === 0, to: seating },
    { name: 'offices', isDone: missingOffices(readiness).length === 0, to: '/setup/offices' },
    { name: 'signIns', isDone: membersWithoutSignIn === 0, to: '/roster' },
    { name: 'call', isDone: hasCall, to: session && '/calls' },
  ];
}
