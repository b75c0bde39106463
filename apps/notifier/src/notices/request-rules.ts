import type { EventData } from '@plenum/contracts';
import type { Audience, Names } from './audience.js';
import { holdersOf, onlyMembers, unit } from './audience.js';

const PARTS_NAMED_MAX = 3;

type RequestMade = EventData<'proposals.request-made.v1'>;
type RequestAnswered = EventData<'proposals.request-answered.v1'>;
type MergeEnded = EventData<'proposals.merge-ended.v1'>;

/** Of a merge everybody hears as a whole: of what is proposed, and what came of it. */
const isToldAsAWhole = ({ kind }: Pick<RequestMade, 'kind'>): boolean => kind === 'merge-consent';

/** Who owes the answer to a request. */
export const owing = (e: Pick<RequestMade, 'kind' | 'memberIds' | 'unitId' | 'ofCommittee' | 'sessionId'>): readonly Audience[] =>
  isToldAsAWhole(e)
    ? []
    : [
        onlyMembers(...e.memberIds),
        unit(e.unitId),
        ...(e.ofCommittee ? [holdersOf('PROPOSALS_COMMITTEE', { sessionId: e.sessionId })] : []),
      ];

/** Who asked, and is answered. */
export const asking = (e: Pick<RequestAnswered, 'kind' | 'askedBy'>): readonly Audience[] =>
  isToldAsAWhole(e) ? [] : [onlyMembers(e.askedBy)];

export const ofRequest = async ({ subject, docketNo, kind }: Pick<RequestMade, 'subject' | 'docketNo' | 'kind'>) => ({
  subject,
  docketNo: docketNo ?? '',
  kind,
});

export const ofRequestMade = async (e: RequestMade, names: Names) => ({
  ...(await ofRequest(e)),
  by: await names.member(e.askedBy),
  reason: e.reason ?? '',
  dueOn: e.dueOn ?? '',
});

export const ofRequestAnswered = async (e: RequestAnswered, names: Names) => ({
  ...(await ofRequest(e)),
  by: e.answeredBy === null ? '' : await names.member(e.answeredBy),
  outcome: e.outcome,
  reason: e.reason ?? '',
});

/** What a merge is about; of many parts the first are named. */
export const ofMerge = async ({ subject, docketNo, parts }: Pick<MergeEnded, 'subject' | 'docketNo' | 'parts'>) => ({
  subject,
  docketNo: docketNo ?? '',
  parts: [...parts.slice(0, PARTS_NAMED_MAX).map((part) => part.subject), ...(parts.length > PARTS_NAMED_MAX ? ['…'] : [])].join(' / '),
  count: parts.length,
});

export const ofMergeEnded = async (e: MergeEnded, names: Names) => ({
  ...(await ofMerge(e)),
  outcome: e.outcome,
  by: e.endedBy === null ? '' : await names.member(e.endedBy),
  reason: e.reason ?? '',
});
