import { type Cast, rosterOf } from './cast.js';
import type { EndpointRow, Served } from './endpoint-row.js';

const everybodyHere: Served = { may: 'every member of the organisation reads this' };
const ownOnly: Served = { may: 'answers with the own organisation only' };
const keyed: Served = { may: 'whoever brings the right words of the endpoint: a password, a code, a cookie' };

const member = ({ people }: Cast) => ({ id: people.colleague.memberId });
const session = ({ session: { sessionId } }: Cast) => ({ id: sessionId });
const otherSession = ({ otherSession: { sessionId } }: Cast) => ({ id: sessionId });
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();

interface Versions {
  readonly items: readonly { readonly id?: string; readonly memberId?: string; readonly version: number }[];
}

/** The version of what stands in a list of the endpoint. */
const versionOf = (id: string, { items }: Versions): number => items.find((each) => (each.id ?? each.memberId) === id)?.version ?? 0;

/** The congress service: the secretariat runs it, everybody reads who is who. */
export const ENDPOINTS_OF_CONGRESS: readonly EndpointRow[] = [
  // Founding and signing in.
  {
    endpoint: 'POST /api/congress/organisations',
    body: () => ({ code: 'third', name: 'Third', level: 1, secretary: { staffNo: 'S1', name: 'Secretary' } }),
    right: { may: 'the operator, by a token that no member has; every test house is founded so' },
    foreigner: '401 unauthenticated',
    colleague: ['secretary', '401 unauthenticated'],
  },
  {
    endpoint: 'GET /api/congress/house',
    right: 'colleague',
    stranger: { may: 'says whether the house was founded, and whose it is' },
    foreigner: { may: 'as anybody' },
    colleague: { may: 'as anybody' },
  },
  {
    endpoint: 'POST /api/congress/sign-in',
    body: () => ({ organisation: 'ours', staffNo: 'nobody', password: 'A long enough password, 2026' }),
    right: keyed,
    stranger: '403 congress.sign-in-refused',
    foreigner: '403 congress.sign-in-refused',
    colleague: ['colleague', '403 congress.sign-in-refused'],
  },
  {
    endpoint: 'POST /api/congress/first-sign-in',
    body: () => ({ organisation: 'ours', staffNo: 'nobody', signInCode: 'ABCD-EFGH-JKMN', password: 'A long enough password, 2026' }),
    right: keyed,
    stranger: '403 congress.sign-in-refused',
    foreigner: '403 congress.sign-in-refused',
    colleague: ['colleague', '403 congress.sign-in-locked'],
  },
  {
    endpoint: 'POST /api/congress/forgotten-password',
    body: () => ({ organisation: 'ours', staffNo: 'nobody' }),
    right: { may: 'whoever asks is answered alike; the code goes to the address of the roster' },
    stranger: { may: 'whoever forgot the password is a stranger' },
    foreigner: { may: 'answered alike' },
    colleague: { may: 'answered alike' },
  },
  {
    endpoint: 'POST /api/congress/session/refresh',
    right: keyed,
    stranger: '403 congress.forbidden',
    foreigner: '403 congress.forbidden',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/session/sign-out',
    right: keyed,
    stranger: '403 congress.forbidden',
    foreigner: '403 congress.forbidden',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'GET /api/congress/.well-known/jwks.json',
    right: 'colleague',
    stranger: { may: 'public keys are public' },
    foreigner: { may: 'public keys are public' },
    colleague: { may: 'public keys are public' },
  },
  { endpoint: 'GET /api/congress/me', right: 'colleague', foreigner: ownOnly, colleague: { may: 'everybody reads about himself' } },
  // One's own account: what somebody else has is not there.
  {
    endpoint: 'PUT /api/congress/me/password',
    body: () => ({ oldPassword: 'not the password', newPassword: 'Another long enough one, 2027' }),
    right: { may: 'whoever knows the old password' },
    foreigner: '422 congress.wrong-password',
    colleague: ['colleague', '422 congress.wrong-password'],
  },
  {
    endpoint: 'PUT /api/congress/me/mobile',
    body: () => ({ mobile: '13800138000' }),
    right: 'colleague',
    foreigner: ownOnly,
    colleague: { may: 'everybody sets their own number' },
  },
  {
    endpoint: 'POST /api/congress/me/confirmations',
    body: ({ proposalId: about }) => ({ password: 'not the password', act: 'rate-reply', about }),
    right: { may: 'whoever knows the password' },
    foreigner: '422 congress.wrong-password',
    colleague: ['colleague', '422 congress.wrong-password'],
  },
  { endpoint: 'GET /api/congress/me/devices', right: 'colleague', foreigner: ownOnly, colleague: { may: 'everybody reads about himself' } },
  {
    endpoint: 'DELETE /api/congress/me/devices',
    right: 'colleague',
    foreigner: ownOnly,
    colleague: { may: 'signs out the own other devices' },
  },
  {
    endpoint: 'DELETE /api/congress/me/devices/{id}',
    path: member,
    right: { may: 'whose device it is' },
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '404 congress.not-found'],
  },

  // Units and members.
  { endpoint: 'GET /api/congress/units', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  {
    endpoint: 'POST /api/congress/units',
    body: () => ({ code: 'gym', name: 'Gym' }),
    right: 'secretary',
    foreigner: ownOnly,
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'PATCH /api/congress/units/{id}',
    path: ({ unitId }) => ({ id: unitId }),
    body: async ({ unitId, people: { secretary } }) => ({
      name: 'Renamed',
      version: versionOf(unitId, await secretary.get('/api/congress/units?pageSize=200')),
    }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  { endpoint: 'GET /api/congress/readiness', right: 'secretary', foreigner: ownOnly, colleague: ['colleague', '403 congress.forbidden'] },
  { endpoint: 'GET /api/congress/calendar', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  {
    endpoint: 'PUT /api/congress/calendar',
    body: ({ people: { secretary } }) => secretary.onWhatIsRead('/api/congress/calendar', { daysOff: ['2026-12-24'] }),
    right: 'secretary',
    foreigner: ownOnly,
    colleague: ['colleague', '403 congress.forbidden'],
  },
  { endpoint: 'GET /api/congress/members', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  {
    endpoint: 'GET /api/congress/members/{id}',
    path: member,
    right: 'colleague',
    foreigner: '404 congress.not-found',
    colleague: everybodyHere,
  },
  {
    endpoint: 'POST /api/congress/members',
    body: ({ unitId }) => ({ staffNo: 'N00001', name: 'Newcomer', unitId }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'PATCH /api/congress/members/{id}',
    path: member,
    body: (cast) => cast.people.secretary.onWhatIsRead(`/api/congress/members/${member(cast).id}`, { name: 'Another name' }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['proposer', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/members/{id}/unlocking',
    path: member,
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/members/sign-in-codes',
    body: ({ people }) => ({ memberIds: [people.bystander.memberId] }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },

  // The roster.
  {
    endpoint: 'POST /api/congress/roster-imports',
    query: ({ otherSession: { sessionId } }) => `?sessionId=${sessionId}`,
    body: () => rosterOf('工号,姓名\nR00001,新人\n'),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'GET /api/congress/roster-imports/{id}',
    path: ({ importId }) => ({ id: importId }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'PUT /api/congress/roster-imports/{id}/creations',
    path: ({ importId }) => ({ id: importId }),
    body: ({ importId, people: { secretary } }) =>
      secretary.onWhatIsRead(`/api/congress/roster-imports/${importId}`, { units: [], delegations: [] }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/roster-imports/{id}/confirmation',
    path: ({ importId }) => ({ id: importId }),
    body: ({ importId, people: { secretary } }) => secretary.onWhatIsRead(`/api/congress/roster-imports/${importId}`),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },

  // Terms and sessions.
  { endpoint: 'GET /api/congress/terms', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  {
    endpoint: 'POST /api/congress/terms',
    body: () => ({ termNo: 2, kind: 'STAFF_CONGRESS', from: '2041-01-01', to: '2043-12-31' }),
    right: 'secretary',
    foreigner: ownOnly,
    colleague: ['colleague', '403 congress.forbidden'],
  },
  { endpoint: 'GET /api/congress/sessions', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  {
    endpoint: 'POST /api/congress/sessions',
    body: ({ session: { termId } }) => ({
      termId,
      sessionNo: 3,
      title: 'Session 3',
      opensAt: day(60),
      closesAt: day(61),
      quorum: { num: 2, den: 3, inclusive: true },
    }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'GET /api/congress/sessions/{id}',
    path: session,
    right: 'colleague',
    foreigner: '404 congress.not-found',
    colleague: everybodyHere,
  },

  // Seats and sign-in, in the session that is not yet open.
  {
    endpoint: 'GET /api/congress/sessions/{id}/delegations',
    path: session,
    right: 'colleague',
    foreigner: '404 congress.not-found',
    colleague: everybodyHere,
  },
  {
    endpoint: 'POST /api/congress/sessions/{id}/delegations',
    path: otherSession,
    body: () => ({ name: 'Other delegation' }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'PATCH /api/congress/sessions/{id}/delegations/{delegationId}',
    path: ({ session: { sessionId, delegationId } }) => ({ id: sessionId, delegationId }),
    body: async ({ session: { sessionId, delegationId }, people: { secretary } }) => ({
      headMemberId: null,
      version: versionOf(delegationId, await secretary.get(`/api/congress/sessions/${sessionId}/delegations`)),
    }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'GET /api/congress/sessions/{id}/delegates',
    path: session,
    right: 'colleague',
    foreigner: '404 congress.not-found',
    colleague: everybodyHere,
  },
  {
    endpoint: 'POST /api/congress/sessions/{id}/delegates',
    path: otherSession,
    body: ({ people }) => ({ memberId: people.bystander.memberId, kind: 'INVITEE' }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['bystander', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/sessions/{id}/delegates/list',
    path: otherSession,
    body: ({ unitId }) => ({ unitId, kind: 'ATTENDEE' }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'DELETE /api/congress/sessions/{id}/delegates/{memberId}',
    path: (cast) => ({ ...otherSession(cast), memberId: cast.people.bystander.memberId }),
    body: async ({ otherSession: { sessionId }, people: { secretary, bystander } }) => ({
      reason: 'has left',
      version: versionOf(bystander.memberId, await secretary.get(`/api/congress/sessions/${sessionId}/delegates`)),
    }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/sessions/{id}/opening',
    path: otherSession,
    body: ({ otherSession: { sessionId }, people: { secretary } }) => secretary.onWhatIsRead(`/api/congress/sessions/${sessionId}`),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/sessions/{id}/attendance',
    path: session,
    body: ({ people }) => ({ memberId: people.decliner.memberId }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'GET /api/congress/sessions/{id}/attendance',
    path: session,
    right: 'colleague',
    foreigner: '404 congress.not-found',
    colleague: everybodyHere,
  },
  {
    endpoint: 'GET /api/congress/sessions/{id}/attendance/timeline',
    path: session,
    right: 'colleague',
    foreigner: '404 congress.not-found',
    colleague: everybodyHere,
  },
  {
    endpoint: 'GET /api/congress/sessions/{id}/attendance/attendees',
    path: session,
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'GET /api/congress/sessions/{id}/attendance/delegations',
    path: session,
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'DELETE /api/congress/sessions/{id}/attendance/{memberId}',
    path: (cast) => ({ ...session(cast), memberId: cast.people.decliner.memberId }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'POST /api/congress/sessions/{id}/closing',
    path: otherSession,
    body: ({ otherSession: { sessionId }, people: { secretary } }) => secretary.onWhatIsRead(`/api/congress/sessions/${sessionId}`),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },

  // Offices.
  { endpoint: 'GET /api/congress/mandates', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  { endpoint: 'GET /api/congress/offices', right: 'colleague', foreigner: ownOnly, colleague: everybodyHere },
  {
    endpoint: 'POST /api/congress/offices',
    body: ({ people }) => ({ memberId: people.colleague.memberId, office: 'LEADER_IN_CHARGE' }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['colleague', '403 congress.forbidden'],
  },
  {
    endpoint: 'DELETE /api/congress/offices/{id}',
    path: ({ officeId }) => ({ id: officeId }),
    right: 'secretary',
    foreigner: '404 congress.not-found',
    colleague: ['decliner', '403 congress.forbidden'],
  },
];
