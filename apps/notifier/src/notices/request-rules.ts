import type { EventData, EventName } from '@plenum/contracts';
import type { Audience, Names } from './audience.js';
import { holdersOf, onlyMembers, unit } from './audience.js';
import { committee, inUnit, named, proposal, type Rule, signers } from './rule.js';

const PARTS_NAMED_MAX = 3;

type RequestMade = EventData<'proposals.request-made.v1'>;
type RequestAnswered = EventData<'proposals.request-answered.v1'>;
type MergeEnded = EventData<'proposals.merge-ended.v1'>;

/** Of a merge everybody hears as a whole: of what is proposed, and what came of it. */
const isToldAsAWhole = ({ kind }: Pick<RequestMade, 'kind'>): boolean => kind === 'merge-consent';
/** What the committee makes of it is told to everybody who signed, as any decision on it. */
const isToldAsDecision = ({ kind }: Pick<RequestMade, 'kind'>): boolean => kind === 'reconsideration';

/** Who owes the answer to a request. */
const owing = (
  e: Pick<RequestMade, 'kind' | 'memberIds' | 'unitId' | 'ofCommittee' | 'headOfUnitId' | 'leaderOfUnitId' | 'sessionId'>,
): readonly Audience[] =>
  isToldAsAWhole(e) ? [] : [onlyMembers(...e.memberIds), unit(e.unitId), ...signatories(e), ...(e.ofCommittee ? [committee(e)] : [])];

/** The head of a unit alone, or its leader in charge. */
const signatories = ({ headOfUnitId, leaderOfUnitId }: Pick<RequestMade, 'headOfUnitId' | 'leaderOfUnitId'>): readonly Audience[] => [
  ...(headOfUnitId ? [holdersOf('UNIT_HEAD', { unitId: headOfUnitId })] : []),
  ...(leaderOfUnitId ? [holdersOf('LEADER_IN_CHARGE', { unitId: leaderOfUnitId })] : []),
];

/**
 * Who asked, and is answered: all who answer for the unit where it asked. Whose assignment was taken away hears that instead, and who has
 * just asked the unit's people for an answer is its proposer.
 */
function asking(e: RequestAnswered): readonly Audience[] {
  if (isToldAsAWhole(e) || isToldAsDecision(e)) return [];
  if (e.kind === 'routing-objection' || e.aboutUnitId === undefined) return [onlyMembers(e.askedBy)];
  return e.outcome === 'REASSIGNED' ? [] : [unit(e.aboutUnitId)];
}

/** Whose desk it is read on: who answers for the unit that asked has one of their own. */
const whereAsked = (e: RequestAnswered): string =>
  e.aboutUnitId === undefined || e.kind === 'routing-objection' ? proposal(e) : inUnit(e);

const ofRequest = async ({ subject, docketNo, kind }: Pick<RequestMade, 'subject' | 'docketNo' | 'kind'>) => ({
  subject,
  docketNo: docketNo ?? '',
  kind,
});

/** The unit whose people ask; nobody by name where that is the proposer of a confidential one. */
async function askedBy({ subject, kind, askedBy: memberId, aboutUnitId }: RequestMade, names: Names): Promise<string> {
  if (aboutUnitId !== undefined && kind !== 'routing-objection') return names.unit(aboutUnitId);
  return subject === '' ? '' : names.member(memberId);
}

const ofRequestMade = async (e: RequestMade, names: Names) => ({
  ...(await ofRequest(e)),
  by: await askedBy(e, names),
  reason: e.reason ?? '',
  dueOn: e.dueOn ?? '',
});

const ofRequestAnswered = async (e: RequestAnswered, names: Names) => ({
  ...(await ofRequest(e)),
  // Of a confidential one nobody is named: it might be its proposer.
  by: e.answeredBy === null || e.subject === '' ? '' : await names.member(e.answeredBy),
  outcome: e.outcome,
  reason: e.reason ?? '',
  replyDueOn: e.kind === 'routing-objection' ? '' : (e.replyDueOn ?? ''),
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
  'proposals.request-answered.v1': [{ tell: asking, code: 'proposals.request-answered', params: ofRequestAnswered, link: whereAsked }],
  'proposals.request-taken-back.v1': [{ tell: owing, code: 'proposals.request-taken-back', params: ofRequest, link: proposal }],
  'proposals.assignment-taken-away.v1': [
    { tell: (e) => [unit(e.unitId)], code: 'proposals.assignment-taken-away', params: async (e) => named(e), link: () => '/unit' },
  ],
  'proposals.assisting-unit-added.v1': [
    {
      tell: (e) => [unit(e.unitId)],
      code: 'proposals.proposal-to-assist',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), dueOn: e.dueOn ?? '' }),
      link: proposal,
    },
    {
      tell: (e) => [signers(e)],
      code: 'proposals.assisting-unit-added',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.unitId) }),
      link: proposal,
    },
  ],
  'proposals.due-date-moved.v1': [
    {
      // The lead unit hears the day with the answer to what it asked.
      tell: (e) => [...e.assistingUnitIds.map(unit), signers(e)],
      code: 'proposals.due-date-moved',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), dueOn: e.dueOn, before: e.before }),
      link: proposal,
    },
  ],
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
