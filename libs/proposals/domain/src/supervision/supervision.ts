import type { CivilDate } from '@plenum/calendar';
import { assertVersion, type Check, type Policy, policyDecisions } from '@plenum/kernel';
import { type Authority, committee, handlesIt, isInChargeOfIt } from '../proposal/authority.js';
import type { ProposalMatter } from '../proposal/matter.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type Proposal, cosignersOf } from '../proposal/proposal.js';
import { mayOversee } from '../proposal/visibility.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ProposalState } from '../vocabulary/vocabulary.js';

/** A visit of the committee, or of a proposer, to see how far a matter is (督办); both read what both found. */
export interface Visit {
  readonly id: string;
  readonly visitedOn: CivilDate;
  readonly withWhom: string;
  readonly found: string;
  readonly as: 'COMMITTEE' | 'PROPOSER';
  readonly by: string;
  readonly at: Date;
}

/** How the committee looks after one matter: whose case it is (包案), whether it is a key one (重点督办), and the visits. */
export interface Supervision {
  /** Of the proposal. */
  readonly id: string;
  readonly organisationId: string;
  readonly state: 'ORDINARY' | 'KEY';
  /** Why it is a key matter, and who said so. */
  readonly key: { readonly reason: string; readonly by: string; readonly at: Date } | null;
  /** A member of the committee. */
  readonly caseOwnerId: string | null;
  readonly visits: readonly Visit[];
  /** Counts the changes; 0 where there was none yet. */
  readonly version: number;
}

/** The facts about a supervision that others hear of; what a visit found is read where it stands. */
export type SupervisionEvent =
  | { readonly type: 'KeyMatterSet'; readonly reason: string }
  | { readonly type: 'CaseOwnerNamed'; readonly memberId: string }
  | { readonly type: 'VisitLogged'; readonly by: string; readonly as: Visit['as'] };

/** What a behaviour did. */
export interface SupervisionChange {
  readonly supervision: Supervision;
  readonly events: readonly SupervisionEvent[];
}

/** Everything that may be done to look after a matter. */
export const SUPERVISION_ACTIONS = ['mark-key', 'unmark-key', 'name-case-owner', 'log-visit'] as const;
export type SupervisionAction = (typeof SUPERVISION_ACTIONS)[number];

/** A matter with how it is looked after. */
export interface SupervisedMatter {
  readonly state: ProposalState;
  readonly proposal: Proposal;
  readonly supervision: Supervision;
}

type SupervisionPolicy = Policy<SupervisionAction, SupervisedMatter, Authority, [PolicyContext]>;

/** From the day it is accepted on, and for good: what was promised is looked after when the matter is closed. */
const ACCEPTED: readonly ProposalState[] = ['ACCEPTED', 'CLOSED'];

const ofCommittee: Check<SupervisedMatter, Authority, [PolicyContext]> = ({ proposal }, by) => committee(proposal, by);
const committeeOrAuthor: Check<SupervisedMatter, Authority, [PolicyContext]> = ({ proposal }, by) =>
  by.reviews || isAuthor(proposal, by) ? null : ProposalErrors.notTheCommittee();

/** Every action with its policy. */
export const SUPERVISION_POLICIES: Readonly<Record<SupervisionAction, SupervisionPolicy>> = {
  'mark-key': { action: 'mark-key', who: ofCommittee, from: ACCEPTED, precondition: keyIs(false) },
  'unmark-key': { action: 'unmark-key', who: ofCommittee, from: ACCEPTED, precondition: keyIs(true) },
  'name-case-owner': { action: 'name-case-owner', who: ofCommittee, from: ACCEPTED },
  'log-visit': { action: 'log-visit', who: committeeOrAuthor, from: ACCEPTED },
};

const { assertAllowed, allowed } = policyDecisions<SupervisionPolicy, SupervisedMatter, Authority, [PolicyContext]>(ProposalErrors);
const IN_ORDER = SUPERVISION_ACTIONS.map((action) => SUPERVISION_POLICIES[action]);

/** How a proposal is looked after before anybody did. */
export const unsupervised = ({ id, organisationId }: Pick<Proposal, 'id' | 'organisationId'>): Supervision => ({
  id,
  organisationId,
  state: 'ORDINARY',
  key: null,
  caseOwnerId: null,
  visits: [],
  version: 0,
});

