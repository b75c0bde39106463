import { verifyArchive, verifyChain } from '@plenum/ballot-crypto';
import { Redis } from 'ioredis';
import { House, SERVICES } from '../lib/house.js';
import { type Acknowledgement, arithmetic, cast, marksOf, openSealedVote, type SealedVote } from './sealed-at-work.js';

const FAULT_TIMEOUT_MS = 300_000;
const VOTERS = 10;
const PAPERS_EACH = 5;
const KILLS_AFTER = [5, 20, 35]; // Acknowledgements; the others are on their way.

/**
 * Goal: whatever is killed, a paper that was acknowledged is on the board exactly once, and one that was not can be sent again.
 * Method: fifty clients cast at once while the service is killed three times; then the board is read and every paper sent again.
 */
describe('while fifty clients cast', () => {
  let house: House;
  let vote: SealedVote;
  let acknowledged: readonly Acknowledgement[];

  beforeAll(async () => {
    house = await House.open();
    vote = await openSealedVote(house, VOTERS, PAPERS_EACH);
  }, FAULT_TIMEOUT_MS);

  afterAll(() => house?.close(), 60_000);

  it(
    'the service may be killed: every paper is acknowledged in the end, and on the board once',
    async () => {
      let [done, kills] = [0, Promise.resolve()];
      acknowledged = await Promise.all(vote.clients.map(async (client) => {
        const acknowledgement = await cast(vote, client);
        done += 1;
        if (KILLS_AFTER.includes(done)) kills = kills.then(() => house.kill('ballot'));
        return acknowledgement;
      }));
      await kills;
      await house.ready();
      const archive = await archiveOf(vote);
      const chain = verifyChain(archive);
      if (!chain.ok) throw new Error(chain.reason);
      const { papers, chain: heads } = chain.board;
      expect(papers.map(({ tracker }) => tracker).sort()).toEqual(vote.clients.map(({ paper }) => paper.tracker).sort());
      for (const { tracker, position, head } of acknowledged) expect([papers[position - 1]?.tracker, heads[position]]).toEqual([tracker, head]);
      expect(verifyArchive(archive, { arithmetic })).toMatchObject({ ok: true, state: 'open', papers: 50, counted: VOTERS });
    },
    FAULT_TIMEOUT_MS,
  );

  it(
    'and a paper sent again is acknowledged by the next process as by the one that died',
    async () => {
      for (const [n, client] of vote.clients.entries()) expect(await cast(vote, client)).toEqual(acknowledged[n]);
      expect(await vote.secretary.get(`${vote.path}/board/head`)).toMatchObject({ papers: 50, height: 50 });
    },
    FAULT_TIMEOUT_MS,
  );

  it('and nothing of a paper is in a log, in a queue, or in any table but those of the board', async () => {
    const marks = vote.clients.flatMap(marksOf);
    const logs = await Promise.all(SERVICES.map((service) => house.logOf(service)));
    const redis = new Redis(await house.redisUrl());
    const queued = await contentOf(redis).finally(() => redis.disconnect());
    expect(queued).not.toBe('');
    for (const text of [...logs, queued]) expect(marks.filter((mark) => text.includes(mark))).toEqual([]);
    expect(await tablesWith(house, marks)).toEqual(['board_events', 'sealed_credentials', 'sealed_elections']);
  });
});

async function archiveOf({ secretary, path }: SealedVote): Promise<Uint8Array> {
  return Buffer.from(await secretary.get<string>(`${path}/board/archive`)); // UTF-8 throughout.
}

/** Everything in Redis as one text. */
async function contentOf(redis: Redis): Promise<string> {
  const parts: string[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    const read: Record<string, () => Promise<unknown>> = {
      string: () => redis.get(key), hash: () => redis.hgetall(key), list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key), zset: () => redis.zrange(key, '0', '-1'), stream: () => redis.xrange(key, '-', '+'),
    };
    parts.push(`${key} ${JSON.stringify(await read[type]?.())}`);
  }
  return parts.join('\n');
}

/** The tables of the ballot service in which one of the texts stands. */
async function tablesWith(house: House, texts: readonly string[]): Promise<readonly string[]> {
  const tables = await house.sql<{ name: string }>('ballot', "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1");
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await house.sql<{ held: boolean }>('ballot', `SELECT EXISTS (SELECT FROM ${name} t, unnest($1::text[]) AS mark WHERE strpos(t::text, mark) > 0) AS held`, [texts]);
    if (row?.held) found.push(name);
  }
  return found;
}
