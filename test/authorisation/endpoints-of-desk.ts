import { BigIntArithmetic, drawSecret, makeSlips, publicCredential } from '@plenum/ballot-crypto';
import type { Cast } from './cast.js';
import type { EndpointRow } from './endpoint-row.js';

const arithmetic = new BigIntArithmetic();
const made = { slips: [] as { serial: number; publicCredential: string }[] };

const mixed = ({ mixedBallotId }: Cast) => ({ id: mixedBallotId });
const at = ({ mixedBallotId }: Cast) => `/api/ballot/ballots/${mixedBallotId}`;
const of =
  (who: 'proposer' | 'seconder' | 'colleague') =>
  ({ people }: Cast) => ({ memberId: people[who].memberId });
const slipOf =
  (serial: number) =>
  ({ people }: Cast) => ({ memberId: people.seconder.memberId, serial });

/** Names the officers; the third teller hands out the voting codes. */
async function name(cast: Cast): Promise<void> {
  const { secretary, scrutineer, handler, teller, secondTeller, thirdTeller } = cast.people;
  await secretary.decide(`${at(cast)}/adoption`);
  await secretary.decide(`${at(cast)}/roll`);
  await secretary.decide(`${at(cast)}/officers`, {
    scrutineers: [scrutineer.memberId, handler.memberId],
    chiefScrutineer: scrutineer.memberId,
    tellers: [teller.memberId, secondTeller.memberId],
    chiefTeller: teller.memberId,
    codesDesk: [thirdTeller.memberId],
  });
}

async function print(cast: Cast): Promise<void> {
  const { electionId } = await cast.people.thirdTeller.get<{ electionId: string }>(`${at(cast)}/slips`);
  made.slips = makeSlips(arithmetic, electionId, [1, 2, 3]).map(({ serial, publicCredential }) => ({ serial, publicCredential }));
}

/** The colleague's device registers a paper. */
async function fetchPaper(cast: Cast): Promise<void> {
  await cast.people.colleague.post(`${at(cast)}/credentials`, { publicCredential: publicCredential(arithmetic, drawSecret()) });
}

/** The desks of a ballot by sealed papers and paper: issued papers, slips, and the turnout. */
export const ENDPOINTS_OF_DESK: readonly EndpointRow[] = [
  {
    endpoint: 'POST /api/ballot/ballots/{id}/issued-papers',
    path: mixed,
    before: name,
    body: of('proposer'),
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/issued-papers',
    path: mixed,
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/issued-papers/taken-back',
    path: mixed,
    body: of('proposer'),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/credentials/taken-back',
    path: mixed,
    before: fetchPaper,
    body: of('colleague'),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/slips',
    path: mixed,
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'slips are voided before everybody in the organisation' },
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/slips',
    path: mixed,
    before: print,
    body: () => ({ slips: made.slips }),
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: ['scrutineer', '403 ballot.not-the-codes-desk'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/slips/drawn',
    path: mixed,
    body: of('seconder'),
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-the-codes-desk'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/slips/lost',
    path: mixed,
    body: slipOf(1),
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: ['seconder', '403 ballot.not-the-codes-desk'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/slips/taken-back',
    path: mixed,
    body: slipOf(2),
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: ['teller', '403 ballot.not-the-codes-desk'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/slips/voided',
    path: mixed,
    body: () => ({ serials: [3] }),
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-the-codes-desk'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/claimants/{memberId}',
    path: (cast) => ({ ...mixed(cast), memberId: cast.people.proposer.memberId }),
    right: 'thirdTeller',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/account-resets',
    path: mixed,
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/account-resets/{memberId}/confirmation',
    path: (cast) => ({ ...mixed(cast), memberId: cast.people.proposer.memberId }),
    right: 'teller',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/desk-sign-ins',
    path: mixed,
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['proposer', '403 ballot.not-an-officer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/turnout',
    path: mixed,
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'the turnout is for the hall' },
  },
];
