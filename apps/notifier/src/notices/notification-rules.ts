import type { EventData, EventName } from '@plenum/contracts';
import { type Audience, everybodyIn, holdersOf, type Names, onlyMembers, unit } from './audience.js';
import { BALLOT_RULES } from './ballot-rules.js';
import { COMMITMENT_RULES } from './commitment-rules.js';
import { FEEDBACK_RULES } from './feedback-rules.js';
import { ENDORSEMENT_RULES } from './endorsement-rules.js';
import { PUBLICATION_RULES } from './publication-rules.js';
import { AWARD_RULES } from './award-rules.js';
import { OPINION_RULES } from './opinion-rules.js';
import { REQUEST_RULES } from './request-rules.js';
import { SUPERVISION_RULES } from './supervision-rules.js';
import { committee, inUnit, named, type OfProposal, proposal, type Rule, signers } from './rule.js';

const home = (): string => '/';

const ofSigner = async (
  { subject, memberId, seconders }: { readonly subject: string; readonly memberId: string; readonly seconders: number },
  names: Names,
) => ({ subject, member: await names.member(memberId), seconders });
/** Nobody by name of a confidential one, of which no subject is told either. */
const proposerOf = async ({ subject, leadProposerId }: { readonly subject: string; readonly leadProposerId: string }, names: Names) =>
  subject === '' ? '' : names.member(leadProposerId);
const ofWithdrawal = async (e: OfProposal & { readonly leadProposerId: string; readonly reason: string }, names: Names) => ({
  ...named(e),
  proposer: await proposerOf(e, names),
  reason: e.reason,
});
const ofReply = async (e: EventData<'proposals.proposal-replied.v1'>, names: Names) => ({
  ...named(e),
  unit: await names.unit(e.leadUnitId),
  feedbackDueOn: e.feedbackDueOn ?? '',
});
const inSession = async ({ sessionId }: { readonly sessionId: string }, names: Names) => ({ session: await names.session(sessionId) });
const ofAgenda = ({ sessionId }: { readonly sessionId: string }): string => `/sessions/${sessionId}/agenda`;
const organisers = ({ sessionId }: { readonly sessionId: string }): Audience => holdersOf(['PRESIDIUM', 'SECRETARIAT'], { sessionId });
const presidium = ({ sessionId }: { readonly sessionId: string }): Audience => holdersOf('PRESIDIUM', { sessionId });

/**
 * Who is told what, for each event. A person is told once for an event: by the first rule that reaches them.
 * Ratings are not told to the handling unit, and nobody is told how anybody voted.
 */
