import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcpServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { probe } from '@plenum/test-kit';
import { fastify, type FastifyInstance } from 'fastify';

import { SERVICES, type ServiceName } from '../services/service-list.js';
import { boundConnections } from './connections.js';
import { type FrontDoor, openFrontDoor } from './front-door.js';
import { takeWholeBodies } from './whole-body.js';

const LIST = JSON.stringify(Array.from({ length: 200 }, (_, n) => ({ staffNo: `T${n}`, name: 'Somebody' })));
const CLIENTS = 300; // More than a service has connections.
const UPLOADS = 20; // More than a service has for uploads.
const BEFORE_THE_DEADLINE = { timeoutMs: 12_000 };

jest.setTimeout(60_000);

/**
 * What stands behind the front door: answers, streams, or waits until it is told to answer. Anybody may sign in; for the rest one token is
 * good, and it is looked at before the body.
 */
class StandInService {
  readonly held: ServerResponse[] = [];
  private readonly server: Server = createServer((request, response) => {
    const isStrange = request.method === 'POST' && !/\/sign-in$/.test(request.url ?? '') && request.headers.authorization !== 'Bearer good';
    if (isStrange) return void response.writeHead(401, { 'content-type': 'application/problem+json' }).end('{"type":"unauthenticated"}');
    if (request.headers['x-plenum-admission'] !== undefined) return void response.writeHead(204).end();
    if (/\/strea(m|%6D)(\?|$)/.test(request.url ?? ''))
      return void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
    if (request.url?.endsWith('/list'))
      return void response.writeHead(200, { 'content-type': 'application/json', 'content-length': LIST.length }).end(LIST);
    if (request.url?.endsWith('/caller'))
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify([request.headers['x-forwarded-for'], request.headers['x-forwarded-proto']]));
    if (request.url?.endsWith('/slow')) return void this.held.push(response);
    request.resume().once('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{"checks":{"database":"ok"}}'));
  });

  async listen(): Promise<number> {
    await once(this.server.listen(0, '127.0.0.1'), 'listening');
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

describe('the front door', () => {
  let service: StandInService;
  let server: FrontDoor;
  const sockets: Socket[] = [];
  let ports: Record<ServiceName, number>;
  const open = (trustedProxies: readonly string[]) =>
    openFrontDoor({ host: '127.0.0.1', port: 0, ports, webFolder: '/nowhere', trustedProxies });

  beforeEach(async () => {
    service = new StandInService();
    const port = await service.listen();
    ports = Object.fromEntries(SERVICES.map((name) => [name, port])) as Record<ServiceName, number>;
    server = await open([]);
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await server.close();
    await service.close();
  });

  const raw = async (text: string): Promise<Socket> => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  };
  const post = (address: string, body: string | Uint8Array<ArrayBuffer> = '{}') =>
    fetch(`${server.url}${address}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: 'Bearer good' },
      signal: AbortSignal.timeout(30_000),
    });
  /** Begins a request that is not ended; what is answered to it is collected. */
  const begun = async (
    address: string,
    { authorization = '', length = 5_000 }: { readonly authorization?: string; readonly length?: number } = {},
  ) => {
    const field = authorization === '' ? '' : `Authorization: ${authorization}\r\n`;
    const socket = await raw(
      `POST ${address} HTTP/1.1\r\nHost: x\r\n${field}Content-Type: application/json\r\nContent-Length: ${length}\r\n\r\n{"a":`,
    );
    const answer = { said: '', socket, end: () => socket.write(' '.repeat(length - 5)) };
    socket.setEncoding('utf8').on('data', (text: string) => (answer.said += text));
    return answer;
  };

  it('compresses a long list for who can read it, and leaves a short answer as it is', async () => {
    const asks = (address: string, encoding: string) => fetch(`${server.url}${address}`, { headers: { 'accept-encoding': encoding } });
    const list = await asks('/api/congress/list', 'br, gzip');
    expect([list.headers.get('content-encoding'), list.headers.get('vary')]).toEqual(['gzip', 'accept-encoding']);
    expect(await list.text()).toBe(LIST); // `fetch` unpacks it.
    const plain = await asks('/api/congress/list', 'identity');
    expect([plain.headers.get('content-encoding'), plain.headers.get('content-length')]).toEqual([null, String(LIST.length)]);
    expect(await plain.text()).toBe(LIST);
    expect((await asks('/api/congress/short', 'gzip')).headers.get('content-encoding')).toBeNull();
  });

  it.each([
    ['nobody is', [], ['127.0.0.1', 'http']],
    ['somebody else is', ['203.0.113.9', '10.0.0.0/8', 'linklocal'], ['127.0.0.1', 'http']],
    ['whoever asks is', ['203.0.113.9', 'loopback'], ['198.51.100.4', 'https']],
  ])('tells services whose request it is, by the word of a trusted proxy alone: where %s trusted', async (_who, trusted, told) => {
    const other = await open(trusted);
    // What stands before the proxy's own word was made up by whoever asked it.
    const answer = await fetch(`${other.url}/api/congress/caller`, {
      headers: { 'x-forwarded-for': '192.0.2.66, 198.51.100.4', 'x-forwarded-proto': 'https' },
    });
    expect(await answer.json()).toEqual(told);
    await other.close();
  });

  it('answers others while hundreds begin a request and never finish it', async () => {
    await Promise.all(Array.from({ length: CLIENTS }, () => begun('/api/ballot/papers', { authorization: 'Bearer good' })));
    expect((await post('/api/ballot/papers')).status).toBe(200);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it.each([
    ['no token', ''],
    ['one that they made up', 'Bearer a.b.c'],
  ])(
    'answers strangers with %s in the service’s words while hundreds of their bodies are still to come, and beside them whoever has one',
    async (_what, authorization) => {
      const strangers = await Promise.all(Array.from({ length: CLIENTS }, () => begun('/api/ballot/papers', { authorization })));
      const slow = await begun('/api/ballot/papers', { authorization: 'Bearer good' });
      expect((await post('/api/ballot/papers')).status).toBe(200);
      const told = () =>
        strangers.filter(({ said }) => /^HTTP\/1.1 401 [^]*application\/problem\+json[^]*"unauthenticated"/.test(said)).length;
      await probe('all are told before their time is over', () => told() === CLIENTS, {
        ...BEFORE_THE_DEADLINE,
        describe: () => `${told()} are: ${strangers[0]?.said}`,
      });
      expect(slow.said).toBe('');
      slow.end();
      await probe('who sends slowly is answered', () => slow.said.startsWith('HTTP/1.1 200 '));
      // The rest of a body runs past: the connection goes on with the next request.
      const [first] = strangers;
      first?.end();
      first?.socket.write('GET /api/congress/short HTTP/1.1\r\nHost: x\r\n\r\n');
      await probe('a stranger who did end asks on', () => /HTTP\/1.1 200 /.test(first?.said ?? ''));
    },
  );

  it('takes no connection for the uploads of strangers', async () => {
    const strangers = await Promise.all(
      Array.from({ length: UPLOADS }, () => begun('/api/congress/roster-imports', { length: 9_000_000 })),
    );
    await probe('all are told', () => strangers.every(({ said }) => said.startsWith('HTTP/1.1 401 ')), BEFORE_THE_DEADLINE);
    expect((await post('/api/congress/roster-imports', new Uint8Array(2_000_000))).status).toBe(200);
  });

  it('takes the whole body, however slowly it comes, where anybody may send one', async () => {
    const slow = await begun('/api/congress/sign-in');
    await pause(500);
    expect(slow.said).toBe('');
    slow.end();
    await probe('it is answered', () => slow.said.startsWith('HTTP/1.1 200 '));
  });

  it.each([
    ['that say what they expect', '/notices/stream HTTP/1.1\r\nAccept: text/event-stream'],
    ['that say nothing of it', '/notices/stream HTTP/1.1'],
    ['whose address is written in another way', '/notices/strea%6D?from=17 HTTP/1.1'],
  ])('answers others while hundreds of streams are open %s', async (_how, asked) => {
    const streams = await Promise.all(Array.from({ length: CLIENTS }, () => raw(`GET /api/notifier${asked}\r\nHost: x\r\n\r\n`)));
    await Promise.all(streams.map((stream) => once(stream, 'data')));
    expect((await post('/api/notifier/preferences')).status).toBe(200);
    expect((await fetch(`${server.url}/health`)).status).toBe(200);
  });

  it('says that a service is not ready when its connections are all taken', async () => {
    const taken = Array.from({ length: CLIENTS }, () => fetch(`${server.url}/api/congress/slow`));
    await probe('every connection is taken', () => service.held.length === 256, { describe: () => `${service.held.length} are` });
    const answer = await fetch(`${server.url}/health`);
    expect([answer.status, ((await answer.json()) as { services: Record<string, unknown> }).services['congress']]).toEqual([
      503,
      { status: 'failing' },
    ]);
    await probe('all are answered', () => {
      service.held.splice(0).forEach((response) => response.end());
      return Promise.race([Promise.all(taken).then(() => true), new Promise<false>((resolve) => setImmediate(resolve, false))]);
    });
  });

  it('answers what it was asked before it is closed, and ends the streams', async () => {
    const stream = await raw('GET /api/notifier/notices/stream HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n');
    await once(stream, 'data');
    const asked = fetch(`${server.url}/api/congress/slow`);
    await probe('the request is with the service', () => service.held.length === 1);
    const closed = server.close();
    await once(stream, 'close');
    service.held[0]?.end('done');
    expect(await (await asked).text()).toBe('done');
    await closed;
  });
});

describe('bodies that do not arrive', () => {
  let app: FastifyInstance;
  const open = async (limits: Parameters<typeof takeWholeBodies>[0]) => {
    app = fastify({ trustProxy: true });
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    const takeWhole = takeWholeBodies(limits);
    app.post('/', { preHandler: (request, reply) => takeWhole(request, reply, async () => null) }, async ({ body }) => {
      const pieces: Buffer[] = [];
      for await (const piece of body as AsyncIterable<Buffer>) pieces.push(piece);
      return Buffer.concat(pieces).length;
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
    return (app.server.address() as AddressInfo).port;
  };
  afterEach(() => app.close());

  const LIMITS = { unaskedMs: 100, wholeWithinMs: 200, uploadWithinMs: 200, heldBytesMax: 1_000_000, heldBytesPerAddressMax: 1_000_000 };
  const PATIENT = { ...LIMITS, wholeWithinMs: 30_000, uploadWithinMs: 30_000 }; // Where what counts is not the time.
  const exchange = async (port: number, head: string, body: string): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    let said = '';
    socket.setEncoding('utf8').on('data', (text: string) => (said += text));
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n${head}\r\n\r\n${body}`);
    await once(socket, 'close');
    return said;
  };

  it('are refused when their time is over', async () => {
    const said = await exchange(await open(LIMITS), 'Content-Length: 100', 'only so far');
    expect(said).toMatch(/^HTTP\/1.1 408 /);
    expect(said).toContain('"type":"too-slow"');
  });

  it('are cut off when they are uploads: the reason would not be read', async () => {
    expect(await exchange(await open(LIMITS), 'Content-Length: 9000000', 'only so far')).not.toMatch(/^HTTP\/1.1 200 /);
  });

  it('are refused when nobody said how long they are and they are too long', async () => {
    const port = await open({ ...PATIENT, heldBytesMax: 9_000_000, heldBytesPerAddressMax: 9_000_000 });
    expect(await exchange(port, 'Transfer-Encoding: chunked', `200000\r\n${'x'.repeat(0x200000)}\r\n`)).toMatch(/^HTTP\/1.1 413 /);
  });

  it('are refused when the house holds as many as it may', async () => {
    const port = await open({ ...LIMITS, heldBytesMax: 10 });
    expect(await exchange(port, 'Content-Length: 11', 'x'.repeat(11))).toMatch(/^HTTP\/1.1 503 /);
  });

  it('are refused when the house holds as many of one address as it may, and taken from others; what was let go makes room', async () => {
    const port = await open({ ...PATIENT, heldBytesPerAddressMax: 20 });
    const sent = (from: string, bytes: number) =>
      fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'x'.repeat(bytes), headers: { 'x-forwarded-for': from } });
    const slow = connect(port, '127.0.0.1').on('error', () => undefined);
    slow.write(
      `POST / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.1\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n${'x'.repeat(15)}`,
    );
    await probe('what came slowly is held', async () => (await sent('203.0.113.1', 10)).status === 503);
    expect((await sent('203.0.113.1', 5)).status).toBe(200);
    expect(await (await sent('203.0.113.2', 20)).text()).toBe('20');
    expect((await sent('203.0.113.2', 21)).status).toBe(503);
    slow.destroy();
    await probe('there is room again', async () => (await sent('203.0.113.1', 10)).status === 200);
  });

  it('are given on whole when they do arrive', async () => {
    const port = await open(PATIENT);
    expect(await (await fetch(`http://127.0.0.1:${port}`, { method: 'POST', body: 'x'.repeat(500_000) })).text()).toBe('500000');
  });
});

describe('connections of one address', () => {
  it('are bounded, unless it is a trusted proxy, and a closed one makes room', async () => {
    for (const [trusted, expected] of [
      [[], 2],
      [['loopback'], 3],
    ] as const) {
      const server = createTcpServer();
      boundConnections(server, trusted, { max: 100, perAddressMax: 2 });
      server.on('connection', (socket) => socket.on('error', () => undefined).write('hello'));
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const open = async (): Promise<boolean> => {
        const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
        clients.push(socket);
        return Promise.race([once(socket, 'data').then(() => true), once(socket, 'close').then(() => false)]);
      };
      const clients: Socket[] = [];
      const outcomes = [await open(), await open(), await open()];
      expect(outcomes.filter(Boolean)).toHaveLength(expected);
      clients[0]?.destroy();
      await probe('there is room again', open);
      clients.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    }
  });
});
