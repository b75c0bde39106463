import { once } from 'node:events';
import { type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '@plenum/database';
import { Client } from 'pg';
import { auditHead, AuditSealer, verifyAuditChain } from '../index.js';
import { notesService } from '../testing/notes-service.js';

describe('requests to a service on the kit', () => {
  const notes = notesService();

  it('sets up its tables once', () => {
    expect(notes().migrated).toEqual([['ServiceKitTables1700000000000', 'EndedSignInTables1700000000050', 'AuditGuard1700000000060'], []]);
  });

  describe('with bad input', () => {
    it('names every faulty and every unknown field', async () => {
      const { http, bearer } = notes();
      const answer = await http.post('/api/notes/notes').set('authorization', bearer).send({ text: '', colour: 'red' });
      expect(answer.status).toBe(400);
      expect(answer.body.faults).toEqual(
        expect.arrayContaining([
          { field: 'text', reason: 'minLength' },
          { field: 'colour', reason: 'unknown-field' },
        ]),
      );
    });

    it('refuses a body that is too large', async () => {
      const { add } = notes();
      const answer = await add('x'.repeat(2_000_000));
      expect([answer.status, answer.body.type]).toEqual([413, 'too-large']);
    });

    it('refuses a body that is no JSON', async () => {
      const { http, bearer } = notes();
      const answer = await http.post('/api/notes/notes').set('authorization', bearer).set('content-type', 'application/json').send('{bad');
      expect([answer.status, answer.body.type]).toEqual([400, 'malformed']);
    });

    it('answers whoever is refused while still sending once everything was sent: else they would see a broken connection', async () => {
      const { app, bearer } = notes();
      const { port } = app.getHttpServer().address() as AddressInfo;
      const upload = send({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/notes/notes',
        headers: { authorization: bearer, 'content-type': 'text/csv' },
      });
      let answered = false;
      const answer = once(upload, 'response').then(([response]) => ((answered = true), response as IncomingMessage));
      upload.write('x'.repeat(500_000));
      await pause(200);
      expect(answered).toBe(false);
      upload.end('x'.repeat(500_000));
      const { statusCode, headers } = await answer;
      expect([statusCode, headers['content-type']]).toEqual([415, expect.stringContaining('application/problem+json')]);
    });

    it('knows no other route', async () => {
      const { http, bearer } = notes();
      const answer = await http.get('/api/notes/elsewhere').set('authorization', bearer);
      expect([answer.status, answer.body.type]).toEqual([404, 'no-such-route']);
    });
  });

  it('answers a refusal with its code and details', async () => {
    const { http, bearer } = notes();
    const answer = await http.get('/api/notes/notes/n1').set('authorization', bearer);
    expect([answer.status, answer.body.type, answer.body.details]).toEqual([404, 'notes.not-found', { id: 'n1' }]);
  });

  it('does a retried request once, however many arrive at a time', async () => {
    const { app, add } = notes();
    const answers = await Promise.all(Array.from({ length: 10 }, () => add('retried', 'key-1')));
    expect(answers.map(({ status, body }) => [status, body.text])).toEqual(Array.from({ length: 10 }, () => [201, 'retried']));
    const rows = await app.get(Database).query("SELECT 1 FROM audit_trail WHERE subject_id = 'retried'");
    expect(rows).toHaveLength(1);
  });

  it('refuses a key that comes again with another content', async () => {
    const { add } = notes();
    await add('first', 'key-2').expect(201);
    const answer = await add('second', 'key-2');
    expect([answer.status, answer.body.type]).toEqual([422, 'idempotency-key-reused']);
  });

  it('chains the audit trail, lets nobody change it, and finds a change that was made all the same', async () => {
    const { app, ownerUrl, add } = notes();
    const database = app.get(Database);
    await add('audited').expect(201);
    await app.get(AuditSealer).sealAll({ waits: true }); // The sealer may be at it by itself.
    const [{ rows, trace }] = (await database.query(
      'SELECT count(*)::int AS rows, count(trace_id)::int AS trace FROM audit_trail WHERE position IS NOT NULL',
    )) as [{ rows: number; trace: number }];
    expect(trace).toBe(rows);
    expect(await verifyAuditChain(database)).toEqual({ ok: true, rows, head: (await auditHead(database))?.hash });
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    try {
      for (const change of [
        'DELETE FROM audit_trail',
        "UPDATE audit_trail SET action = 'other'",
        'TRUNCATE audit_trail',
        'TRUNCATE audit_heads',
      ])
        await expect(owner.query(change)).rejects.toThrow(/append-only/);
      await owner.query('ALTER TABLE audit_trail DISABLE TRIGGER USER');
      await owner.query("UPDATE audit_trail SET action = 'other' WHERE position = 2");
      await owner.query('ALTER TABLE audit_trail ENABLE TRIGGER USER');
    } finally {
      await owner.end();
    }
    expect(await verifyAuditChain(database)).toEqual({ ok: false, position: 2, fault: 'broken' });
  });

  it('tells its health, its figures and its API', async () => {
    const { http } = notes();
    await http.get('/health').expect(200, { service: 'notes', status: 'ready', checks: { database: 'ok' } });
    const { text: metrics } = await http.get('/metrics');
    expect(metrics).toContain('route="/api/notes/notes/:id",status="404"');
    expect(metrics).toContain('# TYPE notes_written_total counter');
    expect(metrics).toContain('notes_written_total{room="A",service="notes"} 7');
    expect(metrics).toContain('notes_open{room="A",service="notes"} 2');
    expect(metrics).toContain('notes_open{room="B",service="notes"} 0');
    expect(metrics).not.toMatch(/^notes_lost\b/m); // Its source is away: the others are told all the same.
    expect(Object.keys((await http.get('/api/notes/docs-json')).body.paths)).toContain('/api/notes/notes/{id}');
  });
});
