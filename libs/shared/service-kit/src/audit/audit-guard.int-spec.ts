import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Database, type DatabaseOptions, migrate } from '@plenum/database';
import { FakeClock, testServers } from '@plenum/test-kit';
import { Client } from 'pg';
import {
  auditCommand,
  AuditHeads,
  AuditSealer,
  AuditTrail,
  databaseOptions,
  loadConfig,
  SERVICE_KIT_MIGRATIONS,
  ServiceConfig,
} from '../index.js';

/** Somebody with a right that no service has. */
type Power = 'service' | 'owner';

describe('the audit trail of a service', () => {
  const servers = testServers();
  const clock = new FakeClock('2026-03-02T01:00:00Z');
  let options: DatabaseOptions;
  let database: Database;
  let heads: AuditHeads;

  beforeEach(async () => {
    Logger.overrideLogger(false);
    const env = { ...(await servers.serviceEnvironment('notes')), NOTES_JWKS_URL: 'http://127.0.0.1:1/jwks.json' };
    options = databaseOptions({ name: 'notes', config: loadConfig(ServiceConfig, 'notes', env), migrations: SERVICE_KIT_MIGRATIONS });
    await migrate(options);
    database = await Database.connect(options);
    heads = new AuditHeads(database, clock);
    await write(5);
  });

  afterEach(() => database.onApplicationShutdown());

  const write = async (rows: number): Promise<void> => {
    const trail = new AuditTrail(clock);
    for (let row = 0; row < rows; row += 1)
      await database.transaction((tx) =>
        trail.append(tx, {
          organisationId: null,
          actor: null,
          action: 'note',
          subject: { kind: 'note', id: randomUUID() },
          after: { row },
        }),
      );
    await new AuditSealer(database).sealAll();
  };

  const as = async (power: Power, ...statements: string[]): Promise<void> => {
    const client = new Client({ connectionString: power === 'owner' ? options.migrationUrl : options.url });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };

  it.each([
    'TRUNCATE audit_trail',
    'DELETE FROM audit_trail WHERE position = 5',
    "UPDATE audit_trail SET action = 'other'",
    'ALTER TABLE audit_trail DISABLE TRIGGER audit_trail_append_only',
    'ALTER TABLE audit_trail DISABLE TRIGGER ALL',
    "SET session_replication_role = 'replica'",
    'DROP TRIGGER audit_trail_kept ON audit_trail',
    'DROP TABLE audit_trail CASCADE',
    'CREATE OR REPLACE FUNCTION audit_trail_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$',
    'TRUNCATE audit_heads',
    'DELETE FROM audit_heads',
    'UPDATE audit_heads SET position = 1',
    'DELETE FROM schema_migrations',
    'GRANT DELETE ON audit_trail TO PUBLIC; DELETE FROM audit_trail',
  ])('is kept from the service itself: %s', async (statement) => {
    // 42501 insufficient_privilege (PostgreSQL manual, appendix A); a trigger for who has the right.
    await expect(as('service', statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|P0001)$/) });
    expect((await auditCommand(options, ['verify']))[0]).toMatch(/^5 rows follow each other/);
  });

  it('can neither be emptied nor forgotten by the owner, as long as its triggers stand', async () => {
    await heads.publish();
    for (const statement of [
      'TRUNCATE audit_trail',
      'DELETE FROM audit_trail',
      'TRUNCATE audit_heads',
      'DELETE FROM audit_heads',
      'UPDATE audit_heads SET position = 1',
    ])
      await expect(as('owner', statement)).rejects.toThrow('append-only');
  });

  it('has its head told once a day, by one replica, and kept', async () => {
    const told: unknown[] = [];
    const log = jest.spyOn(Logger.prototype, 'log').mockImplementation((...words: unknown[]) => void told.push(words));
    const other = new AuditHeads(database, clock);
    const first = await Promise.all([heads.publish(), other.publish()]);
    expect(first.filter(Boolean)).toEqual([{ rows: 5, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    await write(1);
    expect(await heads.publish()).toBeNull();
    clock.set('2026-03-03T01:00:00Z');
    expect(await heads.publish()).toMatchObject({ rows: 6 });
    clock.set('2026-03-02T01:00:00Z');
    log.mockRestore();
    expect(told).toEqual([5, 6].map((rows) => [{ auditHead: expect.stringMatching(new RegExp(`^${rows}:`)), msg: expect.any(String) }]));
    expect((await auditCommand(options, ['verify']))[0]).toBe(
      '6 rows follow each other; 2 heads kept by day and 0 given are in the trail; 0 rows wait to be sealed',
    );
  });

  it.each<[string, string[], RegExp]>([
    ['a row changed', ["UPDATE audit_trail SET action = 'other' WHERE position = 2"], /row 2 of the trail does not follow/],
    ['a row in the middle taken out', ['DELETE FROM audit_trail WHERE position = 3'], /row 3 of the trail does not follow/],
    ['the last rows dropped', ['DELETE FROM audit_trail WHERE position > 3'], /the head that was kept at row 5 is not in the trail/],
    ['all rows dropped', ['TRUNCATE audit_trail'], /the head that was kept at row 5 is not in the trail/],
  ])('shows by a command what the owner of the tables did: %s', async (_, statements, reason) => {
    await heads.publish();
    await as('owner', 'ALTER TABLE audit_trail DISABLE TRIGGER USER', ...statements, 'ALTER TABLE audit_trail ENABLE TRIGGER USER');
    await expect(auditCommand(options, ['verify'])).rejects.toThrow(reason);
  });

  it('shows rows that were dropped since a head that somebody kept elsewhere', async () => {
    const [, line = ''] = await auditCommand(options, ['verify']);
    const head = line.replace('head ', '');
    expect(await auditCommand(options, ['verify', '--head', head])).toHaveLength(2);
    await as(
      'owner',
      'ALTER TABLE audit_trail DISABLE TRIGGER USER',
      'DELETE FROM audit_trail WHERE position = 5',
      'ALTER TABLE audit_trail ENABLE TRIGGER USER',
    );
    expect(await auditCommand(options, ['verify'])).toHaveLength(2);
    await write(1);
    await expect(auditCommand(options, ['verify', '--head', head])).rejects.toThrow('the head that was kept at row 5 is not in the trail');
  });

  it('is not called safe where a guard is off, or the service owns it', async () => {
    await as('owner', 'ALTER TABLE audit_trail DISABLE TRIGGER audit_trail_kept');
    await expect(auditCommand(options, ['verify'])).rejects.toThrow('a trigger that guards the trail is off');
    await as('owner', 'ALTER TABLE audit_trail ENABLE TRIGGER audit_trail_kept');
    await expect(auditCommand({ ...options, url: options.migrationUrl as string }, ['verify'])).rejects.toThrow(
      'the service’s role owns the trail, the service’s role may change or take away rows',
    );
  });

  it('says how its command is called', async () => {
    for (const args of [[], ['check'], ['verify', '--head'], ['verify', '--head', '5:short'], ['verify', '--from', 'x']])
      await expect(auditCommand(options, args)).rejects.toThrow('audit verify [--head ROWS:HASH]...');
  });

  it('is not migrated by a role that would own it and use it', async () => {
    await expect(migrate({ ...options, migrationUrl: options.url })).rejects.toThrow('migrations need a role of their own');
    const { migrationUrl: _, ...without } = options;
    await expect(migrate(without)).rejects.toThrow('MIGRATION_DATABASE_URL');
  });
});
