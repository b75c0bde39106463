import { probe } from '@plenum/test-kit';
import { Redis } from 'ioredis';
import type { Person } from '../lib/door.js';
import { House } from '../lib/house.js';
import { onceKnown, Organisation } from '../lib/organisation.js';
import { Gate } from './gate.js';

const FAULT_TIMEOUT_MS = 300_000;
const POLLS = 4;
const OPENS_AFTER_MS = 10_000; // Enough to set four times and to shut a gate on a busy machine.

/**
 * Goal: what the clock was told to do is done exactly once, whatever dies between.
 * Method: polls of all staff are to open at one instant; Redis forgets the alarms before it, and the service is killed in the middle of an opening.
 */
describe('the clock of a vote', () => {
  let house: House;
  let secretary: Person;
  let polls: readonly string[];
  let opensAt: string;

  beforeAll(async () => {
    house = await House.open();
    const organisation = await Organisation.found(house, 'clock');
    secretary = organisation.secretary;
    const [scrutineer, teller] = (await organisation.crowd(2)) as [Person, Person];
    const { sessionId } = await organisation.session();
    const rules = { procedure: { timing: 'by-the-clock' } };
    const draft = { sessionId, kind: 'poll', channel: 'hands', electorate: 'staff', title: 'The emblem', rules, options: ['a', 'b'].map((id) => ({ id, label: `Emblem ${id}` })) };
    const officers = { scrutineers: [scrutineer.memberId], chiefScrutineer: scrutineer.memberId, tellers: [teller.memberId], chiefTeller: teller.memberId };
    const ids: string[] = [];
    for (let n = 0; n < POLLS; n += 1) {
      const { id } = await onceKnown('the secretary is known', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft));
      await secretary.post(`/api/ballot/ballots/${id}/adoption`);
      await probe('the staff is known', () => secretary.post<object>(`/api/ballot/ballots/${id}/roll`));
      await probe('the officers are known', () => secretary.post<object>(`/api/ballot/ballots/${id}/officers`, officers));
      ids.push(id);
    }
    polls = ids;
    opensAt = new Date(Date.now() + OPENS_AFTER_MS).toISOString();
    for (const id of polls) await secretary.put(`/api/ballot/ballots/${id}/schedule`, { opensAt });
  }, FAULT_TIMEOUT_MS);

  afterAll(() => house?.close(), 60_000);

  it(
    'opens every poll once, although Redis forgot its alarms and the service was killed in the middle of an opening',
    async () => {
      const redis = new Redis(await house.redisUrl());
      await redis.flushall().finally(() => redis.disconnect());
      const gate = await Gate.shut(house, 'ballot', 'outbox', 'INSERT');
      await probe('the time has come', async () => Date.now() >= Date.parse(opensAt), { timeoutMs: 2 * OPENS_AFTER_MS });
      await gate.waitFor(1);
      expect(await openedTimes(house)).toEqual({});
      await house.kill('ballot');
      await gate.open();
      await probe('every poll is open', async () => Object.keys(await openedTimes(house)).length === POLLS, { timeoutMs: 120_000 });
      await house.ready();
      const states = await Promise.all(polls.map(async (id) => secretary.get<{ state: string; appointments: { end: string }[] }>(`/api/ballot/ballots/${id}`)));
      for (const poll of states) expect(poll).toMatchObject({ state: 'OPEN', appointments: [{ end: 'done' }] });
      expect(await openedTimes(house)).toEqual(Object.fromEntries(polls.map((id) => [id, 1])));
    },
    FAULT_TIMEOUT_MS,
  );
});

/** How often it was told of each ballot that it opened. */
async function openedTimes(house: House): Promise<Readonly<Record<string, number>>> {
  const rows = await house.sql<{ id: string; times: number }>('ballot', "SELECT aggregate_id AS id, count(*)::int AS times FROM outbox WHERE name = 'ballot.ballot-opened.v1' GROUP BY 1");
  return Object.fromEntries(rows.map(({ id, times }) => [id, times]));
}
