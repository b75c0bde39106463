import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { provisionDatabases, startPostgres, type RunningServer } from './index.js';

const SERVICES = ['congress', 'proposals', 'ballot', 'notifier'] as const;
const passwords = { congress: 'pw-c', proposals: 'pw/p@:', ballot: "pw'b", notifier: 'pw n' };

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

describe('a database and a role per service', () => {
  let folder: string;
  let server: RunningServer;
  let urls: Record<(typeof SERVICES)[number], string>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'plenum-provision-'));
    server = await startPostgres({ dataFolder: folder, durable: false });
    urls = await provisionDatabases(server.url, SERVICES, passwords);
  }, 60_000);

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(SERVICES)('lets %s into its own database, where it may make tables', async (service) => {
    expect(await whoAmI(urls[service])).toBe(`plenum_${service}@plenum_${service}`);
    const client = new Client({ connectionString: urls[service] });
    await client.connect();
    await client.query('CREATE TABLE own (id int); DROP TABLE own');
    await client.end();
  });

  const others = SERVICES.flatMap((service) => [...SERVICES.filter((other) => other !== service).map((other) => `plenum_${other}`), 'postgres', 'template1'].map((database) => ({ service, database })));

  it.each(others)('refuses $service at $database', async ({ service, database }) => {
    // 42501: insufficient_privilege (PostgreSQL manual, appendix A)
    await expect(whoAmI(urls[service], database)).rejects.toMatchObject({ code: '42501', message: expect.stringContaining(`permission denied for database "${database}"`) });
  });

  it('gives no service the right to make roles or databases', async () => {
    const client = new Client({ connectionString: urls.congress });
    await client.connect();
    await expect(client.query('CREATE ROLE intruder')).rejects.toMatchObject({ code: '42501' });
    await expect(client.query('CREATE DATABASE intruder')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('may be repeated: data stays and the password becomes the given one', async () => {
    const client = new Client({ connectionString: urls.ballot });
    await client.connect();
    await client.query('CREATE TABLE kept AS SELECT 1 AS one');
    await client.end();
    const again = await provisionDatabases(server.url, ['ballot'], { ballot: 'changed' });
    const after = new Client({ connectionString: again.ballot });
    await after.connect();
    expect((await after.query('SELECT one FROM kept')).rows).toEqual([{ one: 1 }]);
    await after.end();
    await expect(whoAmI(urls.ballot)).rejects.toMatchObject({ code: '28P01' });
  });

  it('works for an administrator who is no superuser', async () => {
    const admin = new Client({ connectionString: server.url });
    await admin.connect();
    await admin.query("CREATE ROLE manager LOGIN CREATEDB CREATEROLE PASSWORD 'm'; GRANT CONNECT ON DATABASE postgres TO manager");
    await admin.end();
    const manager = new URL(server.url);
    manager.username = 'manager';
    manager.password = 'm';
    const made = await provisionDatabases(manager.toString(), ['archive'], { archive: 'a' });
    expect(await whoAmI(made.archive)).toBe('plenum_archive@plenum_archive');
  });

  it('refuses a name that cannot name a database', async () => {
    await expect(provisionDatabases(server.url, ['Bad name'], { 'Bad name': 'x' })).rejects.toThrow(TypeError);
  });
});
