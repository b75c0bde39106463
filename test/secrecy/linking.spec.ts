import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawSecret, makeTrusteeKey, publicCredential, verifyElection } from '@plenum/ballot-crypto';
import { probe, seededRandom } from '@plenum/test-kit';
import { arithmetic, devicesOf, type Hall, openHall, prepareVote } from '../lib/hall.js';
import { House } from '../lib/house.js';
import { repositoryRoot } from '../lib/repository.js';
import { bestOf, guesses, standsOnDisk, type Target } from './linking.js';

const SET_UP_TIMEOUT_MS = 600_000;
const VOTERS = 200;
/** Whoever guesses at random names one rightly, on average; of a dozen ways the best names more than this once in some thousand times. */
const BY_CHANCE = 9;
const A_POLL = {
  kind: 'resolution',
  channel: 'sealed',
  title: 'The plan',
  items: [{ id: 'plan', label: 'The plan' }],
  rules: {
    quorum: { num: 2, den: 3, inclusive: true },
    returnedLimit: 'issued',
    pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
    bundle: 'each',
  },
};

/**
 * Goal: after the opening nobody who has the disk can tell whose a paper is. Method: two hundred voters fetch their papers one after
 * another, and cast in another order. Then everything that the house has written is read (tables, write-ahead log, logs, Redis), and
 * persons and papers are brought together by the audit rows, by order, by nearness and by transaction. The same is done to rows that were
 * written as they once were, each voter with the own credential: there it has to find the link.
 */
describe('voters and papers on the disk of a house', () => {
  let house: House;
  let hall: Hall;
  let target: Target;
  let truth: ReadonlyMap<string, string>;
  let key: Buffer;

  const trailOf = async (ballotId: string): Promise<readonly string[]> => {
    const rows = await house.sql<{ actor: string }>(
      'ballot',
      "SELECT actor_id::text AS actor FROM audit_trail WHERE subject_id = $1 AND action LIKE '%credential%' ORDER BY occurred_at",
      [ballotId],
    );
    return rows.map(({ actor }) => actor);
  };

  beforeAll(async () => {
    house = await House.open();
    hall = await openHall(house, VOTERS);
    const { secretary } = hall.organisation;
    const path = await prepareVote(hall, A_POLL);
    const ballotId = path.split('/').at(-1) as string;
    const keys = new Map(hall.officers.scrutineers.map((scrutineer) => [scrutineer, makeTrusteeKey(arithmetic)]));
    for (const [scrutineer, { publicKey }] of keys) await scrutineer.post(`${path}/trustee-keys`, { publicKey });
    const secrets = new Map(hall.voters.map((voter) => [voter, drawSecret()]));
    const credentials = new Map([...secrets].map(([voter, secret]) => [voter, publicCredential(arithmetic, secret)]));
    for (const [voter, credential] of credentials)
      await probe('the voter is known to be there', () => voter.post(`${path}/credentials`, { publicCredential: credential }));
    const [kept] = await house.sql<{ secret: Buffer }>('ballot', 'SELECT secret FROM registration_keys WHERE ballot_id = $1', [ballotId]);
    key = kept?.secret ?? Buffer.alloc(0);
    await secretary.decide(`${path}/opening`, {});
    const read = verifyElection((await secretary.get<{ election: string }>(`${path}/board/setup`)).election);
    if (!read.ok) throw new Error(read.reason);
    const clients = await devicesOf({ id: ballotId, path, secretary, election: read.election, secrets, keys }, VOTERS);
    for (const { voter, paper } of seededRandom(9).shuffle(clients)) await voter.post(`${path}/papers`, { paper: paper.text });
    target = { ballotId, memberIds: hall.voters.map(({ memberId }) => memberId), credentials: [...credentials.values()] };
    truth = new Map([...credentials].map(([{ memberId }, credential]) => [credential, memberId]));
  }, SET_UP_TIMEOUT_MS);

  afterAll(() => house?.close(), 60_000);

  it(
    'are not brought together better than by chance, by any order, nearness or transaction',
    async () => {
      expect([truth.size, new Set(truth.values()).size]).toEqual([VOTERS, VOTERS]);
      const best = bestOf(await guesses(house, target, await trailOf(target.ballotId)), truth);
      expect({ ...best, tooMany: best.hits > BY_CHANCE }).toMatchObject({ tooMany: false });
    },
    SET_UP_TIMEOUT_MS,
  );

  it('have left no audit row of a voter, and no line of a log that says when a paper was fetched or cast', async () => {
    expect(await trailOf(target.ballotId)).toEqual([]);
    const [{ actors = '' } = {}] = await house.sql<{ actors: string }>(
      'ballot',
      "SELECT string_agg(actor_id::text, ' ') AS actors FROM audit_trail",
    );
    for (const { memberId } of hall.voters) expect(actors).not.toContain(memberId);
    const lines = (await house.logOf('ballot'))
      .split('\n')
      .filter((line) => /\/(papers|credentials)"/.test(line) && line.includes('"status":200'));
    expect(lines).toEqual([]);
    expect(await readFile(join(repositoryRoot(), 'docker/web/nginx.conf'), 'utf8')).toContain('access_log off;');
  });

  it('are told in the audit trail as a number', async () => {
    const [opening] = await house.sql<{ after: { issued: number } }>(
      'ballot',
      "SELECT after FROM audit_trail WHERE subject_id = $1 AND action = 'open-voting'",
      [target.ballotId],
    );
    expect(opening?.after).toMatchObject({ issued: VOTERS });
  });

  it(
    'have lost the key that tied them together: it stands in no table, and in no file',
    async () => {
      expect(key).toHaveLength(32);
      expect(await house.sql('ballot', 'SELECT 1 FROM registration_keys')).toEqual([]);
      expect(await house.sql('ballot', 'SELECT 1 FROM pending_credentials')).toEqual([]);
      expect(await standsOnDisk(house, key)).toEqual([]);
    },
    SET_UP_TIMEOUT_MS,
  );

  it(
    'would be brought together if each voter were written down with the own credential again',
    async () => {
      const ballotId = randomUUID();
      const old = new Map(hall.voters.map(({ memberId }) => [publicCredential(arithmetic, drawSecret()), memberId]));
      const client = await house.databaseClient('ballot');
      try {
        await client.query(
          `
            CREATE TABLE planted_registrations (LIKE sealed_registrations INCLUDING INDEXES);
              CREATE TABLE planted_credentials (LIKE sealed_credentials INCLUDING INDEXES)
          `,
        );
        for (const [credential, memberId] of old) {
          await client.query('BEGIN');
          await client.query('INSERT INTO planted_registrations VALUES ($1, $2)', [ballotId, memberId]);
          await client.query('INSERT INTO planted_credentials VALUES ($1, $2)', [ballotId, credential]);
          await client.query('COMMIT');
        }
      } finally {
        await client.end();
      }
      const trail = hall.voters.map(({ memberId }) => memberId);
      const found = await guesses(house, { ballotId, memberIds: trail, credentials: [...old.keys()] }, trail);
      expect(bestOf(found, old).hits).toBeGreaterThan(VOTERS * 0.9);
      expect(
        bestOf(
          found.filter(({ way }) => way.includes('beside that of the audit rows')),
          old,
        ).hits,
      ).toBeGreaterThan(VOTERS * 0.9);
    },
    SET_UP_TIMEOUT_MS,
  );
});