/** What the member may do now. */
export function allowedOnSupervision(proposal: Proposal, supervision: Supervision, by: Authority, context: PolicyContext) {
  return allowed(IN_ORDER, { state: proposal.state, proposal, supervision }, by, context);
}

/** Whether the member may read how it is looked after: committee and oversight, whoever proposed or seconded it, the units. */
export function maySeeSupervision({ proposal, handlings }: ProposalMatter, by: Authority): boolean {
  const mayRead = by.reviews || mayOversee([proposal], by) || isAuthor(proposal, by);
  return mayRead || handlesIt(handlings, by) || isInChargeOfIt(handlings, by);
}

/** Makes it a key matter, with the reason. @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.reason-required` */
export function markKey(matter: SupervisedMatter, by: Authority, reason: string, context: PolicyContext): SupervisionChange {
  assertAllowed(SUPERVISION_POLICIES['mark-key'], matter, by, context);
  const text = words(reason);
  return changed(matter, { state: 'KEY', key: { reason: text, by: by.memberId, at: context.at } }, { type: 'KeyMatterSet', reason: text });
}

/** It is a matter like any other again. @throws `proposals.not-the-committee`, `proposals.wrong-state` */
export function unmarkKey(matter: SupervisedMatter, by: Authority, context: PolicyContext): SupervisionChange {
  assertAllowed(SUPERVISION_POLICIES['unmark-key'], matter, by, context);
  return changed(matter, { state: 'ORDINARY', key: null });
}

/**
 * Names the member of the committee whose case it is, or nobody.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.not-of-the-committee`
 */
export function nameCaseOwner(
  matter: SupervisedMatter,
  by: Authority,
  owner: { readonly memberId: string; readonly reviews: boolean } | null,
  context: PolicyContext,
): SupervisionChange {
  assertAllowed(SUPERVISION_POLICIES['name-case-owner'], matter, by, context);
  if (owner !== null && !owner.reviews) throw ProposalErrors.notOfTheCommittee(owner.memberId);
  const events: SupervisionEvent[] =
    owner === null || owner.memberId === by.memberId ? [] : [{ type: 'CaseOwnerNamed', memberId: owner.memberId }];
  return changed(matter, { caseOwnerId: owner?.memberId ?? null }, ...events);
}

/**
 * Logs a visit, on a day that is not ahead; the other side is told.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.incomplete`, `proposals.visit-ahead`
 */
export function logVisit(
  matter: SupervisedMatter,
  by: Authority,
  said: Pick<Visit, 'id' | 'visitedOn' | 'withWhom' | 'found'>,
  context: PolicyContext,
): SupervisionChange {
  assertAllowed(SUPERVISION_POLICIES['log-visit'], matter, by, context);
  const [withWhom, found] = [said.withWhom.trim(), said.found.trim()];
  const missing = [...(withWhom === '' ? ['withWhom'] : []), ...(found === '' ? ['found'] : [])];
  if (missing.length > 0) throw ProposalErrors.incomplete(missing);
  if (said.visitedOn > context.calendar.dayOf(context.at)) throw ProposalErrors.visitAhead(said.visitedOn);
  const as = isAuthor(matter.proposal, by) ? 'PROPOSER' : 'COMMITTEE';
  const visit: Visit = { ...said, withWhom, found, as, by: by.memberId, at: context.at };
  return changed(matter, { visits: [...matter.supervision.visits, visit] }, { type: 'VisitLogged', by: by.memberId, as });
}

/** Refuses a change made on a version that somebody has changed since. @throws `proposals.outdated` */
export function assertSupervisionCurrent(read: Supervision, version: number | undefined): void {
  assertVersion(read, version, ProposalErrors.outdated);
}

function keyIs(isKey: boolean): Check<SupervisedMatter, Authority, [PolicyContext]> {
  return ({ supervision: { state } }) =>
    (state === 'KEY') === isKey ? null : ProposalErrors.wrongState(isKey ? 'unmark-key' : 'mark-key', state);
}

const isAuthor = (proposal: Proposal, { memberId }: Authority): boolean =>
  proposal.leadProposerId === memberId || cosignersOf(proposal).includes(memberId);

function words(reason: string): string {
  const text = reason.trim();
  if (text === '') throw ProposalErrors.reasonRequired();
  return text;
}

const changed = ({ supervision }: SupervisedMatter, parts: Partial<Supervision>, ...events: SupervisionEvent[]): SupervisionChange => ({
  supervision: { ...supervision, ...parts, version: supervision.version + 1 },
  events,
});
