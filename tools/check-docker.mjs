#!/usr/bin/env node
// Checks docker/ on a machine without a container engine: `node tools/check-docker.mjs [--keep]`.
// 1 compose.yaml as docker-compose reads it 2 every step of the Dockerfile, by hand, in a clean folder 3 databases.sql on a real PostgreSQL
// 4 each service from the image's own folder: migrates, starts, is ready   5 the web image's policy is the front door's
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { carryOut, readStages } from './lib/dockerfile.mjs';
import { run } from './lib/processes.mjs';
import { ROOT } from './lib/workspace.mjs';

const SERVICES = ['congress', 'proposals', 'ballot', 'notifier'];
const READY_WITHIN_MS = 180_000; // As in test/lib/house.ts: two cores that run the tests meanwhile.

const workshop = mkdtempSync(path.join(tmpdir(), 'plenum-docker-'));
const outcomes = { passed: 0, failed: 0 };
const say = (line) => process.stdout.write(`${line}\n`);

async function check(name, work) {
  try {
    await work();
    outcomes.passed += 1;
    say(`ok      ${name}`);
  } catch (error) {
    outcomes.failed += 1;
    say(`FAILED  ${name}\n${error.stack ?? error}`);
  }
}

/** What the build is given: the committed files that .dockerignore leaves. */
function makeContext() {
  const context = path.join(workshop, 'context');
  const rules = readFileSync(path.join(ROOT, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
  for (const file of files.filter((name) => !isIgnored(name, rules))) {
    mkdirSync(path.dirname(path.join(context, file)), { recursive: true });
    cpSync(path.join(ROOT, file), path.join(context, file), { verbatimSymlinks: true });
  }
  return context;
}

/** The patterns of ours: a name at the root, below `**`, one star, and exceptions; the last that matches decides. */
function isIgnored(file, rules) {
  let ignored = false;
  for (const rule of rules) {
    const pattern = rule
      .replace(/^!/, '')
      .split('**/')
      .map((part) => part.replace(/[.+]/g, '\\$&').replaceAll('*', '[^/]*'))
      .join('(?:.*/)?');
    if (new RegExp(`^${pattern}(?:/|$)`).test(file)) ignored = !rule.startsWith('!');
  }
  return ignored;
}

await check('compose.yaml is a valid composition', async () => {
  const context = makeContext();
  const { code, text } = await run('docker-compose', ['-f', path.join(context, 'docker/compose.yaml'), 'config'], { stdout: 'keep' });
  if (code !== 0) throw new Error(text);
  for (const service of [...SERVICES, ...SERVICES.map((name) => `${name}-migration`), 'postgres', 'redis', 'mail', 'web']) {
    if (!new RegExp(`^  ${service}:`, 'm').test(text)) throw new Error(`there is no ${service}`);
  }
});

let roots;
await check('every step of the Dockerfile, in a clean folder', async () => {
  roots = await carryOut(readStages(path.join(ROOT, 'docker/Dockerfile')), {
    context: path.join(workshop, 'context'),
    workshop: path.join(workshop, 'stages'),
    say,
  });
});

if (roots) {
  const { startTestServers } = await import('@plenum/test-kit');
  const servers = await startTestServers({ exclusive: true });
  const secrets = path.join(workshop, 'secrets');
  await check('databases.sql makes four databases, each closed to the other roles', () => makeDatabases(servers.postgresUrl));
  for (const service of SERVICES)
    await check(`${service} migrates and becomes ready from the image's folder`, () => startService(service, servers, secrets));
  await check('the web image says the same policy as the front door', comparePolicies);
  await check('the web image holds a hall of connections', () => {
    const said = readFileSync(path.join(roots.get('web'), 'etc/nginx/nginx.conf'), 'utf8');
    if (!/worker_connections 8192;/.test(said)) throw new Error(said);
  });
  await servers.stop();
}
if (!process.argv.includes('--keep')) rmSync(workshop, { recursive: true, force: true });
else say(`Kept: ${workshop}`);
say(`\n${outcomes.passed} passed, ${outcomes.failed} failed`);
process.exitCode = outcomes.failed === 0 ? 0 : 1;

/** The address of a service's role at a server, as databases.sql makes it here: its own, or the owner's. */
function urlOf(adminUrl, service, role = service) {
  return Object.assign(new URL(adminUrl), {
    username: `plenum_${role}`,
    password: `pw-${role}`,
    pathname: `/plenum_${service}`,
  }).toString();
}

/** The file as the image's psql runs it, its variables filled in. */
async function makeDatabases(adminUrl) {
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const text = readFileSync(path.join(ROOT, 'docker/postgres/databases.sql'), 'utf8').replace(
    /:'(\w+)_password'/g,
    (_, service) => `'pw-${service}'`,
  );
  for (const statement of text
    .replace(/^--.*$/gm, '')
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean))
    await admin.query(statement);
  await admin.end();
  for (const service of SERVICES) {
    for (const other of SERVICES) {
      for (const role of [service, `${service}_owner`]) {
        const client = new pg.Client({ connectionString: urlOf(adminUrl, other, role) });
        const code = await client.connect().then(
          () => client.end().then(() => 'in'),
          (error) => error.code,
        );
        if (code !== (service === other ? 'in' : '42501')) throw new Error(`${role} at ${other}: ${code}`);
      }
    }
  }
}

async function startService(service, servers, secrets) {
  const { freePort } = await import('@plenum/local-servers');
  const port = await freePort();
  const root = path.join(roots.get('service'), 'plenum');
  const own = (name) => `${service.toUpperCase()}_${name}`;
  mkdirSync(secrets, { recursive: true });
  const secret = (name, value) => {
    writeFileSync(path.join(secrets, name), value);
    chmodSync(path.join(secrets, name), 0o444);
    return path.join(secrets, name);
  };
  const key = execFileSync('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const eventKey = execFileSync('openssl', ['genpkey', '-algorithm', 'ed25519'], { encoding: 'utf8' });
  const eventPublicKey = execFileSync('openssl', ['pkey', '-pubout', '-outform', 'DER'], { input: eventKey }).toString('base64');
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    [own('PORT')]: String(port),
    [own('JWKS_URL')]: 'http://127.0.0.1:9/jwks.json',
    [own('DATABASE_URL_FILE')]: secret(`${service}-database-url`, urlOf(servers.postgresUrl, service)),
    [own('REDIS_URL_FILE')]: secret('redis-url', servers.redisUrl),
    [own('EVENT_SIGNING_KEY_FILE')]: secret(`${service}-event-key`, eventKey),
    [own('EVENT_PUBLIC_KEYS_FILE')]: secret(`${service}-event-public-keys`, `${service}:${eventPublicKey}`),
    ...(service === 'congress'
      ? { CONGRESS_SIGNING_KEY_FILE: secret('signing-key', key), CONGRESS_OPERATOR_TOKEN_FILE: secret('operator-token', 'f'.repeat(48)) }
      : {}),
    ...(service === 'notifier'
      ? {
          NOTIFIER_SMTP_URL: 'smtp://127.0.0.1:9',
          NOTIFIER_MAIL_FROM: 'Plenum <plenum@example.test>',
          NOTIFIER_PUBLIC_URL: 'http://localhost:8080',
        }
      : {}),
  };
  const migration = await run(process.execPath, [`dist/services/${service}.js`, 'migrate'], {
    cwd: root,
    env: { ...env, [own('MIGRATION_DATABASE_URL')]: urlOf(servers.postgresUrl, service, `${service}_owner`) },
    stdout: 'keep',
  });
  if (migration.code !== 0) throw new Error(migration.text);
  const child = spawn(process.execPath, [`dist/services/${service}.js`, 'run'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said = `${said}${piece}`.slice(-4_000)));
  try {
    for (const end = performance.now() + READY_WITHIN_MS; ; await pause(250)) {
      const { code } = await run(process.execPath, ['docker/healthcheck.mjs', String(port)], { cwd: root, stdout: 'keep' });
      if (code === 0) return;
      if (child.exitCode !== null || performance.now() > end) throw new Error(`it was not ready: ${said}`);
    }
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode === null) child.kill('SIGTERM');
    if (child.exitCode === null) await ended;
  }
}

function comparePolicies() {
  const [, ofImage] = /Content-Security-Policy "([^"]+)"/.exec(readFileSync(path.join(ROOT, 'docker/web/headers.conf'), 'utf8'));
  const source = readFileSync(path.join(ROOT, 'apps/standalone/src/front-door/front-door.ts'), 'utf8');
  const [, directives] = /directives: \{([^}]+)\}/.exec(source);
  const ofDoor = [...directives.matchAll(/(\w+): \[([^\]]+)\]/g)]
    .map(
      ([, name, values]) =>
        `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${values
          .replace(/"'|'"/g, "'")
          .replace(/'((?:data|blob):)'/g, '$1')
          .replaceAll(',', '')}`,
    )
    .join(';');
  if (ofImage !== ofDoor) throw new Error(`image: ${ofImage}\ndoor:  ${ofDoor}`);
}
