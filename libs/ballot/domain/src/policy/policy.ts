import type { DomainError } from '@plenum/kernel';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { BallotState } from '../record/words.js';
import type { Channel } from '../rules/words.js';
import type { Standing } from './standing.js';

/** Everything that can be done to a ballot once it is drafted. */
export const BALLOT_ACTIONS = [
  'revise',
  'describe',
  'delete-draft',
  'adopt',
  'call-off',
  'nominate',
  'decline-nomination',
  'post-candidates',
  'object-to-candidate',
  'answer-candidate-objection',
  'call-primary',
  'close-nomination',
  'freeze-roll',
  'name-officers',
  'declare-relatives',
  'withdraw-relatives',
  'rehearse',
  'schedule',
  'issue-paper',
  'take-back-paper',
  'take-back-credential',
  'prepare-slips',
  'issue-slip',
  'replace-slip',
  'take-back-slip',
  'void-slips',
  'open',
  'close',
  'correct-returned',
  'count-hands',
  'enter-sheets',
  'settle-difference',
  'rule-on-doubt',
  'match-name',
  'confirm-name',
  'offer-key',
  'add-share',
  'count',
  'sign',
  'begin-lots',
  'commit-lot',
  'reveal-lot',
  'void-lots',
  'declare',
  'approve',
  'reject',
  'publish',
  'object',
  'answer-objection',
  'archive',
  'annul',
  'decide-vacancy',
  'next-round',
  'second-stage',
  'run-again',
] as const;
export type BallotAction = (typeof BALLOT_ACTIONS)[number];

/** Null when nothing stands in the member's way, otherwise the refusal. Where no instant is given, what depends on it is not asked. */
export type Check = (ballot: Ballot, by: Standing, at?: Date) => DomainError | null;

/** When an action may be taken: by whom, in which states, on which channel, and what else stands in its way. */
export interface Policy {
  readonly action: BallotAction;
  readonly who: Check;
  readonly from: readonly BallotState[];
  /** Whether it is an action of the ballot's channel: `hasSealed`, `hasPaper`. */
  readonly channel?: (channel: Channel) => boolean;
  readonly precondition?: Check;
}

/** Why the action may not be taken now; null when it may. Who acts is asked first, so a refusal tells outsiders nothing of the state. */
export function refusal(policy: Policy, ballot: Ballot, by: Standing, at?: Date): DomainError | null {
  const denied = policy.who(ballot, by);
  if (denied) return denied;
  if (policy.channel && !policy.channel(ballot.channel)) return BallotErrors.wrongChannel(policy.action, ballot.channel);
  if (!policy.from.includes(ballot.state)) return BallotErrors.wrongState(policy.action, ballot.state);
  return policy.precondition?.(ballot, by, at) ?? null;
}

/** @throws the refusal, when there is one. */
export function assertAllowed(policy: Policy, ballot: Ballot, by: Standing, at?: Date): void {
  const refused = refusal(policy, ballot, by, at);
  if (refused) throw refused;
}
