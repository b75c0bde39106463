import type { EventData, EventName } from '@plenum/contracts';
import { type Audience, holdersOf, onlyMembers, unit } from './audience.js';
import type { Rule } from './rule.js';

/** What every event about an opinion tells. */
export interface OfOpinion {
  readonly opinionId: string;
  readonly number: string;
  readonly subject: string;
}
type Decided = EventData<'proposals.opinion-decided.v1'>;

const opinion = ({ opinionId }: OfOpinion): string => `/opinions/${opinionId}`;
const named = async ({ subject, number }: OfOpinion) => ({ subject, docketNo: number });
/** The committee that empties the box. */
const committee = ({ sessionId }: { readonly sessionId: string | null }): Audience =>
  holdersOf('PROPOSALS_COMMITTEE', sessionId === null ? {} : { sessionId });
const suggester = ({ suggesterId }: { readonly suggesterId: string }): Audience => onlyMembers(suggesterId);
const of = (outcome: Decided['outcome']) => (e: Decided) => (e.outcome === outcome ? [suggester(e)] : []);

/** Who is told what of an opinion: whose it is nobody is told. */
export const OPINION_RULES = {
  'proposals.opinion-received.v1': [{ tell: (e) => [committee(e)], code: 'proposals.opinion-to-decide', params: named, link: opinion }],
  'proposals.opinion-decided.v1': [
    { tell: of('ACCEPTED'), code: 'proposals.opinion-accepted', params: named, link: opinion },
    { tell: of('ROUTED'), code: 'proposals.opinion-with-unit', params: named, link: opinion },
    { tell: of('HINT'), code: 'proposals.opinion-kept-as-hint', params: named, link: opinion },
    {
      tell: of('DECLINED'),
      code: 'proposals.opinion-declined',
      params: async (e) => ({ ...(await named(e)), reason: e.reason ?? '' }),
      link: opinion,
    },
  ],
  'proposals.opinion-routed.v1': [
    {
      tell: (e) => [unit(e.unitId)],
      code: 'proposals.opinion-to-answer',
      params: async (e) => ({ ...(await named(e)), dueOn: e.dueOn }),
      link: opinion,
    },
  ],
  'proposals.opinion-replied.v1': [{ tell: (e) => [suggester(e)], code: 'proposals.opinion-replied', params: named, link: opinion }],
  'proposals.opinion-judged.v1': [{ tell: (e) => [committee(e)], code: 'proposals.opinion-judged', params: named, link: opinion }],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
