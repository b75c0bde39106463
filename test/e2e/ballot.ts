import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/door.js';
import { onceKnown } from '../lib/organisation.js';
import type { Stage } from './stage.js';

export const BALLOT = '岗位竞聘方案';
const RULES = {
  quorum: { num: 2, den: 3, inclusive: true },
  participation: null,
  returnedLimit: 'issued',
  pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
  bundle: 'each',
};

/** Who answers for the count. */
interface Officers {
  readonly scrutineer: Person;
  readonly teller: Person;
}

/** Puts a plan to a show of hands, up to the count that waits for its signatures. @returns the ballot's address */
export async function voteByHands({ organisation: { secretary }, sessionId }: Stage, { scrutineer, teller }: Officers, voters: number): Promise<string> {
  const draft = { sessionId, kind: 'resolution', title: BALLOT, channel: 'hands', rules: RULES, items: [{ id: 'plan', label: BALLOT }] };
  const { id } = await onceKnown('the secretary may draft a ballot', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft));
  const ballot = `/api/ballot/ballots/${id}`;
  await secretary.post(`${ballot}/adoption`);
  await secretary.post(`${ballot}/roll`);
  const officers = { scrutineers: [scrutineer.memberId], chiefScrutineer: scrutineer.memberId, tellers: [teller.memberId], chiefTeller: teller.memberId };
  await secretary.post(`${ballot}/officers`, officers);
  await probe('everybody present is known to the ballot service', () => secretary.post<object>(`${ballot}/opening`, { issued: voters }));
  await secretary.post(`${ballot}/closing`, { voters });
  await teller.post(`${ballot}/hands-count`, { items: [{ id: 'plan', yes: voters - 1, no: 0, abstain: 1 }] });
  await secretary.post(`${ballot}/count`);
  return ballot;
}
