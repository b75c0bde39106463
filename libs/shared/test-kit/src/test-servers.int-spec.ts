import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import { Client } from 'pg';

import { ModelDatabases, startTestMailbox, startTestServers, startTestTokens, testServers } from './index.js';

describe('test servers', () => {
  const servers = testServers();

  it('give each database a role of its own that is no administrator', async () => {
    const [first, second] = await Promise.all([servers.createTestDatabase('congress'), servers.createTestDatabase('congress')]);
    expect(first).not.toBe(second);
    const client = new Client({ connectionString: first });
    await client.connect();
    await client.query('CREATE TABLE own (id uuid PRIMARY KEY DEFAULT gen_random_uuid())');
    expect((await client.query('SELECT rolsuper FROM pg_roles WHERE rolname = current_user')).rows).toEqual([{ rolsuper: false }]);
    await client.end();
    const stranger = new URL(first);
    stranger.pathname = new URL(second).pathname;
    await expect(new Client({ connectionString: stranger.toString() }).connect()).rejects.toMatchObject({ code: '42501' });
  });

  it('give two users of shared servers a Redis database each, and drop what they made', async () => {
    process.env['PLENUM_TEST_POSTGRES_URL'] = servers.postgresUrl;
    process.env['PLENUM_TEST_REDIS_URL'] = servers.redisUrl;
    try {
      const [one, two] = [await startTestServers(), await startTestServers()];
      expect(one.redisUrl).not.toBe(two.redisUrl);
      const database = await one.createTestDatabase('shared');
      await one.stop();
      await two.stop();
      await expect(new Client({ connectionString: database }).connect()).rejects.toMatchObject({ code: '28P01' });
    } finally {
      delete process.env['PLENUM_TEST_POSTGRES_URL'];
      delete process.env['PLENUM_TEST_REDIS_URL'];
    }
    const redis = new Redis(servers.redisUrl);
    expect(await redis.ping()).toBe('PONG');
    redis.disconnect();
  });

  it('copy what one file has migrated for the next, each with rows of its own, and drop all of it', async () => {
    process.env['PLENUM_TEST_POSTGRES_URL'] = servers.postgresUrl;
    process.env['PLENUM_TEST_REDIS_URL'] = servers.redisUrl;
    try {
      const [models, shared] = [new ModelDatabases(), await startTestServers()];
      const asked = async (url: string | undefined, sql: string) => {
        const client = new Client({ connectionString: url });
        await client.connect();
        return client
          .query(sql)
          .then(({ rows }) => rows)
          .finally(() => client.end());
      };
      let times = 0;
      const migrate = async (environment: NodeJS.ProcessEnv): Promise<void> => {
        times += 1;
        const { username } = new URL(environment['BALLOT_DATABASE_URL']!);
        await asked(environment['BALLOT_MIGRATION_DATABASE_URL'], `CREATE TABLE kept (a int); GRANT ALL ON kept TO ${username}`);
      };
      const more = { BALLOT_LOG_LEVEL: 'silent' };
      const made = await Promise.all([1, 2].map(() => models.migrated(shared, 'ballot', migrate, more)));
      expect(times).toBe(1);
      const [first, second] = made.map((environment) => environment['BALLOT_DATABASE_URL']);
      await asked(first, 'INSERT INTO kept VALUES (1)');
      expect(await asked(second, 'SELECT * FROM kept')).toEqual([]);
      await expect(asked(second, 'DROP TABLE kept')).rejects.toMatchObject({ code: '42501' });
      expect(made[0]).toMatchObject(more);
      await shared.stop();
      await models.drop();
      expect(await asked(servers.postgresUrl, "SELECT datname FROM pg_database WHERE datname LIKE 'plenum_ballot%'")).toEqual([]);
      expect(await asked(servers.postgresUrl, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'plenum_ballot%'")).toEqual([]);
    } finally {
      delete process.env['PLENUM_TEST_POSTGRES_URL'];
      delete process.env['PLENUM_TEST_REDIS_URL'];
    }
  });
});

describe('test tokens', () => {
  it('are proved by the published key', async () => {
    const tokens = await startTestTokens();
    const keys = createRemoteJWKSet(new URL(tokens.jwksUrl));
    const { payload } = await jwtVerify(await tokens.tokenFor('member', 'organisation'), keys, { issuer: 'plenum', audience: 'plenum' });
    expect(payload).toMatchObject({ sub: 'member', org: 'organisation' });
    await expect(jwtVerify(await tokens.tokenFor('member', 'organisation', {}, '-1 minute'), keys)).rejects.toThrow(/exp/);
    await tokens.stop();
  });
});

describe('a test mailbox', () => {
  it('gives a person’s mails and can be in trouble for a while', async () => {
    const mailbox = await startTestMailbox();
    const transport = createTransport(mailbox.url);
    const mail = { from: 'plenum@example.test', to: 't00001@example.test', subject: '催办', text: '请答复' };
    mailbox.refuseNext(1);
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
    await transport.sendMail(mail);
    expect(await mailbox.mailsTo('t00001@example.test')).toMatchObject([{ subject: '催办' }]);
    await mailbox.stop();
  });
});