export const NOTIFICATION_RULES = {
  'congress.session-opened.v1': [
    { tell: (e) => [everybodyIn(e.sessionId)], code: 'congress.session-opened', params: inSession, link: home },
  ],
  'congress.session-closed.v1': [
    { tell: (e) => [everybodyIn(e.sessionId)], code: 'congress.session-closed', params: inSession, link: home },
  ],
  'congress.agenda-agreed.v1': [
    {
      tell: (e) => [everybodyIn(e.sessionId)],
      code: 'congress.agenda-agreed',
      params: async (e, names) => ({ ...(await inSession(e, names)), items: e.items }),
      link: ofAgenda,
    },
  ],
  'congress.agenda-adopted.v1': [
    {
      tell: (e) => [everybodyIn(e.sessionId)],
      code: 'congress.agenda-adopted',
      params: async (e, names) => ({ ...(await inSession(e, names)), items: e.items.length }),
      link: ofAgenda,
    },
  ],
  'congress.delegate-seated.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'congress.delegate-seated',
      params: async (e, names) => ({ ...(await inSession(e, names)), kind: e.kind }),
      link: home,
    },
  ],
  'congress.delegate-unseated.v1': [
    { tell: (e) => [onlyMembers(e.memberId)], code: 'congress.delegate-unseated', params: inSession, link: home },
  ],
  'congress.office-assigned.v1': [
    { tell: (e) => [onlyMembers(e.memberId)], code: 'congress.office-assigned', params: async ({ office }) => ({ office }), link: home },
  ],

  'congress.sign-in-locked.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId), holdersOf('SECRETARIAT', {})],
      code: 'congress.sign-in-locked',
      params: async (e, names) => ({ member: await names.member(e.memberId) }),
      link: () => '/account',
    },
  ],
  'congress.sign-in-unlocked.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'congress.sign-in-unlocked',
      params: async () => ({}),
      link: () => '/account',
      isAboutAccount: true,
    },
  ],
  'congress.sign-in-code-given.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'congress.sign-in-code-given',
      params: async (e, names) => ({ by: e.givenBy === null ? '' : await names.member(e.givenBy) }),
      link: () => '/account',
      isAboutAccount: true,
    },
  ],
  'congress.account-reset.v1': [
    {
      tell: (e) => (e.isFirst ? [onlyMembers(e.memberId)] : []),
      code: 'congress.first-password-set',
      params: async () => ({}),
      link: () => '/account',
      isAboutAccount: true,
    },
  ],
  'congress.password-set.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'congress.password-set',
      params: async () => ({}),
      link: () => '/account',
      isAboutAccount: true,
    },
  ],
  'congress.mail-changed.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'congress.mail-changed',
      params: async (e, names) => ({ by: e.changedBy === null ? '' : await names.member(e.changedBy) }),
      link: () => '/account',
      isAboutAccount: true,
      addresses: ({ memberId, former, current }) => ({ memberId, former, current }),
    },
  ],
  'congress.mobile-changed.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'congress.mobile-changed',
      params: async (e, names) => ({ by: e.changedBy === null ? '' : await names.member(e.changedBy) }),
      link: () => '/account',
      isAboutAccount: true,
    },
  ],

  'proposals.call-opened.v1': [
    {
      tell: (e) => (e.closesAt === null ? [] : [everybodyIn(e.sessionId)]),
      code: 'proposals.call-opened',
      params: async (e, names) => ({ ...(await inSession(e, names)), closesAt: e.closesAt ?? '' }),
      link: () => '/proposals/new',
    },
    {
      tell: (e) => (e.closesAt === null ? [everybodyIn(e.sessionId)] : []),
      code: 'proposals.call-opened-all-year',
      params: inSession,
      link: () => '/proposals/new',
    },
  ],
  'proposals.call-extended.v1': [
    {
      tell: (e) => (e.closesAt === null ? [] : [everybodyIn(e.sessionId)]),
      code: 'proposals.call-extended',
      params: async (e, names) => ({ ...(await inSession(e, names)), closesAt: e.closesAt ?? '' }),
      link: () => '/proposals/new',
    },
    {
      tell: (e) => (e.closesAt === null ? [everybodyIn(e.sessionId)] : []),
      code: 'proposals.call-extended-all-year',
      params: inSession,
      link: () => '/proposals/new',
    },
  ],
  'proposals.call-closed.v1': [
    { tell: (e) => [everybodyIn(e.sessionId)], code: 'proposals.call-closed', params: inSession, link: () => '/proposals' },
  ],
  'proposals.seconder-invited.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'proposals.seconder-invited',
      params: async (e, names) => ({ subject: e.subject, proposer: await names.member(e.leadProposerId) }),
      link: proposal,
      occasion: (e) => `invited:${e.leadProposerId}`,
    },
  ],
  'proposals.text-changed.v1': [
    {
      tell: (e) => [onlyMembers(...e.memberIds)],
      code: 'proposals.seconding-to-confirm',
      params: async (e, names) => ({ subject: e.subject, proposer: await names.member(e.leadProposerId) }),
      link: proposal,
      occasion: (e) => `changed:${e.leadProposerId}`,
    },
  ],
  'proposals.proposal-seconded.v1': [
    {
      tell: (e) => [onlyMembers(e.leadProposerId)],
      code: 'proposals.proposal-seconded',
      params: async (e, names) => ({ subject: e.subject, seconder: await names.member(e.memberId), seconders: e.seconders }),
      link: proposal,
      occasion: (e) => `seconded:${e.memberId}`,
    },
  ],
  'proposals.seconding-declined.v1': [
    {
      tell: (e) => (e.hadSigned ? [] : [onlyMembers(e.leadProposerId)]),
      code: 'proposals.seconding-declined',
      params: ofSigner,
      link: proposal,
      occasion: (e) => `declined:${e.memberId}`,
    },
    {
      tell: (e) => (e.hadSigned ? [onlyMembers(e.leadProposerId)] : []),
      code: 'proposals.seconding-taken-back',
      params: ofSigner,
      link: proposal,
      occasion: (e) => `declined:${e.memberId}`,
    },
  ],
  'proposals.proposal-withdrawn.v1': [
    { tell: (e) => [unit(e.leadUnitId)], code: 'proposals.proposal-withdrawn', params: ofWithdrawal, link: inUnit },
    {
      tell: (e) => [
        onlyMembers(...e.seconderIds, ...e.invitedIds),
        ...e.assistingUnitIds.map(unit),
        ...(e.wasSubmitted ? [committee(e)] : []),
      ],
      code: 'proposals.proposal-withdrawn',
      params: ofWithdrawal,
      link: proposal,
    },
  ],
  'proposals.lead-taken.v1': [
    {
      tell: (e) => [signers(e), committee(e)],
      code: 'proposals.lead-taken',
      params: async (e, names) => ({
        ...named(e),
        proposer: await names.member(e.leadProposerId),
        former: await names.member(e.formerLeadId),
      }),
      link: proposal,
    },
  ],
  'proposals.proposal-entered.v1': [
    {
      tell: (e) => [signers(e)],
      code: 'proposals.proposal-entered',
      params: async (e, names) => ({ subject: e.subject, by: await names.member(e.enteredBy), receivedOn: e.receivedOn }),
      link: proposal,
    },
  ],
  'proposals.proposal-submitted.v1': [
    { tell: (e) => [signers(e)], code: 'proposals.proposal-submitted', params: async ({ subject }) => ({ subject }), link: proposal },
    {
      tell: (e) => [committee(e)],
      code: 'proposals.proposal-to-review',
      params: async (e, names) => ({ subject: e.subject, proposer: await names.member(e.leadProposerId) }),
      link: () => '/board',
    },
  ],
  'proposals.proposal-reviewed.v1': [
    {
      tell: (e) => [signers(e)],
      code: 'proposals.proposal-reviewed',
      // An outcome and an office of the same name: words are looked up by the name alone.
      params: async (e) => ({
        ...named(e),
        outcome: e.outcome === 'PRESIDIUM' ? 'TO_PRESIDIUM' : e.outcome,
        reason: e.reason ?? '',
      }),
      link: proposal,
    },
    {
      tell: (e) => (e.outcome === 'PRESIDIUM' ? [presidium(e)] : []),
      code: 'proposals.proposal-to-decide',
      params: async (e, names) => ({ subject: e.subject, proposer: await proposerOf(e, names), reason: e.reason ?? '' }),
      link: proposal,
    },
  ],
  'proposals.motion-proposed.v1': [
    {
      tell: (e) => [signers(e), committee(e)],
      code: 'proposals.motion-proposed',
      params: async (e) => ({ subject: e.subject, reason: e.reason ?? '' }),
      link: proposal,
    },
    {
      tell: (e) => [organisers(e)],
      code: 'proposals.motion-to-vote',
      params: async (e, names) => ({ subject: e.subject, proposer: await proposerOf(e, names), reason: e.reason ?? '' }),
      link: proposal,
    },
  ],
  'proposals.presidium-decided.v1': [
    {
      tell: (e) => (e.byVote ? [] : [signers(e), committee(e)]),
      code: 'proposals.presidium-decided',
      params: async (e) => ({ ...named(e), outcome: e.isFiled ? 'FILED' : 'NOT_FILED', reason: e.reason ?? '' }),
      link: proposal,
    },
    {
      tell: (e) => (e.byVote ? [signers(e), committee(e)] : []),
      code: 'proposals.congress-decided',
      params: async (e) => ({ ...named(e), outcome: e.isFiled ? 'FILED' : 'NOT_FILED' }),
      link: proposal,
    },
  ],
  'proposals.proposal-assigned.v1': [
    {
      tell: (e) => [unit(e.leadUnitId)],
      code: 'proposals.proposal-to-handle',
      params: async (e) => ({ ...named(e), dueOn: e.dueOn ?? '' }),
      link: inUnit,
    },
    {
      tell: (e) => e.assistingUnitIds.map(unit),
      code: 'proposals.proposal-to-assist',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), dueOn: e.dueOn ?? '' }),
      link: proposal,
    },
    {
      tell: (e) => [signers(e)],
      code: 'proposals.proposal-assigned',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), dueOn: e.dueOn ?? '' }),
      link: proposal,
    },
  ],
  'proposals.proposal-replied.v1': [
    {
      tell: (e) => (e.round === 1 ? [signers(e)] : []),
      code: 'proposals.proposal-replied',
      params: ofReply,
      link: proposal,
    },
    {
      tell: (e) => (e.round === 1 ? [] : [signers(e)]),
      code: 'proposals.proposal-replied-again',
      params: async (e, names) => ({ ...(await ofReply(e, names)), round: String(e.round) }),
      link: proposal,
    },
  ],
  'proposals.proposal-rated.v1': [
    {
      tell: (e) => (e.round === 1 ? [committee(e)] : []),
      code: 'proposals.proposal-rated',
      params: async (e) => named(e),
      link: proposal,
    },
    {
      tell: (e) => (e.round === 1 ? [] : [committee(e)]),
      code: 'proposals.proposal-rated-again',
      params: async (e) => ({ ...named(e), round: String(e.round) }),
      link: proposal,
    },
  ],
  'proposals.proposal-reopened.v1': [
    {
      tell: (e) => [unit(e.leadUnitId)],
      code: 'proposals.proposal-to-handle-again',
      params: async (e) => ({ ...named(e), dueOn: e.dueOn }),
      link: inUnit,
    },
    {
      tell: (e) => [...e.assistingUnitIds.map(unit), signers(e), committee(e)],
      code: 'proposals.proposal-reopened',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), dueOn: e.dueOn }),
      link: proposal,
    },
  ],
  'proposals.handling-escalated.v1': [
    {
      tell: (e) => [committee(e)],
      code: 'proposals.handling-escalated',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), round: String(e.round) }),
      link: proposal,
    },
  ],
  ...FEEDBACK_RULES,
  'proposals.due-date-settled.v1': [
    {
      tell: (e) => [unit(e.leadUnitId), ...e.assistingUnitIds.map(unit), signers(e), committee(e)],
      code: 'proposals.due-date-settled',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), dueOn: e.dueOn, before: e.before }),
      link: proposal,
    },
  ],
  'proposals.due-date-fixed.v1': [
    {
      tell: (e) => [unit(e.leadUnitId), ...e.assistingUnitIds.map(unit), signers(e), committee(e)],
      code: 'proposals.due-date-fixed',
      params: async (e, names) => ({ ...named(e), unit: await names.unit(e.leadUnitId), dueOn: e.dueOn, before: e.before ?? '' }),
      link: proposal,
    },
  ],
  'proposals.proposal-closed.v1': [
    {
      tell: (e) => [signers(e), unit(e.leadUnitId), ...(e.otherLeadUnitIds ?? []).map(unit)],
      code: 'proposals.proposal-closed',
      params: async (e) => named(e),
      link: proposal,
    },
  ],
  ...REQUEST_RULES,
  ...ENDORSEMENT_RULES,
  ...COMMITMENT_RULES,
  ...SUPERVISION_RULES,
  ...OPINION_RULES,
  ...AWARD_RULES,
  ...PUBLICATION_RULES,
  ...BALLOT_RULES,
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };

/** An event that somebody is told about. */
export type NotifiedEvent = keyof typeof NOTIFICATION_RULES;

/** The rules of an event, seen without its type. */
export const rulesOf = <N extends NotifiedEvent>(event: N): readonly Rule<N>[] =>
  NOTIFICATION_RULES[event] as unknown as readonly Rule<N>[];
