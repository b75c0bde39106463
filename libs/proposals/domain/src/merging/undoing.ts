import { committee } from '../proposal/authority.js';
import type { Authority } from '../proposal/authority.js';
import { assertAllowed, type Policy, type PolicyContext } from '../proposal/policy.js';
import { type Change, changed, type Proposal } from '../proposal/proposal.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import type { ProposalState } from '../vocabulary/vocabulary.js';
import { proposalState } from '../proposal/matter.js';
import { MERGEABLE, partOf, signersOf, unassigned } from './merging.js';

/** Also while its lead, or the presidium, is to act on it: what was merged into it does not wait for who may never do so. */
const UNDOABLE: readonly ProposalState[] = [...MERGEABLE, 'RETURNED', 'PRESIDIUM'];

export const UNDO_MERGE: Policy = {
  action: 'undo-merge',
  who: committee,
  from: UNDOABLE,
  precondition: (proposal) => unassigned('undo-merge', proposal) ?? (proposal.merged.length > 0 ? null : ProposalErrors.nothingMerged()),
};

/**
 * Takes the merge into this proposal back, with a reason: what was merged is again where it was, and everybody who signed any of them is
 * told, once. It may be merged again. `children` are the proposals that were merged into it.
 * @throws `proposals.not-the-committee`, `proposals.wrong-state`, `proposals.nothing-merged`, `proposals.reason-required`
 */
export function undoMerge(
  master: Proposal,
  children: readonly Proposal[],
  by: Authority,
  reason: string,
  context: PolicyContext,
): readonly Change[] {
  assertAllowed(UNDO_MERGE, master, by, context);
  const given = reason.trim();
  if (given === '') throw ProposalErrors.reasonRequired();
  const told = { parts: children.map(partOf), reason: given, memberIds: signersOf(master) };
  return [
    changed(master, { merged: [] }, { type: 'MergeUndone', ...told }),
    ...children.map((child) => {
      const state = child.mergedInto!.from;
      return changed(child, { state: proposalState(state), mergedInto: null }, { type: 'ProposalBroughtBack', masterId: master.id, state });
    }),
  ];
}
