import type { EventData, EventName } from '@plenum/contracts';
import { type Names, onlyMembers, unit } from './audience.js';
import type { Rule } from './rule.js';

const list = ({ sessionId }: { readonly sessionId: string }): string => `/awards?session=${sessionId}`;

const ofProposal = async (e: EventData<'proposals.award-announced.v1'>, names: Names) => ({
  subject: e.subject ?? '',
  docketNo: e.docketNo ?? '',
  session: await names.session(e.sessionId),
});

/** Who is told of an award. */
export const AWARD_RULES = {
  'proposals.award-announced.v1': [
    {
      tell: (e) => (e.kind === 'PROPOSAL' ? [onlyMembers(...e.memberIds)] : []),
      code: 'proposals.proposal-awarded',
      params: ofProposal,
      link: list,
    },
    {
      tell: (e) => [unit(e.unitId)],
      code: 'proposals.unit-awarded',
      params: async (e, names) => ({ unit: await names.unit(e.unitId), session: await names.session(e.sessionId) }),
      link: list,
    },
  ],
  // A ballot names proposals: no unit loses an award by it.
  'proposals.award-withdrawn.v1': [
    { tell: (e) => [onlyMembers(...e.memberIds)], code: 'proposals.award-withdrawn', params: ofProposal, link: list },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
