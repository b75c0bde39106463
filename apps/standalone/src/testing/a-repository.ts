import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { programOf, SERVICES, type ServiceName } from '../services/service-list.js';

/** A service as the house sees one: it listens on its port, says how it is, and can be asked to end or to fail. */
const STAND_IN = `
const http = require('node:http');
const fs = require('node:fs');
const path = require('node:path');
const name = path.basename(__filename, '.js');
const own = (word) => process.env[name.toUpperCase() + '_' + word];
const fails = path.join(path.dirname(__filename), name + '-' + process.argv[2] + '-fails');
if (fs.existsSync(fails)) {
  console.error(fs.readFileSync(fails, 'utf8'));
  process.exit(1);
}
if (process.argv[2] === 'migrate') {
  console.log('migrated ' + fs.readFileSync(own('DATABASE_URL_FILE'), 'utf8').trim().replace(/:[^:@]*@/, ':*@'));
} else http.createServer((request, response) => {
  const json = (status, body) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const url = new URL(request.url, 'http://x');
  if (url.pathname === '/health') return json(200, { service: name, status: 'ready', checks: { database: 'ok' } });
  const listed = { get: { summary: 'Lists things' } };
  if (url.pathname === '/api/' + name + '/docs-json') return json(200, { paths: { ['/api/' + name + '/<things>']: listed } });
  if (url.pathname.endsWith('/crash')) process.exit(3);
  if (url.pathname.endsWith('/stream')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    let n = 0;
    const beat = setInterval(() => response.write('data: ' + (n += 1) + '\\n\\n'), 50);
    response.on('close', () => { clearInterval(beat); fs.writeFileSync(path.join(path.dirname(__filename), 'hung-up'), 'yes'); });
    return;
  }
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  const { method, headers } = request;
  const body = () => Buffer.concat(chunks).toString('utf8');
  const said = () => ({ pid: process.pid, method, url: request.url, headers, body: body(), env: Object.keys(process.env) });
  request.on('end', () => json(200, said()));
}).listen(Number(own('PORT')), '127.0.0.1');
`;

/** A folder laid out like the repository, with a stand-in for each service and a web client of three files. */
export interface StandInRepository {
  readonly root: string;
  /** From now on, a subcommand of a service fails with these words. */
  breakService(service: ServiceName, subcommand: 'migrate' | 'run', words: string): Promise<void>;
  remove(): Promise<void>;
}

export async function aRepository(): Promise<StandInRepository> {
  const root = await mkdtemp(path.join(tmpdir(), 'plenum-house-'));
  const write = async (file: string, text: string): Promise<void> => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  for (const service of SERVICES) await write(programOf(service), STAND_IN);
  await write(
    'apps/web/dist/index.html',
    '<!doctype html><title>Plenum</title><script type="module" src="/assets/app.abc123.js"></script>',
  );
  await write('apps/web/dist/assets/app.abc123.js', 'export {};');
  await write('apps/web/dist/plenum-verify.html', '<!doctype html><title>Verifier</title>');
  return {
    root,
    breakService: (service, subcommand, words) => write(programOf(service).replace(/\.js$/, `-${subcommand}-fails`), words),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
