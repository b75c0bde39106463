import type { DomainError } from '@plenum/kernel';
import type { Authority } from '../proposal/authority.js';
import type { Change, Proposal } from '../proposal/proposal.js';
import { mayOversee } from '../proposal/visibility.js';
import { changed, cosignersOf, jointProposersOf, secondersOf } from '../proposal/proposal.js';
import { matterState } from '../proposal/matter.js';
import type { MergePart } from '../proposal/proposal.events.js';
import type { PolicyContext } from '../proposal/policy.js';
import { type MergeObstacle, ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ProposalState } from '../vocabulary/vocabulary.js';

/** What may be merged, and be merged into: handed in, or accepted and not assigned yet. */
export const MERGEABLE: readonly ProposalState[] = ['SUBMITTED', 'ACCEPTED'];

/** Null while no unit works on it; otherwise the refusal. */
export const unassigned = (action: string, { isAssigned, state }: Proposal): DomainError | null =>
  isAssigned ? ProposalErrors.wrongState(action, state) : null;

/**
 * Refuses proposals that cannot be merged into the master (并案), and names them: one that others were merged into already, of another
 * session, not handed in, ended, merged or assigned; a filed one into one that is not filed, since its docket number promises an answer.
 * @throws `proposals.cannot-be-merged`
 */
export function assertMergeable(master: Proposal, children: readonly Proposal[]): void {
  const obstacles: readonly (readonly [MergeObstacle, (child: Proposal) => boolean])[] = [
    ['itself', ({ id }) => id === master.id],
    ['other-session', ({ sessionId }) => sessionId !== master.sessionId],
    ['wrong-state', ({ state, isAssigned }) => isAssigned || !MERGEABLE.includes(state)],
    ['has-merged', ({ merged }) => merged.length > 0],
    ['filed-into-unfiled', ({ track }) => track === 'PROPOSAL' && master.track !== 'PROPOSAL'],
  ];
  for (const [because, isHit] of obstacles) {
    const subjects = children.filter(isHit).map(({ content }) => content.subject);
    if (subjects.length > 0) throw ProposalErrors.cannotBeMerged(because, subjects);
  }
}

/**
 * Refuses a merge of a confidential proposal with one that is not, since whoever signed either reads both; asked as it is proposed: what is
 * kept confidential only then, the others have read. @throws `proposals.cannot-be-merged`
 */
export function assertEquallyOpen(master: Proposal, children: readonly Proposal[]): void {
  const others = children.filter(({ confidential }) => (confidential === null) !== (master.confidential === null));
  if (others.length === 0) return;
  throw ProposalErrors.cannotBeMerged(
    'confidentiality',
    others.map(({ content }) => content.subject),
  );
}

/**
 * Merges the children into the master. They keep their numbers, authors, signatures and histories; their authors propose the master
 * jointly. Everybody who signed any of them is told, once. @throws as {@link assertMergeable}
 */
export function merge(master: Proposal, children: readonly Proposal[], { at }: PolicyContext): readonly Change[] {
  assertMergeable(master, children);
  const merged = children.map((child) => ({
    proposalId: child.id,
    authorIds: authorsOf(child),
    seconderIds: secondersOf(child),
  }));
  const after = changed(master, { merged: [...master.merged, ...merged] });
  const told = { parts: children.map(partOf), memberIds: signersOf(after.proposal) };
  return [
    { ...after, events: [{ type: 'ProposalsMerged', ...told }] },
    ...children.map((child) =>
      changed(
        child,
        { state: 'MERGED', mergedInto: { proposalId: master.id, from: matterState({ proposal: child, handlings: [] }), at } },
        { type: 'ProposalMergedAway', masterId: master.id },
      ),
    ),
  ];
}

/** Those who proposed it: its lead, and who proposes it jointly. */
export const authorsOf = (proposal: Proposal): readonly string[] => [proposal.leadProposerId, ...jointProposersOf(proposal)];

/** Everybody who signed it, or what was merged into it. */
export const signersOf = (proposal: Proposal): readonly string[] => [proposal.leadProposerId, ...cosignersOf(proposal)];

/** Whether the member may read the texts of a merge beside each other: who signed any of them, the committee, and who may oversee all. */
export const mayReadMerge = (all: readonly Proposal[], by: Authority): boolean =>
  by.reviews || mayOversee(all, by) || all.some((one) => signersOf(one).includes(by.memberId));

/** A proposal as the facts of a merge name it. */
export const partOf = ({ id, content, docketNo, confidential }: Proposal): MergePart => ({
  proposalId: id,
  subject: confidential ? '' : content.subject,
  docketNo,
});
