import type { EventData, EventName, NoticeCode } from '@plenum/contracts';
import { onlyMembers, unit } from './audience.js';
import { committee, named, proposal, type Rule, signers } from './rule.js';

type Lapsed = EventData<'proposals.feedback-lapsed.v1'>;

/** What silence comes to, told to those alone who were silent, once. */
const lapsed = <C extends NoticeCode>(code: C, isMeant: (event: Lapsed) => boolean) => ({
  tell: (e: Lapsed) => (isMeant(e) ? [onlyMembers(...e.memberIds)] : []),
  code,
  params: async (e: Lapsed) => named(e),
  link: proposal,
});

/** What follows where a reply is not rated, or found wanting to the last. */
export const FEEDBACK_RULES = {
  'proposals.feedback-lapsed.v1': [
    lapsed('proposals.feedback-left-to-others', ({ isRated }) => isRated),
    lapsed('proposals.feedback-excluded', ({ policy }) => policy === 'exclude'),
    lapsed('proposals.feedback-to-explain', ({ policy }) => policy === 'explain'),
    lapsed('proposals.feedback-deemed-satisfied', ({ policy }) => policy === 'deemed-satisfied'),
  ],
  'proposals.escalation-settled.v1': [
    {
      tell: (e) => [signers(e), unit(e.leadUnitId), ...e.assistingUnitIds.map(unit), onlyMembers(...e.presentIds), committee(e)],
      code: 'proposals.escalation-settled',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), metOn: e.metOn }),
      link: proposal,
    },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
