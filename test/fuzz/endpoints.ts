import { parseArgs } from 'node:util';
import { type SeededRandom, seededRandom, syntheticPeople } from '@plenum/test-kit';
import { type Cast, stage } from '../authorisation/cast.js';
import type { Person } from '../lib/api-client.js';
import { House, SERVICES } from '../lib/house.js';

/**
 * Hostile input to every endpoint: requests made after the OpenAPI documents, most of them wrong in one place, are sent as people who hold
 * every office. Whatever comes, the answer is no fault of ours. `node endpoints.js [RUNS [SEED]] [--seconds MAX]`; the seed repeats a run,
 * and past the seconds nothing more is sent.
 */
const RUNS_DEFAULT = 20_000;
const AT_A_TIME = 8;
const SENDERS = 24; // Each may send so many requests a minute.
const REPORT_EVERY = 2_000;
const FINDINGS_SHOWN = 20;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** One endpoint, and the schemas that its document names. */
interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** What a program somewhere behind the endpoint may not have been written for. */
const HOSTILE: readonly unknown[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202e',
  '𬱖'.repeat(300),
  'x'.repeat(5_000),
  "'; --",
  '${7*7}',
  '../../etc/passwd',
  '%',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '2026-W10',
  '20261201',
  '2026-02-30',
  '2026-13-01T00:00:00Z',
  '0000-00-00',
  '+275760-09-13',
  '2026-01-01T00:00',
  '9999-12-31T23:59:59+14:00',
  'US/Pacific-New',
  'Etc/Unknown',
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 31) - 1,
  2 ** 31,
  9_223_372_036_854_775_808n.toString(),
  true,
  false,
  null,
  [],
  {},
  [[]],
  [null],
  { '': '' },
  { toString: 1 },
  { length: -1 },
];

const DEEP = 'as deep as it goes'; // Put in as text: what writes JSON calls itself, too.

/** Values of the right shape, with one of them spoilt now and then. */
class Maker {
  constructor(
    private readonly random: SeededRandom,
    private readonly ids: readonly string[],
    private readonly schemas: Readonly<Record<string, Schema>>,
  ) {}

  value(schema: Schema, depth = 0): unknown {
    if (this.random.integer(9) === 0) return this.hostile(depth);
    if (schema.$ref) return this.value(this.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth);
    const choice = schema.oneOf ?? schema.allOf;
    if (choice) return this.value(this.random.pick(choice), depth);
    if (schema.enum) return this.random.pick(schema.enum);
    if (schema.properties)
      return Object.fromEntries(
        Object.entries(schema.properties)
          .filter(([name]) => schema.required?.includes(name) || this.random.integer(2) === 0)
          .map(([name, inner]) => [name, this.value(inner, depth + 1)]),
      );
    switch (schema.type) {
      case 'integer':
      case 'number':
        return this.random.integer(5);
      case 'boolean':
        return this.random.integer(2) === 0;
      case 'array':
        return Array.from({ length: this.random.integer(4) }, () => this.value(schema.items ?? {}, depth + 1));
      case 'object':
        return { [this.text()]: this.text(), num: 1, den: 2, inclusive: true, base: 'roll' };
      default:
        return this.text();
    }
  }

  text(): string {
    return this.random.pick([
      ...this.ids,
      '2026-06-01',
      new Date(Date.UTC(2026, 5, 1)).toISOString(),
      'a text',
      '老师',
      'T00001',
      '12345678901',
      'plan',
    ]);
  }

  hostile(depth: number): unknown {
    if (depth < 2 && this.random.integer(20) === 0) return DEEP;
    return this.random.pick(HOSTILE);
  }
}

const { values: limits, positionals } = parseArgs({ options: { seconds: { type: 'string' } }, allowPositionals: true });
const [runs = RUNS_DEFAULT, seed = 20_260_101] = positionals.map(Number);
const secondsMax = Number(limits.seconds ?? Number.POSITIVE_INFINITY);

/** A request as text: what is no JSON cannot be said with an object. */
interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

