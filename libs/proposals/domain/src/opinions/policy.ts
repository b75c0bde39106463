import { type DomainError, type Policy, policyDecisions } from '@plenum/kernel';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { type Opinion, OPINION_STATES, type OpinionState } from './opinion.js';
import type { BoxAuthority } from './opinion-box.js';

/** Everything that can be done to an opinion once it is in the box. */
export const OPINION_ACTIONS = ['decide', 'reply', 'judge', 'withdraw', 'publish', 'unpublish'] as const;
export type OpinionAction = (typeof OPINION_ACTIONS)[number];

type OpinionPolicy = Policy<OpinionAction, Opinion, BoxAuthority>;

const committee = (_: Opinion, by: BoxAuthority): DomainError | null => (by.reviews ? null : ProposalErrors.notTheCommittee());
/** What a suggester thought of a reply is not for the units to act on, even where one of their people sits on the committee. */
const deciding = (opinion: Opinion, by: BoxAuthority): DomainError | null =>
  opinion.state === 'JUDGED' && by.isOfUnits ? ProposalErrors.notTheCommittee() : committee(opinion, by);
const suggester = ({ suggesterId }: Opinion, by: BoxAuthority): DomainError | null =>
  by.memberId === suggesterId ? null : ProposalErrors.notTheSuggester();

/** The unit that it is with; the committee where it took the opinion on itself. */
function answering({ state, unitId }: Opinion, by: BoxAuthority): DomainError | null {
  if (state === 'ACCEPTED') return by.reviews ? null : ProposalErrors.notTheCommittee();
  return unitId !== null && by.handles.includes(unitId) ? null : ProposalErrors.notTheHandlingUnit();
}

const OVER: readonly OpinionState[] = ['REPLIED', 'JUDGED'];

/** Every action with its policy. */
export const OPINION_POLICIES: Readonly<Record<OpinionAction, OpinionPolicy>> = {
  // What its suggester found no help may be taken up once more, and a unit that does not answer replaced.
  decide: {
    action: 'decide',
    who: deciding,
    from: ['RECEIVED', 'ACCEPTED', 'ROUTED', 'JUDGED'],
    precondition: (opinion) =>
      opinion.state === 'JUDGED' && judgementOf(opinion) === true ? ProposalErrors.wrongState('decide', 'JUDGED') : null,
  },
  reply: { action: 'reply', who: answering, from: ['ACCEPTED', 'ROUTED'] },
  judge: { action: 'judge', who: suggester, from: ['REPLIED'] },
  withdraw: { action: 'withdraw', who: suggester, from: ['RECEIVED', 'ACCEPTED'] },
  publish: {
    action: 'publish',
    who: committee,
    from: OVER,
    precondition: ({ publication, state }) => (publication === null ? null : ProposalErrors.wrongState('publish', state)),
  },
  // Whatever became of it since: an answer once published stays so, also where it is decided on once more or taken back.
  unpublish: {
    action: 'unpublish',
    who: committee,
    from: OPINION_STATES,
    precondition: ({ publication, state }) => (publication !== null ? null : ProposalErrors.wrongState('unpublish', state)),
  },
};

const decisions = policyDecisions<OpinionPolicy, Opinion, BoxAuthority, []>(ProposalErrors);
const IN_ORDER = OPINION_ACTIONS.map((action) => OPINION_POLICIES[action]);

/** @throws what the policy of the action refuses */
export function assertOpinionAction(action: OpinionAction, opinion: Opinion, by: BoxAuthority): void {
  decisions.assertAllowed(OPINION_POLICIES[action], opinion, by);
}

/** What the member may do to the opinion now. */
export function allowedOnOpinion(opinion: Opinion, by: BoxAuthority): readonly OpinionAction[] {
  return decisions.allowed(IN_ORDER, opinion, by);
}

/** Whether the reply that stands helped, as its suggester says; null while they have not said. */
export function judgementOf({ state, steps }: Pick<Opinion, 'state' | 'steps'>): boolean | null {
  return state === 'JUDGED' ? (steps.findLast(({ kind }) => kind === 'JUDGEMENT')?.helped ?? null) : null;
}

/** How much of an opinion somebody reads: all, all but whose it is and what they thought of the reply, or nothing. */
export type OpinionScope = 'whole' | 'nameless' | 'none';

/**
 * The suggester reads all; the committee too, but nameless whoever of it is or was of a unit; the units that it was routed to, nameless.
 * What a suggester thought of a reply is no business of the unit that gave it (DOMAIN 1.10).
 */
export function opinionScopeOf({ suggesterId, steps }: Opinion, by: BoxAuthority): OpinionScope {
  if (by.memberId === suggesterId) return 'whole';
  if (by.reviews) return by.isOfUnits ? 'nameless' : 'whole';
  return steps.some(({ kind, unitId }) => kind === 'DECISION' && unitId !== null && by.handles.includes(unitId)) ? 'nameless' : 'none';
}

/** The steps that somebody who reads an opinion nameless does not see: what its suggester did. */
export const isOfSuggester = ({ kind }: Pick<Opinion['steps'][number], 'kind'>): boolean => kind === 'JUDGEMENT' || kind === 'WITHDRAWAL';
