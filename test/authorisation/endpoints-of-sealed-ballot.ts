import {
  proofBasesOf,
  BigIntArithmetic,
  drawSecret,
  makeShare,
  makeTrusteeKey,
  publicCredential,
  readPrivateKey,
  sealPaper,
  verifyArchive,
  verifyElection,
} from '@plenum/ballot-crypto';
import type { Cast } from './cast.js';
import type { EndpointRow, Served } from './endpoint-row.js';

const arithmetic = new BigIntArithmetic();
/** The devices of the two scrutineers and of the one voter. */
const [key, otherKey] = [makeTrusteeKey(arithmetic), makeTrusteeKey(arithmetic)];
const secret = drawSecret();
const credential = publicCredential(arithmetic, secret);
const made = { paper: '', share: '' };

const sealed = ({ sealedBallotId }: Cast) => ({ id: sealedBallotId });
const at = ({ sealedBallotId }: Cast) => `/api/ballot/ballots/${sealedBallotId}`;
const everybody: Served = { may: 'the board is for everybody in the organisation to check' };

async function name(cast: Cast): Promise<void> {
  const { secretary, scrutineer, handler, teller } = cast.people;
  await secretary.decide(`${at(cast)}/adoption`);
  await secretary.decide(`${at(cast)}/roll`);
  await secretary.decide(`${at(cast)}/officers`, {
    scrutineers: [scrutineer.memberId, handler.memberId],
    chiefScrutineer: scrutineer.memberId,
    tellers: [teller.memberId],
    chiefTeller: teller.memberId,
  });
}

async function seal(cast: Cast): Promise<void> {
  const { election: text } = await cast.people.proposer.get<{ election: string }>(`${at(cast)}/board/setup`);
  const read = verifyElection(text);
  if (!read.ok) throw new Error(read.reason);
  made.paper = sealPaper(read.election, proofBasesOf(arithmetic, read.election.publicKey), secret, [[1, 0, 0]]).text;
}

async function close(cast: Cast): Promise<void> {
  const { secretary, scrutineer } = cast.people;
  await secretary.decide(`${at(cast)}/closing`, {});
  // Archives of ours are UTF-8 throughout.
  const verdict = verifyArchive(Buffer.from(await scrutineer.get<string>(`${at(cast)}/board/archive`)), { arithmetic });
  if (!verdict.ok || !verdict.sum) throw new Error(`the archive does not verify: ${JSON.stringify(verdict)}`);
  made.share = makeShare(arithmetic, verdict.election.fingerprint, verdict.sum.tally, readPrivateKey(key.privateKey));
}

/** The endpoints of a sealed ballot, along its life from the keys to the share. */
export const ENDPOINTS_OF_SEALED_BALLOT: readonly EndpointRow[] = [
  {
    endpoint: 'POST /api/ballot/ballots/{id}/trustee-keys',
    path: sealed,
    before: name,
    body: () => ({ publicKey: key.publicKey }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-scrutineer'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/trustee-keys',
    path: sealed,
    before: (cast) => cast.people.handler.post(`${at(cast)}/trustee-keys`, { publicKey: otherKey.publicKey }),
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'public keys are for everybody in the organisation to compare' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/ceremony',
    path: sealed,
    right: 'colleague',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'who is missing, and the fingerprints to compare, are for everybody in the organisation' },
  },
  // Here each scrutineer has a key of the own: who may ask is told so, and everybody else is turned away before.
  {
    endpoint: 'GET /api/ballot/ballots/{id}/ceremony/own',
    path: sealed,
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-scrutineer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/ceremony/certificates',
    path: sealed,
    body: () => ({ certificate: '{}' }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-scrutineer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/ceremony/polynomials',
    path: sealed,
    body: () => ({ polynomial: '{}' }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-scrutineer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/ceremony/outputs',
    path: sealed,
    body: () => ({ output: '{}' }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-scrutineer'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/credentials',
    path: sealed,
    body: () => ({ publicCredential: credential }),
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: ['bystander', '403 ballot.not-on-roll'],
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/credentials',
    path: sealed,
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'everybody is told of the own paper, and how many were issued' },
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/board/head',
    path: sealed,
    before: (cast) => cast.people.secretary.decide(`${at(cast)}/opening`, {}),
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: everybody,
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/board/setup',
    path: sealed,
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: everybody,
  },
  {
    endpoint: 'GET /api/ballot/ballots/{id}/board/archive',
    path: sealed,
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: everybody,
  },
  // Marks are one or none here: there is no sidecar, for anybody.
  {
    endpoint: 'GET /api/ballot/ballots/{id}/board/sidecar',
    path: sealed,
    right: { may: 'this ballot has no sidecar' },
    foreigner: '404 ballot.not-found',
    colleague: ['colleague', '404 ballot.no-sidecar'],
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/papers',
    path: sealed,
    before: seal,
    body: () => ({ paper: made.paper }),
    right: 'proposer',
    foreigner: '404 ballot.not-found',
    colleague: { may: 'whose a paper is its signature says, not who sends it' },
  },
  {
    endpoint: 'POST /api/ballot/ballots/{id}/shares',
    path: sealed,
    before: close,
    body: () => ({ share: made.share }),
    right: 'scrutineer',
    foreigner: '404 ballot.not-found',
    colleague: ['secretary', '403 ballot.not-a-scrutineer'],
  },
];
