import { once } from 'node:events';
import type { Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Database } from '@plenum/database';
import { probe } from '@plenum/test-kit';
import { Client } from 'pg';
import { HELD, notesService } from '../testing/notes-service.js';

describe('a service on the kit amid faults, and at its end', () => {
  const notes = notesService();

  it('tells nothing about a fault of its own but the trace', async () => {
    const { http } = notes();
    const answer = await http.post('/api/notes/notes/faulty');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.body.traceId).toBe(answer.headers['x-trace-id']);
  });

  it('answers 503 while PostgreSQL is away, not 500', async () => {
    const { app, add } = notes();
    const database = app.get(Database);
    const connecting = jest
      .spyOn(database.source.driver as unknown as { obtainMasterConnection(): Promise<unknown> }, 'obtainMasterConnection')
      .mockRejectedValueOnce(Object.assign(new Error('the database system is starting up'), { driverError: { code: '57P03' } }));
    const answer = await add('while away');
    connecting.mockRestore();
    expect([answer.status, answer.body.type, answer.headers['retry-after']]).toEqual([503, 'unavailable', '2']);
  });

  it('answers 503 to whoever writes while the disk of PostgreSQL is full, goes on reading, and writes again once there is room', async () => {
    const { app, http, bearer, ownerUrl, add } = notes();
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    // PostgreSQL itself says so, by its own number, in the middle of the transaction.
    await owner.query(
      `
        CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full
          USING MESSAGE = 'could not extend file: No space left on device'; END $$
      `,
    );
    await owner.query('CREATE TRIGGER no_room BEFORE INSERT ON audit_trail FOR EACH ROW EXECUTE FUNCTION no_room()');
    try {
      const refused = await Promise.all(Array.from({ length: 20 }, () => add('while full', 'key-full')));
      expect(refused.map(({ status, body, headers }) => [status, body.type, headers['retry-after']])).toEqual(
        refused.map(() => [503, 'storage-full', '2']),
      );
      await http.get('/api/notes/notes/mine').set('authorization', bearer).expect(200);
      await http.get('/health').expect(200);
    } finally {
      await owner.query('DROP TRIGGER no_room ON audit_trail; DROP FUNCTION no_room()');
      await owner.end();
    }
    await add('while full', 'key-full').expect(201);
    expect(await app.get(Database).query("SELECT 1 FROM audit_trail WHERE subject_id = 'while full'")).toHaveLength(1);
  });

  it('answers a request that it was asked before it is told to end', async () => {
    const { anotherApp } = notes();
    const other = await anotherApp();
    await other.listen(0, '127.0.0.1');
    const { port } = other.getHttpServer().address() as AddressInfo;
    const asked = fetch(`http://127.0.0.1:${port}/api/notes/notes/held`);
    await probe('the request is being worked on', () => HELD.length === 1);
    const closed = other.close();
    await probe('nobody new is let in', () => !(other.getHttpServer() as Server).listening);
    HELD.pop()?.();
    expect(await (await asked).json()).toEqual({ held: true });
    await closed;
  });

  it('closes a connection that has said nothing when it is told to end, and answers beside it what it was asked', async () => {
    const { anotherApp } = notes();
    const other = await anotherApp();
    await other.listen(0, '127.0.0.1');
    const { port } = other.getHttpServer().address() as AddressInfo;
    const silent = connect(port, '127.0.0.1');
    await once(silent, 'connect');
    const asked = fetch(`http://127.0.0.1:${port}/api/notes/notes/held`);
    await probe('the request is being worked on', () => HELD.length === 1);
    const closed = other.close();
    silent.resume();
    await once(silent, 'close');
    HELD.pop()?.();
    expect(await (await asked).json()).toEqual({ held: true });
    await closed;
  });
});
