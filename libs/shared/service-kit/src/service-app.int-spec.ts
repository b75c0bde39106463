import { MaxLength } from './http/characters.js';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type IncomingMessage, request as send, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Headers, Injectable, Module, Param, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database, migrate } from '@plenum/database';
import { DomainError } from '@plenum/kernel';
import { probe, startTestTokens, type TestTokens, testServers } from '@plenum/test-kit';
import { IsString, MinLength } from 'class-validator';
import { Client } from 'pg';
import request from 'supertest';
import {
  type Actor,
  auditHead,
  AuditSealer,
  AuditTrail,
  createServiceApp,
  CurrentActor,
  Unlogged,
  databaseOptions,
  EndedSignIns,
  IdempotencyKeys,
  loadConfig,
  Public,
  ServiceConfig,
  ServiceKitModule,
  SERVICE_KIT_MIGRATIONS,
  verifyAuditChain,
} from './index.js';

const MEMBER = '11111111-1111-4111-8111-111111111111';
const ORGANISATION = '22222222-2222-4222-8222-222222222222';
const OTHER_MEMBER = '33333333-3333-4333-8333-333333333333';
const REQUESTS_PER_MINUTE_MAX = 60;

/** Requests that wait until they are let go. */
const HELD: (() => void)[] = [];

class NoteRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  text!: string;
}

@Injectable()
class Notes {
  constructor(
    readonly database: Database,
    readonly audit: AuditTrail,
    readonly keys: IdempotencyKeys,
  ) {}

  add({ memberId, organisationId }: Actor, text: string, key: string | undefined) {
    return this.database.transaction((tx) =>
      this.keys.once(tx, { actor: memberId, route: 'POST /notes', key, content: { text } }, async () => {
        await this.audit.append(tx, {
          organisationId,
          actor: memberId,
          action: 'add-note',
          subject: { kind: 'note', id: text },
          after: { length: text.length },
        });
        return { text };
      }),
    );
  }
}

@Controller('notes')
class NotesController {
  constructor(private readonly notes: Notes) {}

  @Public()
  @Get('public')
  open() {
    return { open: true };
  }

  @Get('mine')
  mine(@CurrentActor() actor: Actor) {
    return actor;
  }

  @Unlogged({ atOnceMax: 2 })
  @Get('quiet')
  async quiet() {
    await new Promise<void>((resolve) => HELD.push(resolve));
    return { held: true };
  }

  @Get(':id')
  one(@Param('id') id: string): never {
    throw new DomainError('notes.not-found', 'not-found', { id });
  }

  @Post()
  add(@CurrentActor() actor: Actor, @Body() { text }: NoteRequest, @Headers('idempotency-key') key?: string) {
    return this.notes.add(actor, text, key);
  }

  @Public()
  @Get('held')
  async held() {
    await new Promise<void>((resolve) => HELD.push(resolve));
    return { held: true };
  }

  @Public()
  @Post('faulty')
  faulty(): never {
    throw new Error('a secret inside');
  }
}

