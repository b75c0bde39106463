import { assertVersion, type DomainError, type Policy, policyDecisions } from '@plenum/kernel';
import type { Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** Nominated by the committee; put to the vote; awarded; not awarded. */
export const AWARD_STATES = ['NOMINATED', 'VOTING', 'AWARDED', 'DECLINED'] as const;
export type AwardState = (typeof AWARD_STATES)[number];

/** An excellent proposal (优秀提案), or a unit that handled excellently (先进承办单位). */
export const AWARD_KINDS = ['PROPOSAL', 'UNIT'] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];

/** What each kind may be nominated for; an organisation's own words go into the citation. */
export const AWARD_CRITERIA = {
  PROPOSAL: ['well-founded', 'feasible', 'effective', 'widely-supported'],
  UNIT: ['in-time', 'thorough', 'implemented', 'in-touch'],
} as const;
export type AwardCriterion = (typeof AWARD_CRITERIA)[AwardKind][number];

/** A nomination for the award list of a session, and what became of it. */
export interface Award {
  readonly id: string;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly kind: AwardKind;
  /** Of the proposal or unit that is nominated. */
  readonly nomineeId: string;
  readonly criteria: readonly AwardCriterion[];
  /** Why, in words that are read out. */
  readonly citation: string;
  readonly state: AwardState;
  /** Who decided: the committee, or a vote with its ballot. */
  readonly decidedBy: 'COMMITTEE' | 'VOTE' | null;
  readonly ballotId: string | null;
  /** Why it was not awarded, where the committee decided so. */
  readonly reason: string | null;
  readonly nominatedBy: string;
  readonly nominatedAt: Date;
  /** Counts the changes; 1 is the nomination. */
  readonly version: number;
}

/** What others hear of: that it is awarded, and that it is so no longer. */
export type AwardEvent = { readonly type: 'AwardAnnounced' | 'AwardWithdrawn' };

/** What a behaviour did. */
export interface AwardChange {
  readonly award: Award;
  readonly events: readonly AwardEvent[];
}

/** What somebody is to the awards of a session. */
export interface AwardAuthority {
  readonly memberId: string;
  /** Sits on the proposals committee of the session. */
  readonly reviews: boolean;
  /** Heads a delegation of the session, whose rules let heads nominate what is nominated. */
  readonly mayNominateAsHead: boolean;
}

/** Everything that may be done to a nomination. */
export const AWARD_ACTIONS = ['decide', 'put-to-vote'] as const;
export type AwardAction = (typeof AWARD_ACTIONS)[number];

type AwardPolicy = Policy<AwardAction, Award, AwardAuthority>;

const committee = (_: Award, by: AwardAuthority): DomainError | null => (by.reviews ? null : ProposalErrors.notTheCommittee());

/** Every action with its policy; the committee may also decide what no vote has decided yet. */
export const AWARD_POLICIES: Readonly<Record<AwardAction, AwardPolicy>> = {
  decide: { action: 'decide', who: committee, from: ['NOMINATED', 'VOTING'] },
  'put-to-vote': { action: 'put-to-vote', who: committee, from: ['NOMINATED'] },
};

const { assertAllowed, allowed } = policyDecisions<AwardPolicy, Award, AwardAuthority, []>(ProposalErrors);
const IN_ORDER = AWARD_ACTIONS.map((action) => AWARD_POLICIES[action]);

/** What the member may do now. */
export const allowedOnAward = (award: Award, by: AwardAuthority): readonly AwardAction[] => allowed(IN_ORDER, award, by);

/** Refuses a change made on a version that somebody has changed since. @throws `proposals.outdated` */
export function assertAwardCurrent(read: { readonly version: number }, version: number | undefined): void {
  assertVersion(read, version, ProposalErrors.outdated);
}

/** Who, or what, may be nominated: a proposal that was filed and is nobody's secret; a unit that answered in the session. */
export type Nominee =
  | { readonly kind: 'PROPOSAL'; readonly proposal: Pick<Proposal, 'id' | 'state' | 'track' | 'confidential'> }
  | { readonly kind: 'UNIT'; readonly unitId: string; readonly hasAnswered: boolean };

/** What is said of a nominee. */
export interface NominationContent {
  readonly criteria: readonly AwardCriterion[];
  readonly citation: string;
}

