import {
  type Choices,
  drawSecret,
  type Election,
  makeTrusteeKey,
  publicCredential,
  type SealedPaper,
  type TrusteeKeyPair,
  verifyElection,
} from '@plenum/ballot-crypto';
import { serverArithmetic } from '@plenum/ballot-verification';
import { probe } from '@plenum/test-kit';
import type { Person } from './api-client.js';
import { allHeard } from './hearing.js';
import type { House } from './house.js';
import { onceKnown, Organisation } from './organisation.js';
import { sealInThreads } from './sealing.js';

export const arithmetic = serverArithmetic({ bits: 8 });

const OFFICERS = 5;

/** A plan that is voted on sealed, as often as one likes. */
const THE_PLAN = {
  kind: 'resolution',
  channel: 'sealed',
  title: 'The plan',
  items: [{ id: 'plan', label: 'The plan' }],
  rules: {
    quorum: { num: 2, den: 3, inclusive: true },
    returnedLimit: 'issued',
    pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
    bundle: 'each',
    revote: true,
  },
};

/** Who answers for the votes of a hall; none of them votes. */
export interface Officers {
  readonly scrutineers: readonly [chief: Person, second: Person];
  readonly tellers: readonly [chief: Person, second: Person, third: Person];
}

/** A sitting whose delegates are there. */
export interface Hall {
  readonly organisation: Organisation;
  readonly sessionId: string;
  readonly voters: readonly Person[];
  readonly officers: Officers;
}

/** An open sealed vote in which every voter of the hall has a paper. */
export interface SealedVote {
  readonly id: string;
  readonly path: string;
  readonly secretary: Person;
  readonly election: Election;
  /** What the voters' devices drew and keep. */
  readonly secrets: ReadonlyMap<Person, bigint>;
  /** What the scrutineers' devices drew and keep. */
  readonly keys: ReadonlyMap<Person, TrusteeKeyPair>;
}

/** A device with one paper in its hands. */
export interface Client {
  readonly voter: Person;
  readonly paper: SealedPaper;
}

/** Founds an organisation, opens a session, and signs everybody in. */
export async function openHall(house: House, voters: number): Promise<Hall> {
  const organisation = await Organisation.found(house, 'hall');
  const people = await organisation.crowd(voters + OFFICERS);
  const session = await organisation.session();
  await organisation.seat(session, people);
  await organisation.secretary.decide(`/api/congress/sessions/${session.sessionId}/opening`);
  for (const person of people) await person.post(`/api/congress/sessions/${session.sessionId}/attendance`, {});
  await allHeard(house);
  const [first, second, ...tellers] = people.slice(voters) as [Person, Person, Person, Person, Person];
  return {
    organisation,
    sessionId: session.sessionId,
    voters: people.slice(0, voters),
    officers: { scrutineers: [first, second], tellers },
  };
}

/** Drafts a vote and takes it up to the naming of its officers. @returns its path */
export async function prepareVote(
  { organisation: { secretary }, sessionId, voters, officers: { scrutineers, tellers } }: Hall,
  draft: object,
): Promise<string> {
  const { id } = await onceKnown('the secretary is known', () =>
    secretary.post<{ id: string }>('/api/ballot/ballots', { sessionId, ...draft }),
  );
  const path = `/api/ballot/ballots/${id}`;
  await secretary.decide(`${path}/adoption`);
  const all = voters.length + scrutineers.length + tellers.length;
  await probe(
    'all delegates are known',
    async () => (await secretary.decide(`${path}/roll`), (await secretary.get<{ counts: { roll: number } }>(path)).counts.roll === all),
  );
  const ids = (people: readonly Person[]) => people.map(({ memberId }) => memberId);
  await secretary.decide(`${path}/officers`, {
    scrutineers: ids(scrutineers),
    chiefScrutineer: scrutineers[0].memberId,
    tellers: ids(tellers),
    chiefTeller: tellers[0].memberId,
  });
  return path;
}

/** Opens a sealed vote: every scrutineer's device gives a key, every voter's device registers a credential. */
export async function openSealedVote(hall: Hall, draft: object = THE_PLAN): Promise<SealedVote> {
  const { secretary } = hall.organisation;
  const path = await prepareVote(hall, draft);
  const keys = new Map(hall.officers.scrutineers.map((scrutineer) => [scrutineer, makeTrusteeKey(arithmetic)]));
  for (const [scrutineer, { publicKey }] of keys) await scrutineer.post(`${path}/trustee-keys`, { publicKey });
  const secrets = new Map(hall.voters.map((voter) => [voter, drawSecret()]));
  for (const [voter, secret] of secrets)
    await voter.post(`${path}/credentials`, { publicCredential: publicCredential(arithmetic, secret) });
  await secretary.decide(`${path}/opening`, {});
  const read = verifyElection((await secretary.get<{ election: string }>(`${path}/board/setup`)).election);
  if (!read.ok) throw new Error(read.reason);
  return { id: path.split('/').at(-1) as string, path, secretary, election: read.election, secrets, keys };
}

/** One mark, on each of three answers in turn. */
const inTurn = (nth: number): Choices => [[0, 1, 2].map((answer) => Number(answer === nth % 3))];

/** So many devices, each with a paper that nobody else has: where voting again is allowed, a voter may have several. */
export async function devicesOf(
  { election, secrets }: SealedVote,
  count: number,
  choicesOf: (nth: number) => Choices = inTurn,
): Promise<readonly Client[]> {
  const holders = [...secrets];
  const orders = Array.from({ length: count }, (_, nth) => {
    const [voter, secret] = holders[nth % holders.length] as [Person, bigint];
    return { voter, secret, choices: choicesOf(nth) };
  });
  const papers = await sealInThreads(election.text, orders);
  return orders.map(({ voter }, nth) => ({ voter, paper: papers[nth] as SealedPaper }));
}

/** The archive of the board as it is. */
export async function archiveOf({ secretary, path }: SealedVote): Promise<Uint8Array> {
  return secretary.download(`${path}/board/archive`);
}
