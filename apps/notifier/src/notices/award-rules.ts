import type { EventName } from '@plenum/contracts';
import { onlyMembers, unit } from './audience.js';
import type { Rule } from './rule.js';

const list = ({ sessionId }: { readonly sessionId: string }): string => `/awards?session=${sessionId}`;

/** Who is told of an award. */
export const AWARD_RULES = {
  'proposals.award-announced.v1': [
    {
      tell: (e) => (e.kind === 'PROPOSAL' ? [onlyMembers(...e.memberIds)] : []),
      code: 'proposals.proposal-awarded',
      params: async (e, names) => ({ subject: e.subject ?? '', docketNo: e.docketNo ?? '', session: await names.session(e.sessionId) }),
      link: list,
    },
    {
      tell: (e) => [unit(e.unitId)],
      code: 'proposals.unit-awarded',
      params: async (e, names) => ({ unit: await names.unit(e.unitId), session: await names.session(e.sessionId) }),
      link: list,
    },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
