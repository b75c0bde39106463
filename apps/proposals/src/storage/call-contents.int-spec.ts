import { randomUUID } from 'node:crypto';
import { createDataSource, Database } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { databaseOf, migrate } from '../boot.js';

const servers = testServers();

describe('the contents of calls', () => {
  it('leave no call without an end behind as they go, and come back without saying anything', async () => {
    const env = {
      ...(await servers.serviceEnvironment('proposals', 'calls')),
      PROPOSALS_JWKS_URL: 'http://127.0.0.1:1/jwks.json',
    };
    await migrate(env);
    const options = databaseOf(env);
    const database = new Database(await createDataSource({ ...options, url: options.migrationUrl ?? '' }).initialize());
    const id = randomUUID();
    await database.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings, themes)
       VALUES ($1, $1, $1, '2026-03-01T00:00:00Z', 'infinity', '{}', '{Teaching}')`,
      [id],
    );
    const columns = async () =>
      (await database.query<{ name: string }>("SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'calls'")).map(
        ({ name }) => name,
      );
    while ((await columns()).includes('themes')) await database.source.undoLastMigration();
    const [before] = await database.query<{ closes_at: Date }>('SELECT closes_at FROM calls WHERE id = $1', [id]);
    expect(before?.closes_at).toEqual(new Date('2126-03-01T00:00:00Z'));
    await migrate(env);
    expect(await database.query('SELECT themes, exclusions, targets FROM calls WHERE id = $1', [id])).toEqual([
      { themes: [], exclusions: [], targets: { perDelegation: null, ofDelegations: [] } },
    ]);
    await database.onApplicationShutdown();
  });
});
