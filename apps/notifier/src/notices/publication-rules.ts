import type { EventName } from '@plenum/contracts';
import { onlyMembers } from './audience.js';
import { committee, named, proposal, type Rule, signers } from './rule.js';

/** Who is told what of a publication. */
export const PUBLICATION_RULES = {
  'proposals.disclosure-asked.v1': [
    { tell: (e) => [onlyMembers(e.leadProposerId)], code: 'proposals.disclosure-asked', params: async (e) => named(e), link: proposal },
  ],
  'proposals.disclosure-refused.v1': [
    { tell: (e) => [committee(e)], code: 'proposals.disclosure-refused', params: async (e) => named(e), link: proposal },
  ],
  'proposals.reply-disclosed.v1': [
    { tell: (e) => [signers(e)], code: 'proposals.reply-disclosed', params: async (e) => named(e), link: proposal },
  ],
  'proposals.disclosure-withdrawn.v1': [
    {
      tell: (e) => [signers(e)],
      code: 'proposals.disclosure-withdrawn',
      params: async (e) => ({ ...named(e), reason: e.reason }),
      link: proposal,
    },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
