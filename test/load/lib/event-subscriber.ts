import type { Envelope } from '@plenum/contracts';
import { createDataSource, Database, type Transaction } from '@plenum/database';
import { DIRECTORY_MIGRATIONS } from '@plenum/directory';
import { type EventKeyTexts, Messaging, MESSAGING_MIGRATIONS, type Reaction } from '@plenum/messaging';

// The subscriber of the bench of events, in a process of its own: argv is its database, its Redis and its keys.
// It tells its parent, for each event, when the transaction that holds its inbox row had been committed.
const [databaseUrl = '', redisUrl = '', keyTexts = '{}'] = process.argv.slice(2);
const keys = JSON.parse(keyTexts) as EventKeyTexts;

/** What a projection does: one row. */
class KeepUnit implements Reaction<'congress.unit-set-up.v1'> {
  readonly id = 'KeepUnit';
  readonly hears = 'congress.unit-set-up.v1';

  async react({ data, version }: Envelope<'congress.unit-set-up.v1'>, tx: Transaction): Promise<void> {
    await tx.query('INSERT INTO directory_units (id, organisation_id, code, name, version) VALUES ($1, $2, $3, $4, $5)', [
      data.unitId,
      data.organisationId,
      data.code,
      data.name,
      version,
    ]);
    heard.set(tx, data.unitId);
  }
}

const heard = new WeakMap<Transaction, string>();
const source = await createDataSource({
  url: databaseUrl,
  applicationName: 'bench',
  migrations: [...MESSAGING_MIGRATIONS, ...DIRECTORY_MIGRATIONS],
}).initialize();
await source.runMigrations();

class TimedDatabase extends Database {
  override async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    let unitId: string | undefined;
    const result = await super.transaction(async (tx) => {
      const done = await work(tx);
      unitId = heard.get(tx);
      return done;
    });
    process.send?.({ unitId, at: performance.timeOrigin + performance.now() });
    return result;
  }
}

const reaction = new KeepUnit();
const options = {
  name: 'ballot',
  reactions: [KeepUnit],
  redisUrl,
  keys,
  databaseUrl,
  routes: { 'congress.unit-set-up.v1': ['ballot'] },
};
const messaging = new Messaging(options, new TimedDatabase(source), { now: () => new Date() }, { get: () => reaction as never });
messaging.onModuleInit();
messaging.onApplicationBootstrap();
process.send?.('ready');

// The parent is done, or gone.
process.once('disconnect', () => void messaging.onModuleDestroy().then(() => source.destroy()));
