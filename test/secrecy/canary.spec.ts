import { randomBytes } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hexHash, makeShare, readPrivateKey, shortened, verifyArchive } from '@plenum/ballot-crypto';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import { probe } from '@plenum/test-kit';
import type { Person } from '../lib/api-client.js';
import {
  archiveOf,
  arithmetic,
  type Client,
  devicesOf,
  type Hall,
  openHall,
  openSealedVote,
  prepareVote,
  type SealedVote,
} from '../lib/hall.js';
import { House, SERVICES } from '../lib/house.js';
import { onceKnown, PASSWORD } from '../lib/organisation.js';
import { Outside } from './outside.js';
import { placesOf as placesIn, rowsAbout, rowsWithBoth } from './search.js';

const TIMEOUT_MS = 240_000;
const VOTERS = 4;
const aCanary = (): string => `canary-${randomBytes(9).toString('hex')}`;

const TWELVE = Array.from({ length: 12 }, (_, nth) => ({
  id: `c${nth + 1}`,
  label: nth === 0 ? 'Canary, Candidate' : `Candidate ${nth + 1}`,
}));
const TWO_THIRDS = { num: 2, den: 3, inclusive: true };
const RULES = {
  quorum: TWO_THIRDS,
  returnedLimit: 'issued',
  seats: 9,
  surplus: { rate: { num: 5, den: 100 }, min: 1 },
  elect: { num: 1, den: 2, inclusive: false, base: 'roll' },
  tie: 'runoff',
  shortage: 'vacant',
  writeIns: 'free',
};
/** What the voters mark, each so that it is found by its pattern alone. */
const VECTORS = [
  [1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1],
  [0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0],
  [1, 1, 0, 0, 1, 0, 1, 1, 0, 0, 1, 1],
  [0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 1],
] as const;

/**
 * Goal: what somebody voted, a password, a sign-in code and a token stand nowhere in the house but where they must, and nothing ties a
 * person to a paper. Method: marked ones are used by requests; then every table of every service, all of Redis, every log, every mail
 * and whatever was told on any other way is searched. The search is made to find a planted canary in each of these places first: a
 * search that finds nothing because it looks nowhere would pass.
 */
