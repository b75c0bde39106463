import { verifyArchive } from '@plenum/ballot-crypto';
import { probe } from '@plenum/test-kit';
import { archiveOf, arithmetic, type Client, devicesOf, type Hall, openHall, openSealedVote, type SealedVote } from '../lib/hall.js';
import { House, type Replica, SERVICES } from '../lib/house.js';
import { mailsGone, nothingLost } from './ledger.js';
import { type Acknowledgement, type Cast, cast } from './sealed-at-work.js';

const TIMEOUT_MS = 300_000;
const VOTERS = 8;
const CLIENTS = 200;
const KILLED_AFTER = 60; // Acknowledgements; the second replica dies with the others on their way.
const REPLACED_AFTER = 120;

/**
 * Goal: two processes of the ballot service write one board as if they were one, and tell everybody everything once.
 * Method: half of the clients ask one process, half the other, and one of the two is killed and replaced in the middle of it.
 */
describe('two replicas of the ballot service', () => {
  let house: House;
  let hall: Hall;
  let vote: SealedVote;
  let replica: Replica;
  let clients: readonly Client[];
  let casts: readonly Cast[];

  beforeAll(async () => {
    house = await House.open();
    replica = await house.ballotReplica();
    // Both are up from the beginning: what the preparation publishes is relayed by whichever of them comes first.
    hall = await openHall(house, VOTERS);
    vote = await openSealedVote(hall);
  }, TIMEOUT_MS);

  afterAll(async () => {
    await replica?.kill();
    await house?.close();
  }, 60_000);

  it(
    'cast into one board: no fork, no gap, though one of them is killed and replaced meanwhile',
    async () => {
      clients = await devicesOf(vote, CLIENTS);
      let [done, trouble] = [0, Promise.resolve()];
      casts = await Promise.all(
        clients.map(async (client, nth) => {
          const [first, second] = nth % 2 === 0 ? [house.url, replica.url] : [replica.url, house.url];
          const one = await cast(vote, client, [first, second]);
          done += 1;
          if (done === KILLED_AFTER) trouble = trouble.then(() => replica.kill());
          if (done === REPLACED_AFTER) trouble = trouble.then(async () => void (replica = await house.ballotReplica()));
          return one;
        }),
      );
      await trouble;
      expect(casts.filter(({ sent }) => sent > 1).length).toBeGreaterThan(0);
      const positions = casts.map(({ acknowledgement }) => acknowledgement.position).sort((a, b) => a - b);
      expect(positions).toEqual(Array.from({ length: CLIENTS }, (_, nth) => nth + 1));
      const verdict = verifyArchive(await archiveOf(vote), { arithmetic });
      expect(verdict).toMatchObject({ ok: true, state: 'open', papers: CLIENTS, counted: VOTERS });
      const head = await vote.secretary.get<{ hash: string; height: number }>(`${vote.path}/board/head`);
      const last = casts.find(({ acknowledgement }) => acknowledgement.position === CLIENTS)?.acknowledgement;
      expect([head.height, head.hash]).toEqual([CLIENTS, last?.head]);
    },
    TIMEOUT_MS,
  );

  it(
    'give the same acknowledgement of the same paper, signature and all, whichever is asked',
    async () => {
      const again = await Promise.all(
        clients.flatMap((client) => [house.url, replica.url].map(async (url) => (await cast(vote, client, [url])).acknowledgement)),
      );
      const expected: readonly Acknowledgement[] = casts.flatMap(({ acknowledgement }) => [acknowledgement, acknowledgement]);
      expect(again).toEqual(expected);
    },
    TIMEOUT_MS,
  );

  it(
    'send nothing twice: everybody has each notice once and each mail once',
    async () => {
      await vote.secretary.decide(`${vote.path}/closing`, {});
      await nothingLost(house);
      await mailsGone(house);
      const twice = await house.sql<{ code: string; link: string; times: number }>(
        'notifier',
        'SELECT code, link, count(*)::int AS times FROM notices WHERE link LIKE $1 GROUP BY member_id, code, link HAVING count(*) > 1',
        [`%${vote.id}%`],
      );
      const [{ told } = { told: 0 }] = await house.sql<{ told: number }>(
        'notifier',
        'SELECT count(*)::int AS told FROM notices WHERE link LIKE $1',
        [`%${vote.id}%`],
      );
      expect(told).toBeGreaterThanOrEqual(VOTERS);
      expect(twice).toEqual([]);
      const mails = (await house.mails()).map(({ to, subject, text }) => JSON.stringify([to, subject, text]));
      expect(mails.filter((mail, nth) => mails.indexOf(mail) !== nth)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  it(
    'seal one chain of the audit trail',
    async () => {
      await probe(
        'every row is sealed',
        async () => (await house.sql('ballot', 'SELECT 1 FROM audit_trail WHERE position IS NULL LIMIT 1')).length === 0,
        { timeoutMs: 60_000 },
      );
      const rows = await house.sql<{ position: string; hash: string; previous_hash: string | null }>(
        'ballot',
        'SELECT position, hash, previous_hash FROM audit_trail ORDER BY position',
      );
      expect(rows.length).toBeGreaterThan(5); // Who received a paper leaves none.
      expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, nth) => nth + Number(rows[0]?.position)));
      expect(rows.slice(1).map(({ previous_hash }) => previous_hash)).toEqual(rows.slice(0, -1).map(({ hash }) => hash));
    },
    TIMEOUT_MS,
  );

  it.each(SERVICES)(
    'have a command, as %s has, that follows its chain to the end and says how long it is and what its head is',
    async (service) => {
      const { status, stdout, stderr } = await house.command(service, 'audit', 'verify');
      expect([status, stderr]).toEqual([0, '']);
      const [, length, position, hash] = /^(\d+) rows follow each other; [^]*\nhead (\d+):([0-9a-f]{64})\n$/.exec(stdout) ?? [stdout];
      expect(position).toBe(length);
      const [row = { hash: '0'.repeat(64) }] = await house.sql<{ hash: string }>(
        service,
        'SELECT hash FROM audit_trail WHERE position = $1',
        [position],
      ); // Nothing was done in some.
      expect(hash).toBe(row.hash);
    },
    TIMEOUT_MS,
  );

  it(
    'have a command that fails where somebody with the right over the tables changed the chain, and says where',
    async () => {
      const verified = (...head: readonly string[]) => house.command('congress', 'audit', 'verify', ...head);
      const owner = await house.databaseClient('congress');
      try {
        const [, head = ''] = /^head (.+)$/m.exec((await verified()).stdout) ?? [];
        const last = Number(head.split(':')[0]);
        expect(last).toBeGreaterThan(5);
        await owner.query('ALTER TABLE audit_trail DISABLE TRIGGER USER; CREATE TEMPORARY TABLE as_it_was AS SELECT * FROM audit_trail');
        const after = async (change: string, ...options: readonly string[]) => {
          await owner.query(`${change}; ALTER TABLE audit_trail ENABLE TRIGGER USER`);
          const { status, stdout, stderr } = await verified(...options);
          await owner.query(
            'ALTER TABLE audit_trail DISABLE TRIGGER USER; TRUNCATE audit_trail; INSERT INTO audit_trail SELECT * FROM as_it_was',
          );
          return [status, stdout, stderr];
        };
        const refused = (reason: string) => [1, '', `congress audit: ${reason}\n`];
        expect(await after("UPDATE audit_trail SET action = 'other' WHERE position = 3")).toEqual(
          refused('row 3 of the trail does not follow the one before it'),
        );
        expect(await after('DELETE FROM audit_trail WHERE position = 4')).toEqual(
          refused('row 4 of the trail does not follow the one before it'),
        );
        expect(await after(`DELETE FROM audit_trail WHERE position = ${last}`, '--head', head)).toEqual(
          refused(`the head that was kept at row ${last} is not in the trail: rows were taken away or replaced`),
        );
        expect((await after('SELECT', '--head', head))[0]).toBe(0);
      } finally {
        await owner.query('ALTER TABLE audit_trail ENABLE TRIGGER USER').finally(() => owner.end());
      }
    },
    TIMEOUT_MS,
  );
});
