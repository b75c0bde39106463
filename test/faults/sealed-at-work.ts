import {
  basesOf, drawSecret, type Election, hexHash, makeTrusteeKey, publicCredential, type SealedPaper, sealPaper, shortened, verifyElection,
} from '@plenum/ballot-crypto';
import { serverArithmetic } from '@plenum/ballot-verification';
import { probe } from '@plenum/test-kit';
import { type Person, Refused } from '../lib/door.js';
import type { House } from '../lib/house.js';
import { onceKnown, Organisation } from '../lib/organisation.js';

export const arithmetic = serverArithmetic({ bits: 8 });

const RULES = {
  quorum: { num: 2, den: 3, inclusive: true }, returnedLimit: 'issued', pass: { num: 1, den: 2, inclusive: false, base: 'roll' }, bundle: 'each', revote: true,
};

/** An open sealed vote on one plan, and papers of all its voters, sealed and not yet cast. */
export interface SealedVote {
  readonly path: string;
  readonly secretary: Person;
  readonly clients: readonly Client[];
}

/** A device with one paper in its hands. */
export interface Client {
  readonly voter: Person;
  readonly paper: SealedPaper;
}

/** Proof that a paper is in the box. */
export interface Acknowledgement {
  readonly tracker: string;
  readonly position: number;
  readonly head: string;
  readonly signature: string;
}

/** Opens a sealed vote and seals `each` papers for every voter: where voting again is allowed, that many clients cast at once. */
export async function openSealedVote(house: House, voters: number, each: number): Promise<SealedVote> {
  const organisation = await Organisation.found(house, 'hall');
  const { secretary } = organisation;
  const people = await organisation.crowd(voters + 3);
  const [chief, scrutineer, teller] = people.slice(-3) as [Person, Person, Person];
  const session = await organisation.session();
  await organisation.seat(session, people);
  await secretary.post(`/api/congress/sessions/${session.sessionId}/opening`);
  for (const person of people) await person.post(`/api/congress/sessions/${session.sessionId}/attendance`, {});
  const draft = { sessionId: session.sessionId, kind: 'resolution', channel: 'sealed', title: 'The plan', rules: RULES, items: [{ id: 'plan', label: 'The plan' }] };
  const { id } = await onceKnown('the secretary is known', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft));
  const path = `/api/ballot/ballots/${id}`;
  await secretary.post(`${path}/adoption`);
  await probe('all delegates are known', async () => (await secretary.post(`${path}/roll`), (await secretary.get<{ counts: { roll: number } }>(path)).counts.roll === people.length));
  await secretary.post(`${path}/officers`, { scrutineers: [chief.memberId, scrutineer.memberId], chiefScrutineer: chief.memberId, tellers: [teller.memberId], chiefTeller: teller.memberId });
  for (const device of [chief, scrutineer]) await device.post(`${path}/trustee-keys`, { publicKey: makeTrusteeKey(arithmetic).publicKey });
  const secrets = new Map(people.slice(0, voters).map((voter) => [voter, drawSecret()]));
  for (const [voter, secret] of secrets) {
    await probe('the voter is known to be there', () => voter.post(`${path}/credentials`, { publicCredential: publicCredential(arithmetic, secret) }));
  }
  await secretary.post(`${path}/opening`, {});
  const election = await electionOf(secretary, path);
  const bases = basesOf(arithmetic, election.publicKey);
  const clients = [...secrets].flatMap(([voter, secret]) => Array.from({ length: each }, () => ({ voter, paper: sealPaper(election, bases, secret, [[1, 0, 0]]) })));
  return { path, secretary, clients };
}

/** As a device does on a bad network: sends the same paper until somebody answers. A refusal is an answer. */
export async function cast({ path }: SealedVote, { voter, paper }: Client): Promise<Acknowledgement> {
  const outcome = await probe(
    'the paper is acknowledged',
    async () => {
      try {
        return { acknowledged: await voter.post<Acknowledgement>(`${path}/papers`, { paper: paper.text }) };
      } catch (error) {
        if (error instanceof Refused && error.status < 500) return { refused: error };
        throw error;
      }
    },
    { timeoutMs: 120_000 },
  );
  if ('refused' in outcome) throw outcome.refused;
  return outcome.acknowledged as Acknowledgement;
}

/** What of a paper must stand nowhere but on the board: its voter's pseudonym, its fingerprints, a number of its signature. */
export function marksOf({ paper: { text, credential, tracker } }: Client): readonly string[] {
  const { signature } = JSON.parse(text) as { signature: { proof: { response: string } } };
  if (shortened(hexHash(text)) !== tracker) throw new Error('a tracker is the hash of its paper');
  return [credential, tracker, hexHash(text), signature.proof.response];
}

async function electionOf(person: Person, path: string): Promise<Election> {
  const read = verifyElection((await person.get<{ election: string }>(`${path}/board/setup`)).election);
  if (!read.ok) throw new Error(read.reason);
  return read.election;
}
