import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { ensurePortFree, freePort, isAlive } from '@plenum/local-servers';
import { probe } from '@plenum/test-kit';
import { createTransport } from 'nodemailer';

import { openHouse, type House } from './house.js';
import { SERVICES } from './services/service-list.js';
import { END_WITH_LAUNCHER } from './services/service-process.js';
import { readConfig, type StandaloneConfig } from './standalone.config.js';
import { aRepository, type StandInRepository } from './testing/a-repository.js';

interface Echo {
  readonly pid: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly env: string[];
}

const START_TIMEOUT_MS = 90_000;

jest.setTimeout(90_000); // A laden machine starts nothing in five seconds.

describe('the house', () => {
  let repository: StandInRepository;
  let config: StandaloneConfig;
  let house: House;
  const told: string[] = [];

  const open = (overrides: Partial<StandaloneConfig> = {}): Promise<House> =>
    openHouse({
      config: { ...config, ...overrides },
      root: repository.root,
      tell: (line) => told.push(line),
      signal: new AbortController().signal,
    });
  const ask = (address: string, init: RequestInit = {}): Promise<Response> => fetch(`${house.url}${address}`, init);
  const mails = (below = ''): string => `/mail/${house.secrets.mailSecret}${below}`;
  const echo = async (address: string, init: RequestInit = {}): Promise<Echo> => (await ask(address, init)).json() as Promise<Echo>;
  const pidOf = async (service: string): Promise<number> =>
    Number(await readFile(path.join(config.dataFolder, 'run', `${service}.pid`), 'utf8'));

  beforeAll(async () => {
    repository = await aRepository();
    config = { ...readConfig({ PLENUM_DATA: 'kept' }, repository.root), port: await freePort() };
    house = await open();
  }, START_TIMEOUT_MS);

  afterAll(async () => {
    await house.close();
    await repository.remove();
  }, START_TIMEOUT_MS);

  it('says on one port how every service is', async () => {
    const answer = await ask('/health');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      status: 'ready',
      services: Object.fromEntries(SERVICES.map((service) => [service, { status: 'ready', checks: { database: 'ok' } }])),
    });
  });

  it.each(SERVICES)('gives %s the requests of its prefix, unchanged', async (service) => {
    const { method, url, body, headers } = await echo(`/api/${service}/things/1?page=2&search=%E5%9B%BE`, {
      method: 'PATCH',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', cookie: 'plenum_refresh=x' },
    });
    expect({ method, url, body, cookie: headers['cookie'] }).toEqual({
      method: 'PATCH',
      url: `/api/${service}/things/1?page=2&search=%E5%9B%BE`,
      body: '{"a":1}',
      cookie: 'plenum_refresh=x',
    });
  });

  it('tells services who asks, whatever the caller says of itself', async () => {
    const { headers } = await echo('/api/congress/things', { headers: { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' } });
    expect(headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': new URL(house.url).host,
    });
  });

  it('passes uploads on byte by byte, and refuses what is larger than any service takes', async () => {
    const form = new FormData();
    form.set('file', new Blob(['工号,姓名'], { type: 'text/csv' }), 'roster.csv');
    expect((await echo('/api/congress/roster-imports', { method: 'POST', body: form })).body).toContain('工号,姓名');
    const tooLarge = await ask('/api/congress/roster-imports', { method: 'POST', body: new Uint8Array(33 * 1024 * 1024) });
    expect([tooLarge.status, await tooLarge.json()]).toEqual([413, expect.objectContaining({ type: 'too-large' })]);
  });

  it('streams, and hangs up on the service when the reader does', async () => {
    const reading = new AbortController();
    const answer = await ask('/api/notifier/notices/stream', { signal: reading.signal });
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    // It has no end: what is read of it has come while it goes on. A reader who is late finds several at once.
    let read = '';
    while (!read.includes('data: 2\n')) read += new TextDecoder().decode((await reader.read()).value);
    expect(read).toMatch(/^data: 1\n\ndata: 2\n/);
    reading.abort();
    await probe('the service has noticed that the reader is gone', () =>
      readFile(path.join(repository.root, 'dist/services/hung-up'), 'utf8'),
    );
  });

  it('serves the web client for every address inside it, with security headers and lasting names', async () => {
    const page = await ask('/proposals/17', { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-cache']);
    expect(await page.text()).toContain('<title>Plenum</title>');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('strict-transport-security')).toBeNull(); // Who ends TLS says it.
    const script = await ask('/assets/app.abc123.js');
    expect([script.status, script.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  });

  it('gives the verifier as a file to save, and does not run it', async () => {
    const answer = await ask('/plenum-verify.html');
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="plenum-verify.html"']);
  });

  it.each(['/api/nowhere', '/assets/missing.js', '/../secrets/operator-token', '/.plenum/secrets/operator-token'])(
    'has nothing at %s',
    async (address) => {
      const answer = await ask(address);
      expect([answer.status, await answer.json()]).toEqual([404, expect.objectContaining({ type: 'no-such-route' })]);
    },
  );

  it('lists every door of every service', async () => {
    const text = await (await ask('/api/docs')).text();
    for (const service of SERVICES) expect(text).toContain(`<a href="/api/${service}/docs-json">`);
    expect(text).toContain('<code>/api/ballot/&#60;things&#62;</code>');
  });

  it('catches mails, shows them without believing them, and keeps them across a restart', async () => {
    const smtpUrl = (await readFile(path.join(config.dataFolder, 'secrets', 'smtp-url'), 'utf8')).trim();
    await createTransport(smtpUrl).sendMail({
      from: 'plenum@example.test',
      to: 't00001@example.test',
      subject: '<b>提案</b>',
      text: '<script>alert(1)</script>',
    });
    const list = await (await ask(mails())).text();
    expect(list).toContain('&#60;b&#62;提案&#60;/b&#62;');
    const { items } = (await (await ask(mails('/messages'))).json()) as { items: { id: string; to: string[] }[] };
    expect(items[0]?.to).toEqual(['t00001@example.test']);
    const shown = await (await ask(mails(`/${items[0]?.id}`))).text();
    expect(shown).toContain('&#60;script&#62;alert(1)');
    expect(await (await ask(mails(`/${items[0]?.id}/source`))).text()).toContain('Subject:');
    expect((await ask(mails('/none'))).status).toBe(404);
  });

  it('starts a service again that has ended', async () => {
    const before = await pidOf('ballot');
    const crash = await ask('/api/ballot/crash');
    expect([crash.status, crash.headers.get('content-type')]).toEqual([503, expect.stringContaining('application/problem+json')]);
    await probe(
      'the ballot service runs as another process',
      async () => ![undefined, before].includes((await echo('/api/ballot/things')).pid),
      { describe: () => told.join('\n') },
    );
    expect(await pidOf('ballot')).not.toBe(before);
    expect(told.join('\n')).toMatch(/ballot ended \(3\) and is started again in 0\.5 s/);
    expect((await ask('/health')).status).toBe(200);
  });

  it('starts PostgreSQL again, where it was, when its process is gone', async () => {
    const lock = async (): Promise<string[]> =>
      (await readFile(path.join(config.dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    const [before, , , port] = await lock();
    process.kill(Number(before), 'SIGKILL');
    await probe('PostgreSQL runs as another process on the same port', async () => {
      const [now, , , portNow] = await lock();
      return now !== before && portNow === port && isAlive(Number(now));
    });
  });

  it('gives a service its own settings and no secret in plain sight', async () => {
    const { env } = await echo('/api/congress/things');
    expect(env).toEqual(
      expect.arrayContaining([
        'CONGRESS_DATABASE_URL_FILE',
        'CONGRESS_REDIS_URL_FILE',
        'CONGRESS_EVENT_SIGNING_KEY_FILE',
        'CONGRESS_EVENT_PUBLIC_KEYS_FILE',
        'CONGRESS_SIGNING_KEY_FILE',
        'CONGRESS_OPERATOR_TOKEN_FILE',
        'CONGRESS_JWKS_URL',
      ]),
    );
    expect(env.filter((name) => /^(CONGRESS_DATABASE_URL|PLENUM_.*|DATABASE_URL|BALLOT_.*)$/.test(name))).toEqual([]);
    for (const file of ['signing-key.pem', 'operator-token', 'congress.database-url', 'redis-url', 'ballot.role-password']) {
      expect(((await stat(path.join(config.dataFolder, 'secrets', file))).mode & 0o777).toString(8)).toBe('600');
    }
    const migrations = await readFile(path.join(config.dataFolder, 'logs', 'migrations.log'), 'utf8');
    for (const service of SERVICES) expect(migrations).toContain(`migrated postgres://plenum_${service}:*@127.0.0.1`);
  });

  it(
    'keeps secrets, mails and databases across a stop and a start, and leaves nothing running between',
    async () => {
      const token = house.secrets.operatorToken;
      const pids = await Promise.all(SERVICES.map(pidOf));
      await house.close();
      expect(pids.filter(isAlive)).toEqual([]);
      await ensurePortFree(config.port, 'The next start');
      house = await open();
      expect(house.secrets.operatorToken).toBe(token);
      expect(((await (await ask(mails('/messages'))).json()) as { total: number }).total).toBe(1);
    },
    START_TIMEOUT_MS,
  );

  it('says in one line that its port is taken', async () => {
    const port = await freePort();
    const stranger = createServer().listen(port, '127.0.0.1');
    await expect(open({ port, dataFolder: path.join(repository.root, 'other') })).rejects.toThrow(
      `Port ${port} is taken by another program: Plenum (PLENUM_PORT) needs another one.`,
    );
    await new Promise((resolve) => stranger.close(resolve));
  });

  it.each([
    ['migrate', /^The databases could not be brought up to date: notifier migrate: NOTIFIER_SMTP_URL \(isUrl\) \(.+migrations\.log\)$/],
    ['run', /^notifier does not start: notifier run: NOTIFIER_SMTP_URL \(isUrl\) \(.+notifier\.log\)$/],
  ] as const)(
    'says with a service’s own last words why it cannot %s, and ends the others',
    async (subcommand, words) => {
      const broken = await aRepository();
      await broken.breakService('notifier', subcommand, `notifier ${subcommand}: NOTIFIER_SMTP_URL (isUrl)`);
      const dataFolder = path.join(broken.root, 'kept');
      const attempt = openHouse({
        config: { ...config, port: 0, dataFolder },
        root: broken.root,
        tell: () => undefined,
        signal: new AbortController().signal,
      });
      await expect(attempt).rejects.toThrow(words);
      for (const left of ['run/house.pid', 'run/congress.pid', 'postgres/postmaster.pid']) {
        expect([left, await readFile(path.join(dataFolder, left), 'utf8').catch(() => 'gone')]).toEqual([left, 'gone']);
      }
      await broken.remove();
    },
    START_TIMEOUT_MS,
  );

  it(
    'ends in the middle of its start when it is told to, with whatever was just being started',
    async () => {
      const ending = new AbortController();
      const own = await aRepository();
      const dataFolder = path.join(own.root, 'ended');
      const attempt = openHouse({
        config: { ...config, port: 0, dataFolder },
        root: own.root,
        tell: (line) => line.startsWith('Databases') && ending.abort(),
        signal: ending.signal,
      });
      await expect(attempt).rejects.toThrow(/aborted/);
      expect(await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => 'gone')).toBe('gone');
      expect(
        execFileSync('ps', ['-A', '-ww', '-o', 'args='], { encoding: 'utf8' })
          .split('\n')
          .filter((line) => line.includes(own.root)),
      ).toEqual([]);
      await own.remove();
    },
    START_TIMEOUT_MS,
  );

  it('is outlived by no service, although it is killed without a word', async () => {
    const service = `require('node:child_process').spawn(process.execPath, ['--import', process.argv[1], '-e', 'setInterval(Date, 1000)'], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })`;
    const launcher = spawn(process.execPath, ['-e', `console.log(${service}.pid); setInterval(Date, 1000)`, END_WITH_LAUNCHER.href], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = (await once(launcher.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(isAlive(pid)).toBe(true);
    launcher.kill('SIGKILL');
    await probe('the service has ended by itself', () => !isAlive(pid));
  });
});
