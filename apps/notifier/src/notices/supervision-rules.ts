import type { EventData, EventName } from '@plenum/contracts';
import { type Names, onlyMembers, unit } from './audience.js';
import { committee, named, proposal, type Rule, signers } from './rule.js';

const ofVisit = async (e: EventData<'proposals.visit-logged.v1'>, names: Names) => ({
  ...named(e),
  member: await names.member(e.memberId),
});

/** Who is told what of how a matter is looked after. */
export const SUPERVISION_RULES = {
  'proposals.key-matter-set.v1': [
    {
      tell: (e) => [unit(e.leadUnitId), ...e.assistingUnitIds.map(unit), signers(e), committee(e)],
      code: 'proposals.key-matter-set',
      params: async (e) => ({ ...named(e), reason: e.reason }),
      link: proposal,
    },
  ],
  'proposals.case-owner-named.v1': [
    { tell: (e) => [onlyMembers(e.memberId)], code: 'proposals.case-owner-named', params: async (e) => named(e), link: proposal },
  ],
  'proposals.visit-logged.v1': [
    { tell: (e) => (e.byProposer ? [committee(e)] : [signers(e)]), code: 'proposals.visit-logged', params: ofVisit, link: proposal },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
