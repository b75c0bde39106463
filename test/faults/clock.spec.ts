import {
  drawSecret,
  makeShare,
  makeTrusteeKey,
  publicCredential,
  readPrivateKey,
  verifyArchive,
  verifyElection,
} from '@plenum/ballot-crypto';
import { probe } from '@plenum/test-kit';
import { Redis } from 'ioredis';
import { type Person, Refused } from '../lib/api-client.js';
import { archiveOf, arithmetic, type Client, devicesOf, type SealedVote } from '../lib/hall.js';
import { House } from '../lib/house.js';
import { onceKnown, Organisation } from '../lib/organisation.js';
import { Gate } from './gate.js';
import { cast } from './sealed-at-work.js';

const FAULT_TIMEOUT_MS = 300_000;
const POLLS = 4;
const OPENS_AFTER_MS = 10_000; // Enough to set four times and to flush Redis on a busy machine.
const SOON_MS = 2_000;

/**
 * Goal: what the clock was told to do is done exactly once, whatever dies between. Method: polls of all staff are to open at one instant;
 * Redis forgets the alarms before it, and the service is killed in the middle of an opening. Then a sealed one opens, is voted on and
 * closes without a hand; the service is killed in the middle of the closing, with a paper on its way.
 */
describe('the clock of a vote', () => {
  let house: House;
  let organisation: Organisation;
  let secretary: Person;
  let people: readonly [Person, Person, Person, Person, Person];
  let sessionId: string;
  let polls: readonly string[];

  beforeAll(async () => {
    house = await House.open();
    organisation = await Organisation.found(house, 'clock');
    secretary = organisation.secretary;
    people = (await organisation.crowd(5)) as [Person, Person, Person, Person, Person];
    const [scrutineer, teller] = people;
    ({ sessionId } = await organisation.session());
    const rules = { procedure: { timing: 'by-the-clock' } };
    const draft = {
      sessionId,
      kind: 'poll',
      channel: 'hands',
      electorate: 'staff',
      title: 'The emblem',
      rules,
      options: ['a', 'b'].map((id) => ({ id, label: `Emblem ${id}` })),
    };
    const officers = {
      scrutineers: [scrutineer.memberId],
      chiefScrutineer: scrutineer.memberId,
      tellers: [teller.memberId],
      chiefTeller: teller.memberId,
    };
    const ids: string[] = [];
    for (let n = 0; n < POLLS; n += 1) {
      const { id } = await onceKnown('the secretary is known', () => secretary.post<{ id: string }>('/api/ballot/ballots', draft));
      await secretary.decide(`/api/ballot/ballots/${id}/adoption`);
      await probe('the staff is known', () => secretary.decide<object>(`/api/ballot/ballots/${id}/roll`));
      await probe('the officers are known', () => secretary.decide<object>(`/api/ballot/ballots/${id}/officers`, officers));
      ids.push(id);
    }
    polls = ids;
  }, FAULT_TIMEOUT_MS);

  afterAll(() => house?.close(), 60_000);

  it(
    'opens every poll once, although Redis forgot its alarms and the service was killed in the middle of an opening',
    async () => {
      const gate = await Gate.shut(house, 'ballot', 'outbox', 'INSERT');
      const opensAt = inMs(OPENS_AFTER_MS);
      for (const id of polls) await secretary.decide(`/api/ballot/ballots/${id}/schedule`, { opensAt }, 'PUT');
      const redis = new Redis(await house.redisUrl());
      await redis.flushall().finally(() => redis.disconnect());
      await probe('the time has come', async () => Date.now() >= Date.parse(opensAt), { timeoutMs: 2 * OPENS_AFTER_MS });
      await gate.waitFor(1);
      expect(await openedTimes(house)).toEqual({});
      await house.kill('ballot');
      await gate.open();
      await probe('every poll is open', async () => Object.keys(await openedTimes(house)).length === POLLS, { timeoutMs: 120_000 });
      await house.ready();
      const states = await Promise.all(
        polls.map(async (id) => secretary.get<{ state: string; appointments: { end: string }[] }>(`/api/ballot/ballots/${id}`)),
      );
      for (const poll of states) expect(poll).toMatchObject({ state: 'OPEN', appointments: [{ end: 'done' }] });
      expect(await openedTimes(house)).toEqual(Object.fromEntries(polls.map((id) => [id, 1])));
    },
    FAULT_TIMEOUT_MS,
  );

  /** A sealed poll of all staff with the keys of two scrutineers and a paper for everybody but them, opened by the clock. */
  async function openedByTheClock(): Promise<SealedVote> {
    const [first, second, teller, ...voters] = people;
    const draft = {
      sessionId,
      kind: 'poll',
      channel: 'sealed',
      electorate: 'staff',
      title: 'The emblem',
      rules: { procedure: { timing: 'by-the-clock' } },
      options: ['a', 'b'].map((id) => ({ id, label: `Emblem ${id}` })),
    };
    const { id } = await secretary.post<{ id: string }>('/api/ballot/ballots', draft);
    const path = `/api/ballot/ballots/${id}`;
    await secretary.decide(`${path}/adoption`);
    await secretary.decide(`${path}/roll`);
    await secretary.decide(`${path}/officers`, {
      scrutineers: [first.memberId, second.memberId],
      chiefScrutineer: first.memberId,
      tellers: [teller.memberId],
      chiefTeller: teller.memberId,
    });
    const keys = new Map([first, second].map((scrutineer) => [scrutineer, makeTrusteeKey(arithmetic)]));
    for (const [scrutineer, { publicKey }] of keys) await scrutineer.post(`${path}/trustee-keys`, { publicKey });
    const secrets = new Map([teller, ...voters, secretary].map((voter) => [voter, drawSecret()]));
    for (const [voter, secret] of secrets)
      await voter.post(`${path}/credentials`, { publicCredential: publicCredential(arithmetic, secret) });
    await appoint(path, 'opensAt');
    await becomes(path, 'OPEN');
    const read = verifyElection((await secretary.get<{ election: string }>(`${path}/board/setup`)).election);
    if (!read.ok) throw new Error(read.reason);
    return { id, path, secretary, election: read.election, secrets, keys };
  }

  /** Appoints for a moment from now; where that has passed before the service is asked, for another. */
  const appoint = (path: string, act: 'opensAt' | 'closesAt') =>
    probe('the time is set', () => secretary.decide<object>(`${path}/schedule`, { [act]: inMs(SOON_MS) }, 'PUT'));

  const becomes = (path: string, state: string) =>
    probe(`the poll is ${state}`, async () => (await secretary.get<{ state: string }>(path).catch(() => ({ state: '' }))).state === state, {
      timeoutMs: 120_000,
    });

  it(
    'takes a sealed poll from its opening to the opening of its box, although the service was killed in the middle of the closing',
    async () => {
      const vote = await openedByTheClock();
      const devices = (await devicesOf(vote, 4, (nth) => [nth === 2 ? [0, 1] : [1, 0]])) as [Client, Client, Client, Client];
      for (const device of devices.slice(0, 3)) await cast(vote, device);
      const gate = await Gate.shut(house, 'ballot', 'board_events', 'INSERT');
      await appoint(vote.path, 'closesAt');
      await gate.waitFor(1);
      const late = cast(vote, devices[3]).then(
        () => 1,
        (refused: unknown) => (refused instanceof Refused && refused.code === 'ballot.voting-closed' ? 0 : Promise.reject(refused)),
      );
      expect(await secretary.get(vote.path)).toMatchObject({ state: 'OPEN' });
      await house.kill('ballot');
      await gate.open();
      await becomes(vote.path, 'CLOSED');
      await house.ready();

      // Whoever holds an acknowledgement is in the box, and nobody else.
      const returned = 3 + (await late);
      expect(await secretary.get(vote.path)).toMatchObject({
        counts: { returned },
        appointments: [
          { act: 'open', end: 'done' },
          { act: 'close', end: 'done' },
        ],
      });
      const events = await house.sql<{ type: string; times: number }>(
        'ballot',
        `SELECT type, count(*)::int AS times FROM board_events WHERE ballot_id = '${vote.id}' GROUP BY 1 ORDER BY 1`,
      );
      expect(events).toEqual([
        { type: 'Ballot', times: returned },
        { type: 'EncryptedTally', times: 1 },
        { type: 'EndBallots', times: 1 },
        { type: 'Setup', times: 1 },
      ]);
      const told = await house.sql<{ name: string }>(
        'ballot',
        `SELECT name FROM outbox WHERE aggregate_id = '${vote.id}' ORDER BY position`,
      );
      expect(told.map(({ name }) => name)).toEqual(['ballot.ballot-announced.v1', 'ballot.ballot-opened.v1', 'ballot.ballot-closed.v1']);

      for (const [scrutineer, { privateKey }] of vote.keys) {
        const verdict = verifyArchive(await archiveOf(vote), { arithmetic });
        if (!verdict.ok || !verdict.sum) throw new Error(`the archive is refused: ${JSON.stringify(verdict)}`);
        await scrutineer.post(`${vote.path}/shares`, {
          share: makeShare(arithmetic, verdict.election.fingerprint, verdict.sum.tally, readPrivateKey(privateKey)),
        });
      }
      await people[2].post(`${vote.path}/count`);
      expect(await people[2].get(`${vote.path}/result`)).toMatchObject({
        outcome: {
          status: 'counted',
          leading: ['a'],
          options: [
            { id: 'a', votes: returned - 1 },
            { id: 'b', votes: 1 },
          ],
        },
      });
    },
    FAULT_TIMEOUT_MS,
  );
});

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();

/** How often it was told of each ballot that it opened. */
async function openedTimes(house: House): Promise<Readonly<Record<string, number>>> {
  const rows = await house.sql<{ id: string; times: number }>(
    'ballot',
    "SELECT aggregate_id AS id, count(*)::int AS times FROM outbox WHERE name = 'ballot.ballot-opened.v1' GROUP BY 1",
  );
  return Object.fromEntries(rows.map(({ id, times }) => [id, times]));
}