describe('what a house keeps', () => {
  let house: House;
  let hall: Hall;
  const outside = new Outside();
  const placesOf = (text: string) => placesIn(house, text, outside);

  beforeAll(async () => {
    house = await House.open(await outside.start());
    hall = await openHall(house, VOTERS);
    await outside.isToldEverything(hall.organisation.secretary, [...hall.voters, ...hall.officers.scrutineers, ...hall.officers.tellers]);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await house?.close();
    await outside.stop();
  }, 60_000);

  describe('is searched', () => {
    it.each(SERVICES)(
      'in the tables of %s: as text, inside a document, and as bytes',
      async (service) => {
        const columns = { plain: 'text', document: 'jsonb', wrapped: 'jsonb', bytes: 'bytea' };
        const canary = aCanary();
        for (const [column, type] of Object.entries(columns)) {
          const value =
            column === 'bytes'
              ? Buffer.from(`before ${canary} after`)
              : column === 'plain'
                ? `before ${canary}`
                : column === 'document'
                  ? JSON.stringify({ deep: [{ choice: canary }] })
                  : JSON.stringify(Buffer.from(`x${canary}`).toString('base64'));
          await house.sql(service, `CREATE TABLE planted (${column} ${type})`);
          await house.sql(service, 'INSERT INTO planted VALUES ($1)', [value]);
          const places = await placesOf(canary);
          await house.sql(service, 'DROP TABLE planted');
          expect([column, places]).toEqual([column, [`${service}.planted`]]);
        }
      },
      TIMEOUT_MS,
    );

    it(
      'in every kind of key of Redis, in every log, and in the mails',
      async () => {
        const redis = new Redis(await house.redisUrl());
        const canary = aCanary();
        try {
          const plant: Record<string, () => Promise<unknown>> = {
            string: () => redis.set('planted:string', canary),
            hash: () => redis.hset('planted:hash', 'field', canary),
            list: () => redis.lpush('planted:list', canary),
            set: () => redis.sadd('planted:set', canary),
            zset: () => redis.zadd('planted:zset', 1, canary),
            stream: () => redis.xadd('planted:stream', '*', 'field', canary),
          };
          for (const place of Object.values(plant)) await place();
          expect(await placesOf(canary)).toEqual(
            Object.keys(plant)
              .map((kind) => `redis planted:${kind}`)
              .sort(),
          );
          await redis.del(...Object.keys(plant).map((kind) => `planted:${kind}`));
        } finally {
          redis.disconnect();
        }
        const logs = [...SERVICES.map((service) => `${service}.log`), 'postgres.log'];
        const logged = aCanary();
        for (const log of logs) await appendFile(join(house.dataFolder, 'logs', log), `{"msg":"${logged}"}\n`);
        expect(await placesOf(logged)).toEqual(logs.map((log) => `log ${log}`).sort());
        const mailed = aCanary();
        const sender = createTransport((await readFile(join(house.dataFolder, 'secrets', 'smtp-url'), 'utf8')).trim());
        await sender.sendMail({ from: 'canary@example.test', to: 'canary@example.test', subject: 'A canary', text: `It sings ${mailed}.` });
        sender.close();
        expect(
          await probe('the mail is caught', async () =>
            (await house.mails()).some(({ text }) => text.includes(mailed)) ? placesOf(mailed) : null,
          ),
        ).toEqual(['mail']);
      },
      TIMEOUT_MS,
    );

    it(
      'for rows in which a person stands beside a paper',
      async () => {
        await house.sql('ballot', "CREATE TABLE planted AS SELECT 'somebody' AS member, 'a paper' AS paper");
        expect(await rowsWithBoth(house, 'somebody', 'a paper')).toEqual(['ballot.planted']);
        expect(await rowsAbout(house, ['somebody'])).toEqual(['ballot.planted: (somebody,"a paper")']);
        await house.sql('ballot', 'DROP TABLE planted');
      },
      TIMEOUT_MS,
    );
  });

  it(
    'shows the token by which somebody ends mails in no log, row, key or mail, whether it is looked at or used',
    async () => {
      const token = aCanary();
      const path = `${house.url}/api/notifier/unsubscriptions/${token}`;
      const asked = [fetch(path, { redirect: 'manual' }), fetch(`${path}/kinds`), fetch(path, { method: 'POST' })];
      expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([303, 404, 404]);
      expect(await placesOf(token)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  describe('of a sealed vote', () => {
    let vote: SealedVote;
    let clients: readonly Client[];
    let about: readonly string[];
    let logsBefore: number;

    const ballotLog = () => house.logOf('ballot');
    const namesOf = ({ memberId, staffNo, token }: Person): readonly string[] => [memberId, staffNo, token];

    beforeAll(async () => {
      vote = await openSealedVote(hall, {
        kind: 'election',
        channel: 'sealed',
        title: 'Nine of twelve',
        rules: { ...RULES, writeIns: 'none' },
        candidates: TWELVE,
      });
      clients = await devicesOf(vote, VOTERS, (nth) => [VECTORS[nth] ?? []]);
      // What was published by then is told to everybody first: from here on only the casting happens.
      await probe(
        'the house is at rest',
        async () => (await house.sql('ballot', 'SELECT 1 FROM outbox WHERE confirmed_at IS NULL LIMIT 1')).length === 0,
        { timeoutMs: 60_000 },
      );
      await probe(
        'mails are gone',
        async () => (await house.sql('notifier', "SELECT 1 FROM deliveries WHERE state IN ('due', 'claimed') LIMIT 1")).length === 0,
        { timeoutMs: 60_000 },
      );
      about = await rowsAbout(
        house,
        hall.voters.flatMap(({ memberId, staffNo }) => [memberId, staffNo]),
      );
      logsBefore = (await ballotLog()).length;
      for (const { voter, paper } of clients) await voter.post(`${vote.path}/papers`, { paper: paper.text });
    }, TIMEOUT_MS);

    it(
      'has the label of a candidate in the list of candidates, and in no row that has anything to do with a voter',
      async () => {
        expect(await placesOf('Canary, Candidate')).toEqual([
          'ballot.audit_trail',
          'ballot.ballots',
          'ballot.board_events',
          'ballot.sealed_elections',
        ]);
        for (const { memberId } of hall.voters) expect(await rowsWithBoth(house, 'Canary, Candidate', memberId)).toEqual([]);
      },
      TIMEOUT_MS,
    );

    it(
      'gains no row about a voter by the casting: not what, not that, not when',
      async () => {
        expect(about.length).toBeGreaterThanOrEqual(VOTERS);
        expect(
          await rowsAbout(
            house,
            hall.voters.flatMap(({ memberId, staffNo }) => [memberId, staffNo]),
          ),
        ).toEqual(about);
      },
      TIMEOUT_MS,
    );

    it(
      'says in no line of a log who cast, nor that somebody did',
      async () => {
        const lines = (await ballotLog()).slice(logsBefore);
        expect(lines).not.toContain('/papers');
        expect(hall.voters.flatMap(namesOf).filter((name) => lines.includes(name))).toEqual([]);
      },
      TIMEOUT_MS,
    );

    it(
      'has a paper and its pseudonym on the board alone, and beside no person',
      async () => {
        for (const {
          voter,
          paper: { text, credential, tracker },
        } of clients) {
          const { signature } = JSON.parse(text) as { signature: { proof: { response: string } } };
          expect(shortened(hexHash(text))).toBe(tracker);
          expect(await placesOf(signature.proof.response)).toEqual(['ballot.board_events']);
          expect(await placesOf(hexHash(text))).toEqual(['ballot.board_events']);
          expect(await placesOf(tracker)).toEqual([]);
          expect(await placesOf(credential)).toEqual(['ballot.board_events', 'ballot.sealed_credentials', 'ballot.sealed_elections']);
          for (const mark of [credential, hexHash(text)]) expect(await rowsWithBoth(house, mark, voter.memberId)).toEqual([]);
        }
      },
      TIMEOUT_MS,
    );

    it(
      'has what devices keep to themselves nowhere: secrets of voters, private keys of scrutineers',
      async () => {
        for (const secret of vote.secrets.values()) expect(await placesOf(secret.toString())).toEqual([]);
        for (const { privateKey } of vote.keys.values()) expect(await placesOf(privateKey)).toEqual([]);
      },
      TIMEOUT_MS,
    );

    it(
      "has no voter's choice anywhere, not even when the sums have been opened",
      async () => {
        await vote.secretary.decide(`${vote.path}/closing`, {});
        const verdict = verifyArchive(await archiveOf(vote), { arithmetic });
        if (!verdict.ok || !verdict.sum) throw new Error('the scrutineers refuse the archive');
        for (const [scrutineer, { privateKey }] of vote.keys) {
          await scrutineer.post(`${vote.path}/shares`, {
            share: makeShare(arithmetic, verdict.fingerprint, verdict.sum.tally, readPrivateKey(privateKey)),
          });
        }
        await hall.officers.tellers[0].post(`${vote.path}/count`);
        const sums = TWELVE.map((_, candidate) => VECTORS.reduce((sum, vector) => sum + (vector[candidate] ?? 0), 0));
        expect(await placesOf(`[${sums.join(',')}]`)).toEqual(['ballot.board_events']);
        for (const vector of VECTORS)
          for (const written of [vector.join(','), vector.join(', '), vector.join('')]) expect(await placesOf(written)).toEqual([]);
      },
      TIMEOUT_MS,
    );
  });

  describe('of papers that were entered', () => {
    it(
      'has a marked name in the sheets, then where officers say whom it means, then in the tally, and nowhere else',
      async () => {
        const canary = aCanary();
        const { secretary } = hall.organisation;
        const { scrutineers, tellers } = hall.officers;
        const path = await prepareVote(hall, { kind: 'election', channel: 'paper', title: 'On paper', rules: RULES, candidates: TWELVE });
        await secretary.decide(`${path}/opening`, {});
        await secretary.decide(`${path}/closing`, { returned: 1 });
        const sheet = { no: 1, marks: { c1: 'yes' }, writeIns: [canary] };
        await tellers[0].put(`${path}/sheets`, { sheets: [{ ...sheet, marks: { c2: 'yes' } }] });
        await tellers[1].put(`${path}/sheets`, { sheets: [sheet] });
        await tellers[2].post(`${path}/decisions`, sheet);
        expect(await placesOf(canary)).toEqual(['ballot.ballot_sheets']);
        const match = { name: canary, canonical: canary, eligible: true };
        await tellers[0].post(`${path}/name-matches`, match);
        await tellers[1].post(`${path}/name-confirmations`, match);
        await tellers[0].post(`${path}/count`, {});
        for (const officer of [scrutineers[0], tellers[0]]) await officer.sign(path);
        await secretary.decide(`${path}/declaration`, {});
        await probe(
          'what was declared has been told',
          async () => (await house.sql('ballot', 'SELECT 1 FROM outbox WHERE confirmed_at IS NULL LIMIT 1')).length === 0,
          { timeoutMs: 60_000 },
        );
        expect(await placesOf(canary)).toEqual([
          'ballot.ballot_sheets',
          'ballot.ballot_written_names',
          'ballot.ballots',
          'ballot.written_aliases',
        ]);
        for (const { memberId } of hall.voters) expect(await rowsWithBoth(house, canary, memberId)).toEqual([]);
      },
      TIMEOUT_MS,
    );
  });

  describe('of a confidential proposal', () => {
    it(
      'has its words with the proposals alone, whoever is told of it and on whatever way',
      async () => {
        const [proposer, seconder] = hall.voters as readonly [Person, Person];
        const { organisation, sessionId } = hall;
        await organisation.office('PROPOSALS_COMMITTEE', organisation.secretary);
        const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
        const { id: callId } = await onceKnown('the committee is known', () =>
          organisation.secretary.post<{ id: string }>('/api/proposals/calls', {
            sessionId,
            opensAt: at(-1),
            closesAt: at(5),
            minSeconders: 1,
          }),
        );
        const canaries = { subject: aCanary(), grounds: aCanary(), measures: aCanary() };
        const { id } = await proposer.post<{ id: string }>('/api/proposals/proposals', { callId, ...canaries });
        const path = `/api/proposals/proposals/${id}`;
        await proposer.decide(`${path}/confidentiality`, { isConfidential: true }, 'PUT');
        await proposer.post(`${path}/invitations`, { memberIds: [seconder.memberId] });
        await seconder.decide(`${path}/seconding`);
        await proposer.decide(`${path}/submission`);
        const told = async () => outside.read().every(([, content]) => content.includes('（保密提案）'));
        await probe('it is told on every way, without its subject', told, { timeoutMs: 60_000 });
        for (const canary of Object.values(canaries))
          expect((await placesOf(canary)).filter((place) => !place.startsWith('proposals.'))).toEqual([]);
      },
      TIMEOUT_MS,
    );
  });

  describe('of sign-ins', () => {
    it(
      'has a password, an access token, a keeping key, a renewal and a sign-in code nowhere',
      async () => {
        const { secretary, code } = hall.organisation;
        const member = await secretary.post<{ id: string }>('/api/congress/members', {
          staffNo: 'K00001',
          name: 'Somebody',
          email: 'k00001@example.test',
        });
        const {
          codes: [issued],
        } = await secretary.post<{ codes: readonly { signInCode: string }[] }>('/api/congress/members/sign-in-codes', {
          memberIds: [member.id],
        });
        const signInCode = issued?.signInCode ?? '';
        expect(signInCode.length).toBeGreaterThan(6);
        expect(await placesOf(signInCode)).toEqual([]);
        const password = `${aCanary()} is long enough, 2026`;
        await house.stranger.post('/api/congress/first-sign-in', { organisation: code, staffNo: 'K00001', signInCode, password });
        const signedIn = await house.stranger.ask<{ accessToken: string; keepingKey: string }>('POST', '/api/congress/sign-in', {
          organisation: code,
          staffNo: 'K00001',
          password,
        });
        const wrong = aCanary();
        expect(
          (await house.stranger.ask('POST', '/api/congress/sign-in', { organisation: code, staffNo: 'K00001', password: wrong })).body,
        ).toMatchObject({ type: 'congress.sign-in-refused' });
        const cookie = signedIn.headers.getSetCookie().find((each) => each.startsWith('plenum_refresh='));
        const renewal = /=([^;]+)/.exec(cookie ?? '')?.[1] ?? '';
        expect([signedIn.status, renewal.length > 20]).toEqual([200, true]);
        for (const secret of [password, wrong, PASSWORD, signInCode, signedIn.body.accessToken, signedIn.body.keepingKey, renewal])
          expect(await placesOf(secret)).toEqual([]);
      },
      TIMEOUT_MS,
    );
  });
});
