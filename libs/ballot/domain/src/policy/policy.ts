import { type Check as PolicyCheck, type Policy as ActionPolicy, policyDecisions } from '@plenum/kernel';
import type { Ballot } from '../record/ballot.js';
import { BallotErrors } from '../record/ballot.errors.js';
import type { Channel } from '../rules/vocabulary.js';
import type { Authority } from './authority.js';

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
export type Check = PolicyCheck<Ballot, Authority, [at?: Date]>;

/** When an action may be taken: by whom, in which states, on which channel, and what else stands in its way. */
export interface Policy extends ActionPolicy<BallotAction, Ballot, Authority, [at?: Date]> {
  /** Whether it is an action of the ballot's channel: `hasSealed`, `hasPaper`. */
  readonly channel?: (channel: Channel) => boolean;
}

export const { refusal, assertAllowed, allowed } = policyDecisions<Policy, Ballot, Authority, [at?: Date]>({
  wrongState: BallotErrors.wrongState,
  notApplicable: ({ action, channel }, ballot) =>
    channel && !channel(ballot.channel) ? BallotErrors.wrongChannel(action, ballot.channel) : null,
});
