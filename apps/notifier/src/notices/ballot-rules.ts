import type { EventData, EventName } from '@plenum/contracts';
import { allStaff, type Audience, delegatesOf, everybodyIn, headsIn, holdersOf, onlyMembers } from './audience.js';
import type { Rule } from './rule.js';

const ballot = ({ ballotId }: { readonly ballotId: string }): string => `/ballots/${ballotId}`;
const organisers = ({ sessionId }: { readonly sessionId: string }): Audience => holdersOf(['PRESIDIUM', 'SECRETARIAT'], { sessionId });
const ofBallot = async ({ title, kind }: { readonly title: string; readonly kind: string }) => ({ title, kind });

/** Whose vote it is. */
function electorateOf({ sessionId, electorate, memberIds }: EventData<'ballot.ballot-opened.v1'>): Audience {
  if (electorate === 'staff') return allStaff;
  if (electorate === 'heads') return headsIn(sessionId);
  return electorate === 'elected' ? onlyMembers(...memberIds) : delegatesOf(sessionId);
}

/** Who is told what of ballots; nobody is told how anybody voted. */
export const BALLOT_RULES = {
  'ballot.ballot-announced.v1': [{ tell: (e) => [electorateOf(e)], code: 'ballot.ballot-announced', params: ofBallot, link: ballot }],
  'ballot.ballot-called-off.v1': [
    {
      tell: (e) => [electorateOf(e)],
      code: 'ballot.ballot-called-off',
      params: async (e) => ({ ...(await ofBallot(e)), reason: e.reason }),
      link: ballot,
    },
  ],
  // Anybody of the organisation may object to a candidate: all of them are told.
  'ballot.candidates-posted.v1': [
    {
      tell: (e) => [everybodyIn(e.sessionId), allStaff],
      code: 'ballot.candidates-posted',
      params: async (e) => ({ title: e.title, untilOn: e.untilOn }),
      link: ballot,
    },
  ],
  'ballot.candidate-objection-raised.v1': [
    { tell: (e) => [organisers(e)], code: 'ballot.candidate-objection-raised', params: async (e) => ({ title: e.title }), link: ballot },
  ],
  'ballot.ballot-opened.v1': [{ tell: (e) => [electorateOf(e)], code: 'ballot.ballot-opened', params: ofBallot, link: ballot }],
  'ballot.ballot-closed.v1': [{ tell: (e) => [onlyMembers(...e.memberIds)], code: 'ballot.ballot-closed', params: ofBallot, link: ballot }],
  'ballot.schedule-refused.v1': [
    { tell: (e) => [holdersOf(['PRESIDIUM', 'SECRETARIAT'], e)], code: 'ballot.schedule-refused', params: ofBallot, link: ballot },
  ],
  'ballot.signatures-due.v1': [
    { tell: (e) => [onlyMembers(...e.memberIds)], code: 'ballot.signatures-due', params: ofBallot, link: ballot },
  ],
  'ballot.result-declared.v1': [
    {
      tell: (e) => [everybodyIn(e.sessionId)],
      code: 'ballot.result-declared',
      params: async (e) => ({ ...(await ofBallot(e)), status: e.status }),
      link: ballot,
    },
  ],
  'ballot.result-approved.v1': [
    {
      tell: (e) => [everybodyIn(e.sessionId)],
      code: 'ballot.result-approved',
      params: async (e) => ({ ...(await ofBallot(e)), reference: e.reference }),
      link: ballot,
    },
  ],
  'ballot.result-rejected.v1': [
    {
      tell: (e) => [everybodyIn(e.sessionId)],
      code: 'ballot.result-rejected',
      params: async (e) => ({ ...(await ofBallot(e)), reference: e.reference, reason: e.reason }),
      link: ballot,
    },
  ],
  // Where there is a period, anybody of the organisation may object in it: all of them are told.
  'ballot.result-published.v2': [
    {
      tell: (e) => (e.untilOn === null ? [everybodyIn(e.sessionId)] : []),
      code: 'ballot.result-published',
      params: async (e) => ({ ...(await ofBallot(e)), status: e.status }),
      link: ballot,
    },
    {
      tell: (e) => (e.untilOn === null ? [] : [everybodyIn(e.sessionId), allStaff]),
      code: 'ballot.result-posted-until',
      params: async (e) => ({ ...(await ofBallot(e)), status: e.status, untilOn: e.untilOn ?? '' }),
      link: ballot,
    },
  ],
  'ballot.objection-raised.v1': [{ tell: (e) => [organisers(e)], code: 'ballot.objection-raised', params: ofBallot, link: ballot }],
  'ballot.objection-answered.v1': [
    {
      tell: (e) => [onlyMembers(e.memberId)],
      code: 'ballot.objection-answered',
      params: async (e) => ({ ...(await ofBallot(e)), outcome: e.outcome }),
      link: ballot,
    },
  ],
  'ballot.result-annulled.v1': [
    {
      tell: (e) => [everybodyIn(e.sessionId)],
      code: 'ballot.result-annulled',
      params: async (e) => ({ ...(await ofBallot(e)), reason: e.reason }),
      link: ballot,
    },
  ],
} as const satisfies { readonly [N in EventName]?: readonly Rule<N>[] };
