import type { EventName } from '@plenum/contracts';
import { onlyMembers } from './audience.js';
import { proposal, type Rule, signers } from './rule.js';

/** Who is told what of the review by the head of a delegation. */
export const ENDORSEMENT_RULES = {
  'proposals.endorsement-asked.v1': [
    {
      tell: (e) => [onlyMembers(e.headId)],
      code: 'proposals.endorsement-asked',
      // Of a confidential one no proposer is named, either; its page names them.
      params: async (e, names) => ({
        subject: e.subject,
        proposer: e.subject === '' ? '' : await names.member(e.leadProposerId),
        dueOn: e.dueOn,
      }),
      link: proposal,
    },
  ],
  'proposals.endorsement-settled.v1': [
    {
      tell: (e) => [signers(e)],
      code: 'proposals.endorsement-settled',
      params: async ({ subject, outcome, reason }) => ({ subject, outcome, reason: reason ?? '' }),
      link: proposal,
    },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
