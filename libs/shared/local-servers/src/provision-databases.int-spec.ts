import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { provisionDatabases, startPostgres, type OfBothRoles, type RunningServer } from './index.js';

const SERVICES = ['congress', 'proposals', 'ballot', 'notifier'] as const;
const passwords = {
  congress: { service: 'pw-c', migration: 'pw-co' },
  proposals: { service: 'pw/p@:', migration: 'pw/po' },
  ballot: { service: "pw'b", migration: "pw'bo" },
  notifier: { service: 'pw n', migration: 'pw no' },
};

const whoAmI = async (url: string, database?: string): Promise<string> => {
  const target = new URL(url);
  if (database) target.pathname = `/${database}`;
  const client = new Client({ connectionString: target.toString() });
  await client.connect();
  try {
    return (await client.query<{ who: string }>("SELECT current_user || '@' || current_database() AS who")).rows[0]?.who ?? '';
  } finally {
    await client.end();
  }
};

describe('a database and two roles per service', () => {
  let folder: string;
  let server: RunningServer;
  let urls: Record<(typeof SERVICES)[number], OfBothRoles<string>>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plenum-provision-'));
    server = await startPostgres({ dataFolder: folder, durable: false });
    urls = await provisionDatabases(server.url, SERVICES, passwords);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(SERVICES)('lets %s into its own database, where its migrations make tables and it makes none', async (service) => {
    expect(await whoAmI(urls[service].service)).toBe(`plenum_${service}@plenum_${service}`);
    expect(await whoAmI(urls[service].migration)).toBe(`plenum_${service}_owner@plenum_${service}`);
    const [owner, own] = [
      new Client({ connectionString: urls[service].migration }),
      new Client({ connectionString: urls[service].service }),
    ];
    await Promise.all([owner.connect(), own.connect()]);
    await owner.query('CREATE TABLE own (id int)');
    for (const change of ['CREATE TABLE other (id int)', 'DROP TABLE own', 'TRUNCATE own', 'ALTER TABLE own DISABLE TRIGGER ALL'])
      await expect(own.query(change)).rejects.toMatchObject({ code: '42501' });
    await owner.query('DROP TABLE own');
    await Promise.all([owner.end(), own.end()]);
  });

  it('takes from a service what its own role owned before there were two', async () => {
    const admin = new Client({ connectionString: server.url });
    await admin.connect();
    await admin.query("CREATE ROLE plenum_early LOGIN PASSWORD 'e'");
    await admin.query('CREATE DATABASE plenum_early OWNER plenum_early');
    await admin.end();
    const early = new URL(server.url);
    Object.assign(early, { username: 'plenum_early', password: 'e', pathname: '/plenum_early' });
    const before = new Client({ connectionString: early.toString() });
    await before.connect();
    await before.query('CREATE TABLE kept AS SELECT 1 AS one');
    await before.end();
    const { early: made } = await provisionDatabases(server.url, ['early'], { early: { service: 'e', migration: 'o' } });
    const [own, owner] = [new Client({ connectionString: made.service }), new Client({ connectionString: made.migration })];
    await Promise.all([own.connect(), owner.connect()]);
    await expect(own.query('DROP TABLE kept')).rejects.toMatchObject({ code: '42501' });
    expect((await owner.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
    await Promise.all([own.end(), owner.end()]);
  });

  const others = SERVICES.flatMap((service) =>
    [...SERVICES.filter((other) => other !== service).map((other) => `plenum_${other}`), 'postgres', 'template1'].map((database) => ({
      service,
      database,
    })),
  );

  it.each(others)('refuses $service at $database', async ({ service, database }) => {
    // 42501: insufficient_privilege (PostgreSQL manual, appendix A)
    for (const url of Object.values(urls[service]))
      await expect(whoAmI(url, database)).rejects.toMatchObject({
        code: '42501',
        message: expect.stringContaining(`permission denied for database "${database}"`),
      });
  });

  it('gives no service the right to make roles or databases', async () => {
    const client = new Client({ connectionString: urls.congress.migration });
    await client.connect();
    await expect(client.query('CREATE ROLE intruder')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('CREATE DATABASE intruder')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('may be repeated: data stays and the password becomes the given one', async () => {
    const client = new Client({ connectionString: urls.ballot.migration });
    await client.connect();
    await client.query('CREATE TABLE kept AS SELECT 1 AS one');
    await client.end();
    const again = await provisionDatabases(server.url, ['ballot'], { ballot: { service: 'changed', migration: 'changed' } });
    const after = new Client({ connectionString: again.ballot.migration });
    await after.connect();
    expect((await after.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
    await after.end();
    await expect(whoAmI(urls.ballot.service)).rejects.toMatchObject({ code: '28P01' });
  });

  it('works for an administrator who is no superuser', async () => {
    const admin = new Client({ connectionString: server.url });
    await admin.connect();
    await admin.query("CREATE ROLE manager LOGIN CREATEDB CREATEROLE PASSWORD 'm'; GRANT CONNECT ON DATABASE postgres TO manager");
    await admin.end();
    const manager = new URL(server.url);
    manager.username = 'manager';
    manager.password = 'm';
    const made = await provisionDatabases(manager.toString(), ['archive'], { archive: { service: 'a', migration: 'ao' } });
    expect(await whoAmI(made.archive.migration)).toBe('plenum_archive_owner@plenum_archive');
  });

  it('refuses a name that cannot name a database', async () => {
    await expect(provisionDatabases(server.url, ['Bad name'], { 'Bad name': { service: 'x', migration: 'x' } })).rejects.toThrow(TypeError);
  });
});