function requestOf({ method, path, operation, schemas }: Endpoint, random: SeededRandom, ids: readonly string[]): Sent {
  const maker = new Maker(random, ids, schemas);
  const query = new URLSearchParams();
  for (const parameter of operation.parameters ?? [])
    if (parameter.in === 'query' && random.integer(3) > 0) query.append(parameter.name, textOf(maker.value(parameter.schema ?? {})));
  const filled = path.replace(/\{\w+\}/g, () =>
    encodeURIComponent(wellFormed(random.integer(6) === 0 ? textOf(maker.hostile(9)) : random.pick(ids))),
  );
  const url = query.size > 0 ? `${filled}?${query.toString()}` : filled;
  const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  if (method === 'GET' || (!schema && random.integer(2) === 0)) return { method, url, headers: {} };
  const body = (JSON.stringify(maker.value(schema ?? {})) ?? '').replace(JSON.stringify(DEEP), `${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  const spoilt = random.integer(25) === 0 ? body.slice(0, random.integer(body.length + 1)) : body;
  return {
    method,
    url,
    headers: {
      'content-type': random.integer(30) === 0 ? 'text/plain' : 'application/json',
      'idempotency-key': `k${random.integer(1_000_000)}`,
      'x-plenum-client': 'web',
    },
    body: spoilt,
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const wellFormed = (text: string): string => (/\p{Surrogate}/u.test(text) ? '\0' : text) || '%';

async function sendersOf({ organisation, unitId, session }: Cast): Promise<readonly Person[]> {
  const people = await organisation.people(syntheticPeople(SENDERS, 7).map((person) => ({ ...person, staffNo: `Z${person.staffNo}` })));
  await organisation.seat(session, people);
  for (const person of people) {
    for (const office of ['SECRETARIAT', 'PRESIDIUM', 'PROPOSALS_COMMITTEE'] as const) await organisation.office(office, person);
    await organisation.office('UNIT_HANDLER', person, { unitId });
  }
  return people;
}

/** Ids that are there, of each kind: a request that finds nothing goes no further. */
const idsOf = (cast: Cast): string[] => [
  cast.session.sessionId,
  cast.session.termId,
  cast.session.delegationId,
  cast.otherSession.sessionId,
  cast.unitId,
  cast.officeId,
  cast.callId,
  cast.proposalId,
  cast.otherProposalId,
  cast.ballotId,
  cast.handsBallotId,
  cast.sealedBallotId,
  cast.electionId,
  cast.mixedBallotId,
  cast.importId,
  cast.noticeId,
  ...Object.values(cast.people).map(({ memberId }) => memberId),
];

async function endpointsOf(house: House): Promise<readonly Endpoint[]> {
  const documents = await Promise.all(SERVICES.map((service) => house.stranger.get<Document>(`/api/${service}/docs-json`)));
  return documents.flatMap(({ paths, components }) =>
    Object.entries(paths).flatMap(([path, operations]) =>
      METHODS.filter((method) => operations[method] && !path.endsWith('/stream')).map((method) => ({
        method: method.toUpperCase(),
        path,
        operation: operations[method] as Operation,
        schemas: components?.schemas ?? {},
      })),
    ),
  );
}

async function fuzz(house: House): Promise<{ findings: string[]; statuses: Map<number, number>; sent: number; seconds: number }> {
  const cast = await stage(house);
  const [senders, endpoints, ids] = [await sendersOf(cast), await endpointsOf(house), idsOf(cast)];
  const random = seededRandom(seed);
  const findings: string[] = [];
  const statuses = new Map<number, number>();
  let sent = 0;
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1_000;
  const work = async (): Promise<void> => {
    while (sent < runs && seconds() < secondsMax) {
      const run = (sent += 1);
      const sender = random.pick(senders);
      const { url, method, headers, body } = requestOf(random.pick(endpoints), random, ids);
      const answer = await fetch(`${house.url}${url}`, {
        method,
        headers: { authorization: `Bearer ${sender.token}`, ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const said = await answer.text();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500)
        findings.push(
          `run ${run} of seed ${seed}: ${answer.status} ${method} ${url.slice(0, 200)} ${body?.slice(0, 300) ?? ''} -> ${said.slice(0, 200)}`,
        );
      if (run % REPORT_EVERY === 0) process.stderr.write(`${run} of ${runs}\n`);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return { findings, statuses, sent, seconds: seconds() };
}

const house = await House.open();
try {
  const { findings, statuses, sent, seconds } = await fuzz(house);
  for (const [status, count] of [...statuses].sort(([a], [b]) => a - b)) process.stdout.write(`${String(count).padStart(9)}  ${status}\n`);
  for (const finding of findings.slice(0, FINDINGS_SHOWN)) process.stdout.write(`${finding}\n`);
  const isIdle = (statuses.get(429) ?? 0) > sent / 10;
  if (isIdle) process.stdout.write('too many were turned away for haste: this tested little\n');
  process.stdout.write(`${sent} of ${runs} requests of seed ${seed} in ${seconds.toFixed(0)} s: ${findings.length} faults\n`);
  const failed = findings.length + (isIdle ? 1 : 0);
  process.stdout.write(`${failed === 0 ? 1 : 0} passed, ${failed} failed\n`);
  if (failed > 0) process.exitCode = 1;
} finally {
  await house.close();
}
