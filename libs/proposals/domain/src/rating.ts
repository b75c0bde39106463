import { type Change, type Proposal, changed, latestReply } from './proposal.js';
import { ProposalErrors } from './proposal.errors.js';
import { type PolicyContext, type Policy, assertAllowed } from './policy.js';
import { type Authority, leadProposer } from './authority.js';
import type { RatingGrade } from './vocabulary.js';

/** How the proposer found the handling: the attitude and the result, each on its own (DOMAIN 1.10). */
export interface Judgement {
  readonly attitude: RatingGrade;
  readonly result: RatingGrade;
  readonly comment: string | null;
}

export const RATE: Policy = {
  action: 'rate',
  who: leadProposer,
  from: ['REPLIED'],
  precondition: ({ track }) => (track === 'SUGGESTION' ? ProposalErrors.suggestionNotRated() : null),
};

/**
 * The lead proposer rates the latest reply, once. @throws `proposals.not-the-lead-proposer`, `proposals.wrong-state`,
 * `proposals.suggestion-not-rated`
 */
export function rate(proposal: Proposal, by: Authority, { attitude, result, comment }: Judgement, context: PolicyContext): Change {
  assertAllowed(RATE, proposal, by, context);
  const { round } = latestReply(proposal)!;
  const rating = { attitude, result, comment: comment?.trim() || null, at: context.at };
  const replies = proposal.replies.map((one) => (one.round === round ? { ...one, rating } : one));
  return changed(
    proposal,
    { state: 'RATED', replies },
    { type: 'ProposalRated', round },
    { type: 'DeadlineMet', matter: 'feedback', round },
  );
}
