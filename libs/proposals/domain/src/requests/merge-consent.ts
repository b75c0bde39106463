import { MalformedError } from '@plenum/kernel';
import { assertEquallyOpen, assertMergeable, authorsOf, merge, MERGEABLE, partOf, unassigned } from '../merging/merging.js';
import { committee } from '../proposal/authority.js';
import { changed, type Proposal } from '../proposal/proposal.js';
import type { MergeEvent } from '../proposal/proposal.events.js';
import { ProposalErrors } from '../vocabulary/proposal.errors.js';
import { takenBack } from './answering.js';
import type { ConcernedProposals, Effect, Request, Wish } from './request.js';
import type { RequestRule } from './request-rule.js';

/** How many are merged at once at most: more authors than that are asked in several goes. */
const MERGED_MAX = 20;
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The committee asks every author, of the master and of what is to be merged into it, to consent to the merge (并案). When all have, it
 * comes about; when one refuses, or says nothing where silence is no consent, it comes to nothing and may be proposed again.
 */
export const MERGE_CONSENT: RequestRule = {
  action: 'merge-consent',
  who: committee,
  from: MERGEABLE,
  precondition: ({ proposal }) => unassigned('merge-consent', proposal),
  readWish: (sent) => ({ childIds: childIdsIn(sent) }),
  concerns: (wish) => childIdsOf(wish),
  askings: (master, wish, concerned) => {
    const { children } = partsOf(wish, concerned);
    assertMergeable(master, children);
    assertEquallyOpen(master, children);
    return [master, ...children].map((proposal) => ({ proposal, owedBy: { who: 'lead-proposer' } as const }));
  },
  due: ({ call }) => call.settings.mergeConsentWithin,
  isReasonAsked: true,
  outcomes: ['CONSENTED', 'REFUSED'],
  reasonedOutcomes: ['REFUSED'],
  silence: ({ call }) => (call.settings.mergeSilence === 'consents' ? 'CONSENTED' : 'LAPSED'),
  isClockStopped: false,
  blocks: ['withdraw', 'review', 'assign', 'undo-merge', 'merge-consent'],
  isOpenTo: (_request, concerned, by) => [...concerned.values()].some((proposal) => authorsOf(proposal).includes(by.memberId)),
  onAsked: (_asked, requests, concerned) => {
    const [{ asked, dueOn }] = requests as readonly [Request, ...Request[]];
    return ofMerge('propose-merge', asked.wish, concerned, { type: 'MergeProposed', reason: asked.reason, dueOn });
  },
  onAnswered: ({ settled, batch, concerned }, by, context) => {
    const { outcome, reason } = settled.answered!;
    if (outcome !== 'CONSENTED') {
      const ended = { type: 'MergeEnded', outcome: outcome as 'REFUSED' | 'LAPSED', reason, by: by?.memberId ?? null } as const;
      return { requests: takenBack(batch, concerned), proposals: [ofMerge('end-merge', settled.asked.wish, concerned, ended)] };
    }
    if (batch.some(({ answered }) => answered?.outcome !== 'CONSENTED')) return null;
    const { master, children } = partsOf(settled.asked.wish, concerned);
    return { requests: [], proposals: merge(master, children, context).map((change) => ({ ...change, action: 'merge-proposals' })) };
  },
  onTakenBack: ({ settled, concerned }, by) => {
    const ended = { type: 'MergeEnded', outcome: 'CALLED_OFF', reason: null, by: by.memberId } as const;
    return [ofMerge('end-merge', settled.asked.wish, concerned, ended)];
  },
};

type Proposed = Omit<Extract<MergeEvent, { readonly type: 'MergeProposed' }>, 'parts' | 'memberIds'>;
type Ended = Omit<Extract<MergeEvent, { readonly type: 'MergeEnded' }>, 'parts' | 'memberIds'>;

/** What is noted on the master of a merge on its way, and told to the lead proposers, who are asked. */
function ofMerge(action: string, wish: Wish, concerned: ConcernedProposals, event: Proposed | Ended): Effect {
  const { master, children } = partsOf(wish, concerned);
  const memberIds = [...new Set([master, ...children].map(({ leadProposerId }) => leadProposerId))];
  return { action, ...changed(master, {}, { ...event, parts: children.map(partOf), memberIds }) };
}

/** What is to be merged into what: the one proposal concerned that is no child is the master. */
function partsOf(wish: Wish, concerned: ConcernedProposals): { readonly master: Proposal; readonly children: readonly Proposal[] } {
  const childIds = childIdsOf(wish);
  const master = [...concerned.values()].find(({ id }) => !childIds.includes(id));
  const children = childIds.flatMap((id) => concerned.get(id) ?? []);
  if (!master)
    throw ProposalErrors.cannotBeMerged(
      'itself',
      children.map(({ content }) => content.subject),
    );
  return { master, children };
}

const childIdsOf = (wish: Wish): readonly string[] => wish['childIds'] as readonly string[];

function childIdsIn(sent: unknown): readonly string[] {
  const childIds = (sent as { readonly childIds?: unknown } | null)?.childIds;
  if (!Array.isArray(childIds) || childIds.length === 0) throw new MalformedError([{ field: 'wish.childIds', reason: 'not-a-list' }]);
  if (childIds.length > MERGED_MAX) throw new MalformedError([{ field: 'wish.childIds', reason: 'too-many' }]);
  const stray = childIds.findIndex((id) => typeof id !== 'string' || !ID.test(id));
  if (stray >= 0) throw new MalformedError([{ field: `wish.childIds.${stray}`, reason: 'not-an-id' }]);
  return [...new Set(childIds as readonly string[])];
}
