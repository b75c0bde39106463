import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { testServers } from '@plenum/test-kit';
import { Database } from './database.js';
import type { Transaction } from './handles.js';
import { violatedConstraint } from './violated-constraint.js';

describe('a transaction', () => {
  afterAll(() => database.source.destroy());
  const servers = testServers();
  let database: Database;

  beforeAll(async () => {
    database = await Database.connect({ url: await servers.createTestDatabase('kit'), applicationName: 'kit-test', migrations: [] });
    await database.source.query('CREATE TABLE counters (name text PRIMARY KEY, value int NOT NULL)');
  }, 60_000);
  beforeEach(() => database.source.query("TRUNCATE counters; INSERT INTO counters VALUES ('a', 0), ('b', 0)"));

  const count = (tx: Transaction, name: string): Promise<unknown> =>
    tx.query('UPDATE counters SET value = value + 1 WHERE name = $1', [name]);
  const counters = () => database.query('SELECT name, value FROM counters ORDER BY name');
  const raised =
    (code: string) =>
    (tx: Transaction): Promise<unknown> =>
      tx.query(`DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '${code}'; END $$`);

  it('is run again where two waited for each other, and counts once', async () => {
    let tries = 0;
    const meetings: (() => void)[] = [];
    const bothHoldOne = new Promise<void>((resolve) => meetings.push(resolve));
    const crossing = (first: string, second: string) =>
      database.transaction(async (tx) => {
        tries += 1;
        await count(tx, first);
        if (tries === 2) meetings[0]?.();
        await bothHoldOne;
        await count(tx, second);
      });
    await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
    expect(tries).toBe(3);
    expect(await counters()).toEqual([
      { name: 'a', value: 2 },
      { name: 'b', value: 2 },
    ]);
  });

  it.each(['40P01', '40001'])('is given up after five tries of %s, with nothing left of them', async (code) => {
    let tries = 0;
    const crossed = database.transaction(async (tx) => {
      tries += 1;
      await count(tx, 'a');
      await raised(code)(tx);
    });
    await expect(crossed).rejects.toMatchObject({ code });
    expect(tries).toBe(5);
    expect(await counters()).toEqual([
      { name: 'a', value: 0 },
      { name: 'b', value: 0 },
    ]);
  });

  it('is not run again for any other reason', async () => {
    let tries = 0;
    const refused = database.transaction(async (tx) => {
      tries += 1;
      await raised('23505')(tx);
    });
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    expect(tries).toBe(1);
  });

  it('calls back after its commit alone, and knows when it is over', async () => {
    const heard: string[] = [];
    let tries = 0;
    const done = await database.transaction(async (tx) => {
      tries += 1;
      tx.afterCommit(() => heard.push(`try ${tries}`));
      if (tries === 1) await raised('40001')(tx);
      expect([tx.isOpen, heard]).toEqual([true, []]);
      return tx;
    });
    expect(heard).toEqual(['try 2']);
    expect(done.isOpen).toBe(false);
    const refused = database.transaction(async (tx) => {
      tx.afterCommit(() => heard.push('never'));
      await raised('23505')(tx);
    });
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    expect(heard).toEqual(['try 2']);
  });

  it('answers the rows of every statement, as the database does by itself', async () => {
    const raise = 'UPDATE counters SET value = value + 1 WHERE name = $1 RETURNING value';
    expect(await database.query<{ value: number }>(raise, ['a'])).toEqual([{ value: 1 }]);
    expect(await database.transaction((tx) => tx.query<{ value: number }>(raise, ['a']))).toEqual([{ value: 2 }]);
    expect(await database.query('UPDATE counters SET value = 0 WHERE name = $1', ['a'])).toEqual([]);
    expect(await database.query("DELETE FROM counters WHERE name = 'a' RETURNING name")).toEqual([{ name: 'a' }]);
    expect(await database.query("INSERT INTO counters VALUES ('a', 3) RETURNING value")).toEqual([{ value: 3 }]);
  });

  it('carries out what is asked at once in its order', async () => {
    const values = await database.transaction((tx) =>
      Promise.all([1, 2, 3].map(() => tx.query<{ value: number }>('UPDATE counters SET value = value + 1 RETURNING value'))),
    );
    expect(values.map(([row]) => row?.value)).toEqual([1, 2, 3]);
  });

  it('lets nothing of what was asked beside a failure stand, nor go on outside it', async () => {
    let late: Promise<unknown> | undefined;
    const refused = database.transaction(async (tx) => {
      const slow = count(tx, 'a').then(() => new Promise((resolve) => setTimeout(resolve, 50)));
      late = slow.then(() => count(tx, 'b'));
      late.catch(() => undefined);
      await Promise.all([raised('23505')(tx), late]);
    });
    await expect(refused).rejects.toMatchObject({ code: '23505' });
    await expect(late).rejects.toThrow('the transaction is over');
    expect(await counters()).toEqual([
      { name: 'a', value: 0 },
      { name: 'b', value: 0 },
    ]);
  });

  it('is run again also where what failed for the sake of the crossed statement is heard of first', async () => {
    let tries = 0;
    const crossed = database.transaction(async (tx) => {
      tries += 1;
      const lateToSay = raised('40P01')(tx).catch(async (error: unknown) => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        throw error;
      });
      await Promise.all([lateToSay, count(tx, 'a')]);
    });
    await expect(crossed).rejects.toMatchObject({ code: '40P01' });
    expect(tries).toBe(5);
  });

  it('says so where a statement failed and its work did not', async () => {
    const unheard = database.transaction(async (tx) => {
      await count(tx, 'a');
      await raised('23505')(tx).catch(() => undefined);
    });
    await expect(unheard).rejects.toMatchObject({ message: expect.stringContaining('nothing of it stands'), cause: { code: '23505' } });
    expect(await counters()).toContainEqual({ name: 'a', value: 0 });
  });

  it('prepares what it writes over and over, and only that', async () => {
    const only = await Database.connect({ url: servers.postgresUrl, applicationName: 'kit-test', migrations: [], connectionsMax: 1 });
    try {
      await only.query('CREATE TEMPORARY TABLE written (number int)');
      const [add, answered] = ['INSERT INTO written VALUES ($1)', 'INSERT INTO written VALUES ($1) RETURNING number'];
      for (let number = 1; number <= 60; number += 1)
        await only.transaction((tx) => Promise.all([add, answered, 'SELECT $1::int'].map((sql) => tx.query(sql, [number]))));
      expect(await only.query('SELECT statement FROM pg_prepared_statements')).toEqual([{ statement: add }]);
      expect(await only.query('SELECT count(*)::int AS count, max(number) AS last FROM written')).toEqual([{ count: 120, last: 60 }]);
      await expect(only.transaction((tx) => tx.query(add, ['none']))).rejects.toMatchObject({ code: '22P02' });
      await only.transaction((tx) => tx.query(add, [61]));
    } finally {
      await only.onApplicationShutdown();
    }
  });

  it('names the constraint that it broke', async () => {
    const broken = await database.query("INSERT INTO counters VALUES ('a', 1)").catch(violatedConstraint);
    expect(broken).toBe('counters_pkey');
    expect(violatedConstraint(new Error('anything else'))).toBeNull();
  });
});

it('outlives a server that cuts a connection in the moment in which it is handed over', async () => {
  const message = (type: string, body: string) =>
    Buffer.concat([Buffer.from(type), Buffer.from([0, 0, 0, body.length + 4]), Buffer.from(body, 'latin1')]);
  const [welcome, ready, farewell] = [
    message('R', '\0\0\0\0'),
    message('Z', 'I'),
    message('E', 'SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
  ];
  // All in one piece, as a busy machine reads what came while it did something else.
  const server = createServer((socket) => socket.once('data', () => socket.end(Buffer.concat([welcome, ready, farewell])))).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connecting = Database.connect({ url: `postgres://a:b@127.0.0.1:${port}/c`, applicationName: 'kit-test', migrations: [] });
  await expect(connecting).rejects.toThrow();
  server.close();
});
