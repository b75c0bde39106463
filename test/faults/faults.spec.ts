import { probe } from '@plenum/test-kit';
import { Redis } from 'ioredis';
import { House } from '../lib/house.js';
import { Gate } from './gate.js';
import { eachOnce, mailsGone, mailsTo, nothingLost, type Told, timesTold } from './ledger.js';
import { type Congress, prepareCongress, propose } from './proposals-at-work.js';

const FAULT_TIMEOUT_MS = 300_000;
const WORKERS = 8; // As many events as a service handles at a time.

/**
 * Goal: whatever is killed, flushed or restarted, every notice exists exactly once and no event is lost.
 * Method: a real house at work, the fault at a moment that is held open for it, then the ledgers of all services are compared.
 */
describe('after a fault', () => {
  let house: House;
  let congress: Congress;
  const told: Told[] = [];

  /** Everything so far: each notice once, each event handled by all and confirmed. */
  const settled = async (): Promise<void> => {
    await house.ready();
    await nothingLost(house);
    expect(await timesTold(told)).toEqual(eachOnce(told));
  };

  beforeAll(async () => {
    house = await House.open();
    congress = await prepareCongress(house);
    await nothingLost(house);
  }, FAULT_TIMEOUT_MS);

  afterAll(() => house?.close(), 60_000);

  it(
    'of the notifier, killed with its hands full, nobody is told twice and nobody is left out',
    async () => {
      const gate = await Gate.shut(house, 'notifier', 'notices', 'INSERT');
      told.push(...(await propose(congress, 12)));
      await gate.waitFor(WORKERS);
      await house.kill('notifier');
      await gate.open();
      await settled();
    },
    FAULT_TIMEOUT_MS,
  );

  it(
    'of the notifier, killed again and again while events come in, the same',
    async () => {
      told.push(...(await propose(congress, 24, async (done) => (done % 8 === 0 ? house.kill('notifier') : undefined))));
      await settled();
    },
    FAULT_TIMEOUT_MS,
  );

  it(
    'of a relay, killed after it queued and before it could note so, events that are queued twice are handled once',
    async () => {
      const gate = await Gate.shut(house, 'proposals', 'outbox', 'UPDATE');
      told.push(...(await propose(congress, 6)));
      await gate.waitFor(1);
      await probe('an event has arrived that nobody noted as sent', () => arrivedUnnoted(house));
      await house.kill('proposals');
      await gate.open();
      await settled();
    },
    FAULT_TIMEOUT_MS,
  );

  it(
    'of Redis, flushed in mid-scenario, what was on its way is queued again',
    async () => {
      const redis = new Redis(await house.redisUrl());
      try {
        const gate = await Gate.shut(house, 'notifier', 'notices', 'INSERT');
        told.push(...(await propose(congress, 12, async (done) => void (done % 5 === 0 && (await redis.flushall())))));
        await gate.waitFor(1);
        // The relay carries the last of them while we look; with every worker before the gate, they stay.
        await probe('some wait in the queue', async () => (await redis.llen('bull:notifier.inbox:wait')) > 0);
        await redis.flushall();
        await gate.open();
        told.push(...(await propose(congress, 6)));
        await settled();
      } finally {
        redis.disconnect();
      }
    },
    FAULT_TIMEOUT_MS,
  );

  it(
    'of PostgreSQL, restarted under work, everybody waits and nothing is lost',
    async () => {
      const restart = async (): Promise<void> => {
        const pid = house.postmaster();
        process.kill(pid, 'SIGINT');
        await probe('PostgreSQL has another process', () => house.postmaster() !== pid, { timeoutMs: 60_000 });
      };
      told.push(...(await propose(congress, 12, async (done) => (done === 4 || done === 8 ? restart() : undefined))));
      await settled();
    },
    FAULT_TIMEOUT_MS,
  );

  it(
    'of all of these, everybody has the mail, once, or once more where a sender died with it in hand',
    async () => {
      await mailsGone(house);
      const mails = await house.mails();
      // One of a pair a day has a mail; the rest of what they were told is in the inbox alone.
      const due = await house.sql<{ member_id: string; link: string }>(
        'notifier',
        "SELECT n.member_id, n.link FROM deliveries d JOIN notices n ON n.id = d.notice_id WHERE n.code = 'proposals.seconder-invited'",
      );
      const staffNos = new Map(told.map(({ person }) => [person.memberId, person.staffNo.toLowerCase()]));
      expect(new Set(due.map(({ member_id }) => member_id)).size).toBe(staffNos.size);
      const counts = due.map(({ member_id, link }) => mailsTo(mails, `${staffNos.get(member_id)}@example.test`, link));
      expect(counts.filter((count) => count === 0)).toEqual([]);
      const [{ resends }] = (await house.sql<{ resends: number }>(
        'notifier',
        'SELECT coalesce(sum(resends), 0)::int AS resends FROM deliveries',
      )) as [{ resends: number }];
      expect(counts.reduce((sum, count) => sum + count - 1, 0)).toBeLessThanOrEqual(resends);
    },
    FAULT_TIMEOUT_MS,
  );
});

/** Whether an event of the proposals service was handled by the notifier although its outbox does not say that it left. */
async function arrivedUnnoted(house: House): Promise<boolean> {
  const unnoted = await house.sql<{ id: string }>('proposals', 'SELECT id FROM outbox WHERE relayed_at IS NULL');
  const arrived = await house.sql('notifier', 'SELECT FROM inbox WHERE event_id = ANY($1)', [unnoted.map(({ id }) => id)]);
  return arrived.length > 0;
}