/** Null for whoever nominates: the committee, and heads of delegations where the call says so. */
export const nominator = ({ reviews, mayNominateAsHead }: AwardAuthority): DomainError | null =>
  reviews || mayNominateAsHead ? null : ProposalErrors.notTheCommittee();

/** Whether somebody sees a nomination: what is awarded everybody, the committee all, and whoever made it their own. */
export const maySeeAward = ({ state, nominatedBy }: Award, { reviews, memberId }: AwardAuthority): boolean =>
  reviews || state === 'AWARDED' || nominatedBy === memberId;

/**
 * The committee nominates, or the head of a delegation where the rules say so.
 * @throws `proposals.not-the-committee`, `proposals.not-to-be-nominated`, `proposals.incomplete`
 */
export function nominate(
  made: Pick<Award, 'id' | 'organisationId' | 'sessionId'>,
  by: AwardAuthority,
  nominee: Nominee,
  { criteria, citation: said }: NominationContent,
  at: Date,
): AwardChange {
  const refusal = nominator(by);
  if (refusal) throw refusal;
  if (!mayBeNominated(nominee)) throw ProposalErrors.notToBeNominated();
  const fitting: readonly string[] = AWARD_CRITERIA[nominee.kind];
  const citation = said.trim();
  const missing = [
    ...(criteria.length === 0 || criteria.some((one) => !fitting.includes(one)) ? ['criteria'] : []),
    ...(citation === '' ? ['citation'] : []),
  ];
  if (missing.length > 0) throw ProposalErrors.incomplete(missing);
  const award: Award = {
    ...made,
    kind: nominee.kind,
    nomineeId: nominee.kind === 'PROPOSAL' ? nominee.proposal.id : nominee.unitId,
    criteria,
    citation,
    state: 'NOMINATED',
    decidedBy: null,
    ballotId: null,
    reason: null,
    nominatedBy: by.memberId,
    nominatedAt: at,
    version: 1,
  };
  return { award, events: [] };
}

function mayBeNominated(nominee: Nominee): boolean {
  if (nominee.kind === 'UNIT') return nominee.hasAnswered;
  const { state, track, confidential } = nominee.proposal;
  return track === 'PROPOSAL' && (state === 'ACCEPTED' || state === 'CLOSED') && confidential === null;
}

/**
 * The committee awards, or does not, with the reason.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.reason-required`
 */
export function decideOnAward(
  award: Award,
  by: AwardAuthority,
  { isAwarded, reason }: { readonly isAwarded: boolean; readonly reason: string | null },
): AwardChange {
  assertAllowed(AWARD_POLICIES.decide, award, by);
  const said = reason?.trim() || null;
  if (!isAwarded && said === null) throw ProposalErrors.reasonRequired();
  return decided(award, isAwarded, { decidedBy: 'COMMITTEE', reason: said });
}

/** The nomination waits for a ballot. @throws `proposals.not-the-committee`, `proposals.wrong-state` */
export function putToVote(award: Award, by: AwardAuthority): AwardChange {
  assertAllowed(AWARD_POLICIES['put-to-vote'], award, by);
  return changed(award, { state: 'VOTING' });
}

/** What a ballot decided about the nominated proposal or unit. Null where no vote is waited for. */
export function settleAward(award: Award, isAwarded: boolean, ballotId: string): AwardChange | null {
  return award.state === 'VOTING' ? decided(award, isAwarded, { decidedBy: 'VOTE', ballotId }) : null;
}

/** The ballot that decided was annulled: another is waited for. Null where it was not decided by that ballot. */
export function reopenAward(award: Award, ballotId: string): AwardChange | null {
  if (award.ballotId !== ballotId) return null;
  const withdrawn = award.state === 'AWARDED' ? [{ type: 'AwardWithdrawn' } as const] : [];
  return changed(award, { state: 'VOTING', decidedBy: null, ballotId: null }, ...withdrawn);
}

const decided = (award: Award, isAwarded: boolean, parts: Partial<Award>): AwardChange =>
  changed(award, { ...parts, state: isAwarded ? 'AWARDED' : 'DECLINED' }, ...(isAwarded ? [{ type: 'AwardAnnounced' } as const] : []));

const changed = (award: Award, parts: Partial<Award>, ...events: AwardEvent[]): AwardChange => ({
  award: { ...award, ...parts, version: award.version + 1 },
  events,
});