describe('a service on the kit', () => {
  afterAll(async () => {
    await app?.close();
    await tokens?.stop();
  });
  const servers = testServers();
  let tokens: TestTokens;
  let app: NestFastifyApplication;
  let appModule: new () => unknown;
  let appConfig: ServiceConfig;
  let environment: Record<string, string>;
  let bearer: string;
  let http: ReturnType<typeof request>;

  beforeAll(async () => {
    tokens = await startTestTokens();
    environment = await servers.serviceEnvironment('notes');
    const config = loadConfig(ServiceConfig, 'notes', {
      ...environment,
      NOTES_JWKS_URL: tokens.jwksUrl,
      NOTES_LOG_LEVEL: 'silent',
      NOTES_REQUESTS_PER_MINUTE_MAX: String(REQUESTS_PER_MINUTE_MAX),
    });
    const options = { name: 'notes', config, migrations: SERVICE_KIT_MIGRATIONS };
    expect(await migrate(databaseOptions(options))).toEqual([
      'ServiceKitTables1700000000000',
      'EndedSignInTables1700000000050',
      'AuditGuard1700000000060',
    ]);
    expect(await migrate(databaseOptions(options))).toEqual([]);

    @Module({ imports: [ServiceKitModule.forService(options)], controllers: [NotesController], providers: [Notes] })
    class NotesModule {}
    [appModule, appConfig] = [NotesModule, config];
    app = await createServiceApp({ name: 'notes', module: NotesModule, config, counts: () => ({ handled: 7 }) });
    await app.listen(0, '127.0.0.1');
    http = request(app.getHttpServer());
    bearer = `Bearer ${await tokens.tokenFor(MEMBER, ORGANISATION)}`;
  });

  const add = (text: string, key?: string) => {
    const post = http.post('/api/notes/notes').set('authorization', bearer).send({ text });
    return key === undefined ? post : post.set('idempotency-key', key);
  };

  describe('at the door', () => {
    it('lets anybody through a public route', async () => {
      const answer = await http.get('/api/notes/notes/public').expect(200, { open: true });
      expect(answer.headers['strict-transport-security']).toBeUndefined(); // Who ends TLS says it.
    });

    it('tells a route who is signed in', async () => {
      await http.get('/api/notes/notes/mine').set('authorization', bearer).expect(200, { memberId: MEMBER, organisationId: ORGANISATION });
    });

    it.each([
      ['nothing', async () => ''],
      ['nonsense', async () => 'Bearer a.b.c'],
      ['a token of another audience', async () => `Bearer ${await tokens.tokenFor(MEMBER, ORGANISATION, { aud: 'elsewhere' })}`],
      ['a token of another issuer', async () => `Bearer ${await tokens.tokenFor(MEMBER, ORGANISATION, { iss: 'elsewhere' })}`],
      ['an expired token', async () => `Bearer ${await tokens.tokenFor(MEMBER, ORGANISATION, {}, '-1 minute')}`],
    ])('refuses %s', async (_what, authorization) => {
      const answer = await http.get('/api/notes/notes/mine').set('authorization', await authorization());
      expect(answer.status).toBe(401);
      expect(answer.headers['content-type']).toMatch('application/problem+json');
      expect(answer.body).toMatchObject({ type: 'unauthenticated' });
    });

    it('refuses a token that still holds once its sign-in has ended, and no other of the same member', async () => {
      const [ended, kept] = [randomUUID(), randomUUID()];
      const asked = async (sid: string) =>
        http.get('/api/notes/notes/mine').set('authorization', `Bearer ${await tokens.tokenFor(MEMBER, ORGANISATION, { sid })}`);
      expect((await asked(ended)).status).toBe(200);
      await app.get(Database).transaction((tx) => app.get(EndedSignIns).note(tx, [ended]));
      await probe('the sign-in has ended', async () => (await asked(ended)).status === 401);
      expect((await asked(ended)).body).toMatchObject({ type: 'unauthenticated' });
      expect((await asked(kept)).status).toBe(200);
    });
  });

  describe('with bad input', () => {
    it('names every faulty and every unknown field', async () => {
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
      const answer = await add('x'.repeat(2_000_000));
      expect([answer.status, answer.body.type]).toEqual([413, 'too-large']);
    });

    it('refuses a body that is no JSON', async () => {
      const answer = await http.post('/api/notes/notes').set('authorization', bearer).set('content-type', 'application/json').send('{bad');
      expect([answer.status, answer.body.type]).toEqual([400, 'malformed']);
    });

    it('answers whoever is refused while still sending once everything was sent: else they would see a broken connection', async () => {
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
      const answer = await http.get('/api/notes/elsewhere').set('authorization', bearer);
      expect([answer.status, answer.body.type]).toEqual([404, 'no-such-route']);
    });
  });

  it('answers a refusal with its code and details', async () => {
    const answer = await http.get('/api/notes/notes/n1').set('authorization', bearer);
    expect([answer.status, answer.body.type, answer.body.details]).toEqual([404, 'notes.not-found', { id: 'n1' }]);
  });

  it('tells nothing about a fault of its own but the trace', async () => {
    const answer = await http.post('/api/notes/notes/faulty');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.body.traceId).toBe(answer.headers['x-trace-id']);
  });

  it('does a retried request once, however many arrive at a time', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => add('retried', 'key-1')));
    expect(answers.map(({ status, body }) => [status, body.text])).toEqual(Array.from({ length: 10 }, () => [201, 'retried']));
    const rows = await app.get(Database).query("SELECT 1 FROM audit_trail WHERE subject_id = 'retried'");
    expect(rows).toHaveLength(1);
  });

  it('refuses a key that comes again with another content', async () => {
    await add('first', 'key-2').expect(201);
    const answer = await add('second', 'key-2');
    expect([answer.status, answer.body.type]).toEqual([422, 'idempotency-key-reused']);
  });

  it('chains the audit trail, lets nobody change it, and finds a change that was made all the same', async () => {
    const database = app.get(Database);
    await add('audited').expect(201);
    await app.get(AuditSealer).sealAll({ waits: true }); // The sealer may be at it by itself.
    const [{ rows, trace }] = (await database.query(
      'SELECT count(*)::int AS rows, count(trace_id)::int AS trace FROM audit_trail WHERE position IS NOT NULL',
    )) as [{ rows: number; trace: number }];
    expect(trace).toBe(rows);
    expect(await verifyAuditChain(database)).toEqual({ ok: true, rows, head: (await auditHead(database))?.hash });
    const owner = new Client({ connectionString: environment['NOTES_MIGRATION_DATABASE_URL'] });
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
    await http.get('/health').expect(200, { service: 'notes', status: 'ready', checks: { database: 'ok' } });
    const { text: metrics } = await http.get('/metrics');
    expect(metrics).toContain('route="/api/notes/notes/:id",status="404"');
    expect(metrics).toContain('plenum_events_total{what="handled",service="notes"} 7');
    expect(Object.keys((await http.get('/api/notes/docs-json')).body.paths)).toContain('/api/notes/notes/{id}');
  });

  it('refuses a stranger before their body has arrived', async () => {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.write('POST /api/notes/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n');
    socket.write('xxxxx'); // What it is to be cannot be known yet: it would be refused as no JSON.
    await probe('it was answered', () => said.includes('\r\n\r\n'));
    socket.destroy();
    expect(said).toMatch(/^HTTP\/1.1 401 /);
  });

  it('tells a door in front whether a request would be let in, without its body and without doing it', async () => {
    const asks = (method: 'get' | 'post', address: string, authorization: string) =>
      http[method](`/api/notes/${address}`)
        .set({ authorization, 'x-plenum-admission': 'ask' })
        .then(({ status, body }) => [status, (body as { type?: string }).type]);
    const strange = [401, 'unauthenticated'];
    expect(await asks('post', 'notes', bearer)).toEqual([204, undefined]);
    expect(await asks('post', 'notes', '')).toEqual(strange);
    expect(await asks('post', 'notes', 'Bearer a.b.c')).toEqual(strange);
    expect(await asks('post', 'elsewhere', '')).toEqual(strange);
    expect(await asks('post', 'elsewhere', bearer)).toEqual([204, undefined]);
    expect(await asks('post', 'notes/faulty', '')).toEqual([204, undefined]); // Anybody may call it, and it was not called.
    expect(await asks('get', 'notes/public', '')).toEqual([204, undefined]);
  });

  it('answers 503 while PostgreSQL is away, not 500', async () => {
    const database = app.get(Database);
    const query = jest
      .spyOn(database.source, 'transaction')
      .mockRejectedValueOnce(Object.assign(new Error('the database system is starting up'), { driverError: { code: '57P03' } }));
    const answer = await add('while away');
    query.mockRestore();
    expect([answer.status, answer.body.type, answer.headers['retry-after']]).toEqual([503, 'unavailable', '2']);
  });

  it('answers 503 to whoever writes while the disk of PostgreSQL is full, goes on reading, and writes again once there is room', async () => {
    const owner = new Client({ connectionString: environment['NOTES_MIGRATION_DATABASE_URL'] });
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
    const other = await createServiceApp({ name: 'notes', module: appModule, config: appConfig });
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
    const other = await createServiceApp({ name: 'notes', module: appModule, config: appConfig });
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

  it('has so many of one caller under way at a time as the door lets, and as many again once they are answered', async () => {
    const ask = (by: string) =>
      http
        .get('/api/notes/notes/quiet')
        .set('authorization', by)
        .then(({ status, body }) => [status, (body as { type?: string }).type]);
    const first = [ask(bearer), ask(bearer)];
    await probe('both are under way', () => HELD.length === 2);
    expect(await ask(bearer)).toEqual([429, 'too-many-requests']);
    const others = ask(`Bearer ${await tokens.tokenFor(OTHER_MEMBER, ORGANISATION)}`);
    await probe('somebody else is under way beside them', () => HELD.length === 3);
    HELD.splice(0).forEach((letGo) => letGo());
    expect(await Promise.all([...first, others])).toEqual([
      [200, undefined],
      [200, undefined],
      [200, undefined],
    ]);
    const again = ask(bearer);
    await probe('there is room again', () => HELD.length === 1);
    HELD.splice(0).forEach((letGo) => letGo());
    expect(await again).toEqual([200, undefined]);
  });

  it('slows down whoever asks too often, whatever they make up to be somebody else', async () => {
    const answers = await Promise.all(
      Array.from({ length: REQUESTS_PER_MINUTE_MAX + 1 }, (_, i) =>
        http.get('/api/notes/notes/public').set('authorization', `Bearer x.y.${i}`).set('x-forwarded-for', '203.0.113.7'),
      ),
    );
    expect(answers.filter(({ status }) => status === 429).map(({ body }) => body.type)).toEqual(['too-many-requests']);
  });

  it('counts whoever is signed in by themselves, not by the address that they share', async () => {
    const shared = '203.0.113.8';
    await Promise.all(
      Array.from({ length: REQUESTS_PER_MINUTE_MAX + 1 }, () => http.get('/api/notes/notes/public').set('x-forwarded-for', shared)),
    );
    await http
      .get('/api/notes/notes/mine')
      .set('authorization', `Bearer ${await tokens.tokenFor(OTHER_MEMBER, ORGANISATION)}`)
      .set('x-forwarded-for', shared)
      .expect(200);
  });

  it('counts a stranger by the address that a trusted proxy tells of, and by their own whatever anybody else tells', async () => {
    const refusedOf = async (server: Parameters<typeof request>[0], told: (n: number) => string) => {
      const answers = await Promise.all(
        Array.from({ length: REQUESTS_PER_MINUTE_MAX + 1 }, (_, n) =>
          request(server).get('/api/notes/notes/public').set('x-forwarded-for', told(n)),
        ),
      );
      return answers.filter(({ status }) => status === 429).length;
    };
    // This machine is trusted: each is counted for themselves, and what they put before the proxy's word says nothing.
    expect(await refusedOf(app.getHttpServer(), (n) => `198.51.100.${n}`)).toBe(0);
    expect(await refusedOf(app.getHttpServer(), (n) => `198.51.100.${n}, 203.0.113.9`)).toBe(1);
    const strict = await createServiceApp({ name: 'notes', module: appModule, config: { ...appConfig, trustedProxies: '203.0.113.0/24' } });
    try {
      expect(await refusedOf(strict.getHttpServer(), (n) => `198.51.100.${n}`)).toBe(1);
    } finally {
      await strict.close();
    }
  });
});
