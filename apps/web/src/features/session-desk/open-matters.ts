import type { BallotRow, BallotState } from '../../api/shapes.js';

/**
 * What a session that is closed now would leave behind: votes that still run, results that nobody signed or declared, ballots never held.
 */
export interface OpenMatters {
  readonly running: readonly BallotRow[];
  readonly uncounted: readonly BallotRow[];
  readonly undeclared: readonly BallotRow[];
  readonly unheld: readonly BallotRow[];
}

const STAGES: Readonly<Record<keyof OpenMatters, readonly BallotState[]>> = {
  running: ['OPEN'],
  uncounted: ['CLOSED', 'TALLIED'],
  undeclared: ['SIGNED'],
  unheld: ['RULES_DRAFT', 'RULES_ADOPTED', 'NOMINATION', 'ROLL_FROZEN'],
};

/** The ballots of a session that are not over, by what they wait for. */
export function openMattersOf(ballots: readonly BallotRow[], sessionId: string): OpenMatters {
  const own = ballots.filter((ballot) => ballot.sessionId === sessionId);
  const at = (stage: keyof OpenMatters) => own.filter(({ state }) => STAGES[stage].includes(state));
  return { running: at('running'), uncounted: at('uncounted'), undeclared: at('undeclared'), unheld: at('unheld') };
}

/** In the order of what a closing harms most. */
export const MATTERS = Object.keys(STAGES) as readonly (keyof OpenMatters)[];
