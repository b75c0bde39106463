import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const at = ({ electionId }: Cast) => `/api/ballot/ballots/${electionId}`;
const election = ({ electionId }: Cast) => ({ id: electionId });
const outgoing = { by: 'outgoing-committee' };
const couple = ({ people: { scrutineer, proposer } }: Cast) => [scrutineer.memberId, proposer.memberId];
const made = { objectionId: '' };

async function findObjection(cast: Cast): Promise<void> {
  const { objections } = await cast.people.secretary.get<{ objections: { id: string }[] }>(`${at(cast)}/nomination`);
  made.objectionId = objections[0]?.id ?? '';
}

const deciding =
  (said: object = {}) =>
  (cast: Cast) =>
    cast.people.secretary.onWhatIsRead(at(cast), said);

/** The finding of candidates for an election, from the first name to the paper, and who is related to whom. */
export const ENDPOINTS_OF_NOMINATION: readonly EndpointRow[] = [
  {
    endpoint: 'POST /api/ballot/ballots/{id}/nomination/candidates',
    path: election,
    before: (cast) => cast.people.secretary.decide(`${at(cast)}/adoption`),
    body: ({ people: { proposer } }) => ({ memberId: proposer.memberId, proposer: outgoing }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/nomination/candidates/{candidateId}/declination',
    path: (cast) => ({ ...election(cast), candidateId: 'c02' }),
    before: (cast) =>
      cast.people.secretary.post(`${at(cast)}/nomination/candidates`, { memberId: cast.people.handler.memberId, proposer: outgoing }),
    right: 'handler',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/nomination/posting',
    path: election,
    body: deciding(),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/nomination',
    path: election,
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'a posted list is for everybody in the organisation to read' },
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/nomination/objections',
    path: election,
    body: () => ({ candidateId: 'c01', grounds: 'Not a member.' }),
    right: 'seconder',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'everybody in the organisation may object' },
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/nomination/objections/{objectionId}/answer',
    path: (cast) => ({ ...election(cast), objectionId: made.objectionId }),
    before: findObjection,
    body: () => ({ upheld: false, reason: 'A member since long.' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['seconder', '403 ballot.not-an-organiser'],
  },
  // One candidate asks for no primary, and the period runs: who may ask is told so, and everybody else is turned away before.
  {
    endpoint: 'POST /api/ballot/ballots/{id}/nomination/primary',
    path: election,
    body: deciding({ title: 'A primary' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/nomination/closing',
    path: election,
    body: deciding(),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-organiser'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/relatives',
    path: election,
    body: (cast) => ({ memberIds: couple(cast), kind: 'siblings' }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/relatives',
    path: election,
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/relatives/withdrawal',
    path: election,
    body: (cast) => ({ memberIds: couple(cast) }),
    right: 'secretary',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-organiser'],
  },
];
