import type { EventData, EventName } from '@plenum/contracts';
import type { Audience, Names } from './audience.js';
import { onlyMembers, unit } from './audience.js';
import { committee, proposal, type Rule } from './rule.js';

const PARTS_NAMED_MAX = 3;

type RequestMade = EventData<'proposals.request-made.v1'>;
type RequestAnswered = EventData<'proposals.request-answered.v1'>;
type MergeEnded = EventData<'proposals.merge-ended.v1'>;

/** Of a merge everybody hears as a whole: of what is proposed, and what came of it. */
const isToldAsAWhole = ({ kind }: Pick<RequestMade, 'kind'>): boolean => kind === 'merge-consent';
/** What the committee makes of it is told to everybody who signed, as any decision on it. */
const isToldAsDecision = ({ kind }: Pick<RequestMade, 'kind'>): boolean => kind === 'reconsideration';

/** Who owes the answer to a request. */
const owing = (e: Pick<RequestMade, 'kind' | 'memberIds' | 'unitId' | 'ofCommittee' | 'sessionId'>): readonly Audience[] =>
  isToldAsAWhole(e) ? [] : [onlyMembers(...e.memberIds), unit(e.unitId), ...(e.ofCommittee ? [committee(e)] : [])];

/** Who asked, and is answered. */
const asking = (e: Pick<RequestAnswered, 'kind' | 'askedBy'>): readonly Audience[] =>
  isToldAsAWhole(e) || isToldAsDecision(e) ? [] : [onlyMembers(e.askedBy)];

const ofRequest = async ({ subject, docketNo, kind }: Pick<RequestMade, 'subject' | 'docketNo' | 'kind'>) => ({
  subject,
  docketNo: docketNo ?? '',
  kind,
});

const ofRequestMade = async (e: RequestMade, names: Names) => ({
  ...(await ofRequest(e)),
  by: await names.member(e.askedBy),
  reason: e.reason ?? '',
  dueOn: e.dueOn ?? '',
});

const ofRequestAnswered = async (e: RequestAnswered, names: Names) => ({
  ...(await ofRequest(e)),
  by: e.answeredBy === null ? '' : await names.member(e.answeredBy),
  outcome: e.outcome,
  reason: e.reason ?? '',
});

/** What a merge is about; of many parts the first are named. */
const ofMerge = async ({ subject, docketNo, parts }: Pick<MergeEnded, 'subject' | 'docketNo' | 'parts'>) => ({
  subject,
  docketNo: docketNo ?? '',
  parts: [...parts.slice(0, PARTS_NAMED_MAX).map((part) => part.subject), ...(parts.length > PARTS_NAMED_MAX ? ['…'] : [])].join(' / '),
  count: parts.length,
});

const ofMergeEnded = async (e: MergeEnded, names: Names) => ({
  ...(await ofMerge(e)),
  outcome: e.outcome,
  by: e.endedBy === null ? '' : await names.member(e.endedBy),
  reason: e.reason ?? '',
});

/** Who is told what of requests, and of the merging of proposals. */
export const REQUEST_RULES = {
  'proposals.request-made.v1': [{ tell: owing, code: 'proposals.request-made', params: ofRequestMade, link: proposal }],
  'proposals.request-answered.v1': [{ tell: asking, code: 'proposals.request-answered', params: ofRequestAnswered, link: proposal }],
  'proposals.request-taken-back.v1': [{ tell: owing, code: 'proposals.request-taken-back', params: ofRequest, link: proposal }],
  'proposals.merge-proposed.v1': [
    {
      tell: (e) => [onlyMembers(...e.memberIds)],
      code: 'proposals.merge-proposed',
      params: async (e) => ({ ...(await ofMerge(e)), reason: e.reason ?? '', dueOn: e.dueOn ?? '' }),
      link: (e) => `${proposal(e)}/merging`,
    },
  ],
  'proposals.merge-ended.v1': [
    {
      tell: (e) => [onlyMembers(...e.memberIds), committee(e)],
      code: 'proposals.merge-ended',
      params: ofMergeEnded,
      link: () => '/proposals',
    },
  ],
  'proposals.proposals-merged.v1': [
    { tell: (e) => [onlyMembers(...e.memberIds), committee(e)], code: 'proposals.proposals-merged', params: ofMerge, link: proposal },
  ],
  'proposals.merge-undone.v1': [
    {
      tell: (e) => [onlyMembers(...e.memberIds), committee(e)],
      code: 'proposals.merge-undone',
      params: async (e) => ({ ...(await ofMerge(e)), reason: e.reason }),
      link: () => '/proposals',
    },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
