import { AsyncLocalStorage } from 'node:async_hooks';
import type { Envelope } from '@plenum/contracts';
import { DomainError } from '@plenum/kernel';
import { testEventKeys } from '@plenum/test-kit';
import { EventKeys } from './event-keys.js';
import { failedEvents, queuesCommand, redriveEvents } from './queues.operations.js';
import { sealEnvelope } from './sealed-envelope.js';
import { eventuallyEquals, confirmed, envelopesIn, MessagingHarness } from './testing/messaging-harness.js';
import { NoteUnit, unitSetUp } from './testing/test-service.js';

describe('inbox', () => {
  const house = new MessagingHarness();
  const ballotQueue = () => ({ name: 'ballot', redisUrl: house.redisUrl, databaseUrl: house.databaseUrl('ballot') });

  it('runs a reaction once, however often and however parallel its event is delivered', async () => {
    const { congress, ballot } = await house.pair();
    await congress.append(unitSetUp('once'));
    const [event] = (await envelopesIn(congress)) as [Envelope];
    const keys = EventKeys.of('congress', testEventKeys());
    const inbox = (await house.queuesOf()).queueFor('ballot');
    await inbox.addBulk(
      Array.from({ length: 200 }, (_, copy) => ({
        name: event.name,
        data: sealEnvelope(keys, 'ballot', event),
        opts: { jobId: `copy-${copy}` },
      })),
    );
    const twenty = await house.service('ballot', { reactions: [new NoteUnit()], pace: { concurrency: 20 } });
    ballot.start();
    twenty.start();
    await eventuallyEquals(async () => (await inbox.getJobCounts('completed'))['completed'], 200);
    expect(await ballot.noted()).toEqual(['once']);
    expect(ballot.messaging.meter.counts.handled + twenty.messaging.meter.counts.handled).toBe(1);
    expect(ballot.messaging.meter.counts.repeated + twenty.messaging.meter.counts.repeated).toBe(199);
  });

  it('knows a reaction by its id: under another name of its class it does not run again', async () => {
    class NoteDepartment extends NoteUnit {}
    const { congress, ballot } = await house.pair();
    congress.start();
    ballot.start();
    await congress.append(unitSetUp('A'));
    await eventuallyEquals(() => ballot.noted(), ['A']);
    await house.stop(ballot);
    await house.flushRedis();
    const renamed = await house.service('ballot', { reactions: [new NoteDepartment()] });
    renamed.start();
    await house.deliver('ballot', await envelopesIn(congress));
    await eventuallyEquals(() => Promise.resolve(renamed.messaging.meter.counts.repeated), 1);
    expect(await renamed.noted()).toEqual(['A']);
  });

  it('gives up a refused event at once, lets later ones pass, and takes it again when told to', async () => {
    const { congress, ballot, note } = await house.pair();
    note.behaviour = async ({ data }) => {
      if ('code' in data && data.code === 'poison') throw new DomainError('ballot.not-found', 'not-found');
    };
    congress.start();
    ballot.start();
    await congress.append(unitSetUp('poison'), unitSetUp('A'));
    await eventuallyEquals(() => ballot.noted(), ['A']);
    await eventuallyEquals(
      async () => (await failedEvents(ballotQueue())).map(({ name, reason, attempts }) => ({ name, reason, attempts })),
      [{ name: 'congress.unit-set-up.v1', reason: 'ballot.not-found', attempts: 1 }],
    );
    expect((await queuesCommand(ballotQueue(), ['failed']))[1]).toMatch(/congress\.unit-set-up\.v1 {2}tries: 1 {2}ballot\.not-found$/);

    note.behaviour = async () => undefined;
    expect(await redriveEvents(ballotQueue(), 'b7f9a1a6-0000-4000-8000-000000000000')).toBe(0);
    const [failed] = await failedEvents(ballotQueue());
    expect(await queuesCommand(ballotQueue(), ['redrive', '--event', failed?.eventId ?? ''])).toEqual(['ballot.inbox: 1 queued again']);
    await eventuallyEquals(() => ballot.noted(), ['A', 'poison']);
    await eventuallyEquals(confirmed(congress), 2);
    expect(await queuesCommand(ballotQueue(), ['failed'])).toEqual(['ballot.inbox: 0 failed']);
  });

  it('says how its operations are called', async () => {
    await expect(queuesCommand(ballotQueue(), ['redrive', 'all'])).rejects.toThrow(
      'queues failed | queues redrive [--event <id>] | queues forged',
    );
  });

  it('gives up what is no event of ours at once', async () => {
    const { ballot } = await house.pair();
    ballot.start();
    await house.deliver('ballot', [{ name: 'congress.unit-set-up.v1', data: {} } as never]);
    await eventuallyEquals(async () => (await failedEvents(ballotQueue())).map(({ attempts }) => attempts), [1]);
  });

  it('gives an event to every reaction, also when one of them refuses it', async () => {
    class RefuseUnit extends NoteUnit {
      override readonly id = 'RefuseUnit';

      override async react(): Promise<void> {
        throw new DomainError('ballot.forbidden', 'forbidden');
      }
    }
    const congress = await house.service('congress');
    const ballot = await house.service('ballot', { reactions: [new RefuseUnit(), new NoteUnit()] });
    congress.start();
    ballot.start();
    await congress.append(unitSetUp('A'));
    await eventuallyEquals(() => ballot.noted(), ['A']);
    await eventuallyEquals(async () => (await failedEvents(ballotQueue())).map(({ reason }) => reason), ['ballot.forbidden']);
    expect(await ballot.rows('SELECT reaction FROM inbox')).toEqual([{ reaction: 'NoteUnit' }]);
  });

  it('tries a fault again, with all that the failed try wrote undone', async () => {
    const { congress, ballot, note } = await house.pair();
    let tries = 0;
    note.behaviour = async () => {
      tries += 1;
      if (tries < 3) throw new Error('the world is out of order');
    };
    congress.start();
    ballot.start();
    await congress.append(unitSetUp('A'));
    await eventuallyEquals(() => ballot.noted(), ['A']);
    expect(tries).toBe(3);
    expect(await ballot.rows('SELECT event_id FROM inbox')).toHaveLength(1);
  });

  it('gives up a fault after eight tries', async () => {
    const { congress, ballot, note } = await house.pair();
    let tries = 0;
    note.behaviour = async () => {
      tries += 1;
      throw new Error('out of order');
    };
    congress.start();
    ballot.start();
    await congress.append(unitSetUp('A'));
    await eventuallyEquals(
      async () => (await failedEvents(ballotQueue())).map(({ attempts, reason }) => [attempts, reason]),
      [[8, 'out of order']],
    );
    expect(tries).toBe(8);
    expect(await ballot.noted()).toEqual([]);
  });

  it('runs a reaction under the trace of the request that caused the event', async () => {
    const traces = new AsyncLocalStorage<string>();
    const tracing = {
      current: () => traces.getStore() ?? null,
      run: <T>(traceId: string, work: () => Promise<T>) => traces.run(traceId, work),
    };
    const note = new NoteUnit();
    let heardUnder: string | undefined;
    note.behaviour = async () => {
      heardUnder = traces.getStore();
    };
    const congress = await house.service('congress', { tracing });
    const ballot = await house.service('ballot', { tracing, reactions: [note] });
    congress.start();
    ballot.start();
    await traces.run('request-7', () => congress.append(unitSetUp('A')));
    await eventuallyEquals(() => heardUnder, 'request-7');
  });
});
