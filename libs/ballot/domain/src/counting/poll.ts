import type { PollCase } from './case.js';
import { shareOf, validOf } from './fractions.js';
import type { GateFindings } from './gates.js';
import type { PollOutcome } from './outcome.js';

/** Counts an advisory poll: options by votes, and every option that leads. */
export function countPoll(given: PollCase, findings: GateFindings): PollOutcome {
  const valid = validOf(given.counts);
  const options = [...given.options].sort((one, other) => other.votes - one.votes || (one.id < other.id ? -1 : 1));
  const most = options[0]?.votes;
  const leading = options.filter(({ votes }) => votes === most).map(({ id }) => id);
  return {
    kind: 'poll',
    status: 'counted',
    needed: findings.needed,
    explanation: [...findings.explanation, { code: 'votes-counted', params: { valid, leading } }],
    options: options.map(({ id, votes }) => ({ id, votes, ofValid: shareOf(votes, valid) })),
    leading,
  };
}
