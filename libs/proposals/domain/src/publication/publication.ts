import { assertVersion, type DomainError, type Policy, policyDecisions } from '@plenum/kernel';
import { type Authority, committee, leadProposer } from '../proposal/authority.js';
import { latestReply } from '../proposal/handling.js';
import type { ProposalMatter } from '../proposal/matter.js';
import type { PolicyContext } from '../proposal/policy.js';
import type { Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';

/** Nobody published it; its proposer is asked; the proposer said no; published; taken out again. */
export const PUBLICATION_STATES = ['UNPUBLISHED', 'ASKED', 'REFUSED', 'PUBLISHED', 'WITHDRAWN'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** What may be kept back when a matter is published; its subject and the reply are what is published. */
export const WITHHELD_FIELDS = ['proposer', 'grounds', 'measures'] as const;
export type WithheldField = (typeof WITHHELD_FIELDS)[number];

/** Whether, and how far, members of the organisation read a matter that is closed with its reply (公开). */
export interface Publication {
  /** Of the proposal. */
  readonly id: string;
  readonly organisationId: string;
  readonly state: PublicationState;
  readonly withheld: readonly WithheldField[];
  /** Why the proposer refused, or it was taken out. */
  readonly reason: string | null;
  readonly publishedAt: Date | null;
  /** Counts the changes; 0 where there was none yet. */
  readonly version: number;
}

/** The facts that others hear of. */
export type PublicationEvent =
  | { readonly type: 'ConsentAsked' }
  | { readonly type: 'ConsentRefused' }
  | { readonly type: 'ReplyDisclosed' }
  | { readonly type: 'DisclosureWithdrawn'; readonly reason: string };

/** What a behaviour did. */
export interface PublicationChange {
  readonly publication: Publication;
  readonly events: readonly PublicationEvent[];
}

/** Everything that may be done to publish a matter. */
export const PUBLICATION_ACTIONS = ['publish', 'answer', 'withhold', 'take-out'] as const;
export type PublicationAction = (typeof PUBLICATION_ACTIONS)[number];

/** A matter with its publication. */
export interface PublishedMatter {
  readonly state: PublicationState;
  readonly matter: ProposalMatter;
  readonly publication: Publication;
}

type PublicationPolicy = Policy<PublicationAction, PublishedMatter, Authority, [PolicyContext]>;

const proposer = ({ matter }: PublishedMatter, by: Authority): DomainError | null => leadProposer(matter.proposal, by);

/** A confidential matter is never published, and none before it is closed with a reply. */
function publishable({ matter: { proposal, handlings } }: PublishedMatter): DomainError | null {
  if (proposal.confidential) return ProposalErrors.confidentialNotPublished();
  const isAnswered = handlings.some((handling) => latestReply(handling) !== null);
  return proposal.state === 'CLOSED' && isAnswered ? null : ProposalErrors.wrongState('publish', proposal.state);
}

/** Every action with its policy. */
export const PUBLICATION_POLICIES: Readonly<Record<PublicationAction, PublicationPolicy>> = {
  publish: { action: 'publish', who: committee, from: ['UNPUBLISHED', 'WITHDRAWN'], precondition: publishable },
  answer: { action: 'answer', who: proposer, from: ['ASKED', 'REFUSED'], precondition: publishable },
  // Minus what the proposer asks to hide, whatever the rule (DOMAIN 5, PUBLISHED).
  withhold: { action: 'withhold', who: proposer, from: ['UNPUBLISHED', 'PUBLISHED', 'WITHDRAWN'] },
  'take-out': { action: 'take-out', who: committee, from: ['PUBLISHED'] },
};

const { assertAllowed, allowed } = policyDecisions<PublicationPolicy, PublishedMatter, Authority, [PolicyContext]>(ProposalErrors);
const IN_ORDER = PUBLICATION_ACTIONS.map((action) => PUBLICATION_POLICIES[action]);

/** What the member may do now. */
export function allowedOnPublication(matter: PublishedMatter, by: Authority, context: PolicyContext): readonly PublicationAction[] {
  return allowed(IN_ORDER, matter, by, context);
}

/** A matter that nobody published yet. */
export const unpublished = ({ id, organisationId }: Pick<Proposal, 'id' | 'organisationId'>): Publication => ({
  id,
  organisationId,
  state: 'UNPUBLISHED',
  withheld: [],
  reason: null,
  publishedAt: null,
  version: 0,
});

/** Refuses a change made on a version that somebody has changed since. @throws `proposals.outdated` */
export function assertPublicationCurrent(read: { readonly version: number }, version: number | undefined): void {
  assertVersion(read, version, ProposalErrors.outdated);
}

/**
 * The committee publishes proposal and reply without the fields named and those that the proposer asked to hide; where the rules of the
 * call say consent, its proposer is asked first.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.confidential-not-published`
 */
export function publishMatter(
  matter: PublishedMatter,
  by: Authority,
  withheld: readonly WithheldField[],
  context: PolicyContext,
): PublicationChange {
  assertAllowed(PUBLICATION_POLICIES.publish, matter, by, context);
  return byRule(matter.publication, union(matter.publication.withheld, withheld), context);
}

/**
 * What the rules of the call bring about when a matter closes: proposal and reply are published without what its proposer asked to hide,
 * or its proposer is asked first. Null of what is confidential, of what nobody answered, and where somebody decided about it before.
 */
export function publishAtClosing(matter: PublishedMatter, context: PolicyContext): PublicationChange | null {
  const { publication } = matter;
  if (publication.state !== 'UNPUBLISHED' || publishable(matter) !== null) return null;
  return byRule(publication, publication.withheld, context);
}

/**
 * The lead proposer consents, and may have more kept back, or refuses.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.confidential-not-published`
 */
export function answerConsent(
  matter: PublishedMatter,
  by: Authority,
  answer: { readonly consents: boolean; readonly withheld: readonly WithheldField[]; readonly reason: string | null },
  context: PolicyContext,
): PublicationChange {
  assertAllowed(PUBLICATION_POLICIES.answer, matter, by, context);
  const { publication } = matter;
  if (answer.consents) return published(publication, union(publication.withheld, answer.withheld), context);
  return changed(publication, { state: 'REFUSED', reason: answer.reason?.trim() || null }, { type: 'ConsentRefused' });
}

/**
 * The lead proposer has fields kept back, before or after it is published; what is kept back is not shown again.
 * @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`, `proposals.incomplete`
 */
export function withholdFields(
  matter: PublishedMatter,
  by: Authority,
  withheld: readonly WithheldField[],
  context: PolicyContext,
): PublicationChange {
  assertAllowed(PUBLICATION_POLICIES.withhold, matter, by, context);
  if (withheld.length === 0) throw ProposalErrors.incomplete(['withheld']);
  return changed(matter.publication, { withheld: union(matter.publication.withheld, withheld) });
}

/**
 * The committee takes it out again, with the reason; its authors are told.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.reason-required`
 */
export function takeOutMatter(matter: PublishedMatter, by: Authority, reason: string, context: PolicyContext): PublicationChange {
  assertAllowed(PUBLICATION_POLICIES['take-out'], matter, by, context);
  const text = reason.trim();
  if (text === '') throw ProposalErrors.reasonRequired();
  const parts = { state: 'WITHDRAWN', reason: text, publishedAt: null } as const;
  return changed(matter.publication, parts, { type: 'DisclosureWithdrawn', reason: text });
}

const byRule = (publication: Publication, withheld: readonly WithheldField[], context: PolicyContext): PublicationChange =>
  context.call.settings.publishReplies === 'on-consent'
    ? changed(publication, { state: 'ASKED', withheld, reason: null }, { type: 'ConsentAsked' })
    : published(publication, withheld, context);

const published = (publication: Publication, withheld: readonly WithheldField[], { at }: PolicyContext): PublicationChange =>
  changed(publication, { state: 'PUBLISHED', withheld, reason: null, publishedAt: at }, { type: 'ReplyDisclosed' });

const union = (one: readonly WithheldField[], other: readonly WithheldField[]): readonly WithheldField[] =>
  WITHHELD_FIELDS.filter((field) => one.includes(field) || other.includes(field));

const changed = (publication: Publication, parts: Partial<Publication>, ...events: PublicationEvent[]): PublicationChange => ({
  publication: { ...publication, ...parts, version: publication.version + 1 },
  events,
});
