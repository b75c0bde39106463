import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DelegateKind, EventData, EventName, NewEvent, Office } from '@plenum/contracts';
import { Outbox } from '@plenum/messaging';
import { projectIntoDirectory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import { Database } from '@plenum/service-kit';
import { flushRedis, probe, type TestServers, type TestTokens, startTestTokens, testServers } from '@plenum/test-kit';
import { DueDatesWorker } from '../handling/due-dates.worker.js';
import { boot, migrate } from '../boot.js';

/** Somebody who sends requests. */
export interface Person {
  readonly id: string;
  readonly organisationId: string;
}

/** An answer of the service. Tests look into the body as they need. */
export interface Answer {
  readonly status: number;
  readonly body: ReturnType<JSON['parse']>;
}

/** The proposals service on real servers, with an organisation, its session and its people in the directory. */
export interface Stage {
  readonly database: Database;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly logistics: string;
  readonly finance: string;
  /** Sends a request as somebody, or as nobody; each by a sign-in of its own, unless one is named. */
  as(person: Person | null, signInId?: string): Door;
  /** The congress service tells that a sign-in has ended. */
  endSignIn(person: Person, signInId: string): Promise<void>;
  /** A member of the organisation, with a seat and offices where given. */
  person(role?: Role): Promise<Person>;
  /** The same in another organisation, with a session of its own. */
  elsewhere(): Promise<{ person(role?: Role): Promise<Person>; sessionId: string }>;
  /** A session of the organisation after the first. */
  laterSession(): Promise<string>;
  relieve(person: Person): Promise<void>;
  /** The congress service tells that a member works here no more. */
  leave(person: Person): Promise<void>;
  /** The congress service tells on which days the organisation does not work; a newer version each time. */
  setCalendar(daysOff: readonly string[], version: number): Promise<void>;
  /** Moves the service's clock; null lets it run again. */
  setClock(instant: Date | string | null): void;
  /** Looks for due dates that can be settled now. @returns how many there were */
  settleDueDates(): Promise<number>;
  /** The events in the outbox about an aggregate, oldest first. */
  eventsOf(aggregateId: string): Promise<readonly { name: EventName; version: number; data: Record<string, unknown> }[]>;
  /**
   * Delivers an event of another service, the way it really takes, and waits until it has been handled. Told again, it is delivered again.
   */
  hear<N extends EventName>(name: N, data: EventData<N>, version?: number): Promise<void>;
  /** Delivers everything once more, to an inbox that has forgotten it. */
  hearAllAgain(): Promise<void>;
  stop(): Promise<void>;
}

export interface Role {
  readonly seat?: DelegateKind;
  readonly office?: Office;
  readonly unitId?: string;
  /** Bound to the session unless false. */
  readonly ofSession?: boolean;
  /** Of a seat, where it is not one in the first session. */
  readonly sessionId?: string;
  readonly name?: string;
}

export interface Door {
  get(path: string): Promise<Answer>;
  post(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Decides on a proposal or a call as it reads now; who may not read it names a version that cannot be. */
  decide(path: string, body?: object, headers?: Record<string, string>): Promise<Answer>;
  /** Changes a proposal, and throws one away, as it reads now. */
  revise(path: string, body: object): Promise<Answer>;
  discard(path: string): Promise<Answer>;
  put(path: string, body: object): Promise<Answer>;
  patch(path: string, body: object): Promise<Answer>;
  delete(path: string): Promise<Answer>;
}

const UNREAD = 1_000_000;
const HOOK_TIMEOUT_MS = 120_000;

/** A stage for a Jest file: there from the first test on. */
export function useStage(prepare: (stage: Stage) => Promise<void>): void {
  let stage: Stage | undefined;
  // Hooks run in the order they are named: the service stops before its servers do.
  afterAll(async () => stage?.stop(), HOOK_TIMEOUT_MS);
  const servers = testServers();
  beforeAll(async () => {
    stage = await startStage(servers);
    await prepare(stage);
  }, HOOK_TIMEOUT_MS);
}

/** Boots the service against the servers of a test file. */
async function startStage(servers: TestServers): Promise<Stage> {
  const tokens = await startTestTokens();
  const env = {
    ...(await servers.serviceEnvironment('proposals')),
    PROPOSALS_JWKS_URL: tokens.jwksUrl,
    PROPOSALS_LOG_LEVEL: 'silent',
    PROPOSALS_REQUESTS_PER_MINUTE_MAX: '1000000',
  };
  await migrate(env);
  const app = await boot(env);
  const database = app.get(Database);
  const organisation = await anOrganisation(database);
  return {
    database,
    ...organisation.ids,
    person: organisation.person,
    laterSession: organisation.laterSession,
    leave: ({ id: memberId, organisationId }) =>
      tell(database, 'congress.member-registered.v2', { ...memberOf(organisationId, memberId), active: false }, 2),
    as: doorsOf(await app.getUrl(), tokens),
    elsewhere: async () => {
      const other = await anOrganisation(database);
      return { person: other.person, sessionId: other.ids.sessionId };
    },
    endSignIn: ({ id: memberId, organisationId }, signInId) =>
      tell(database, 'congress.sign-ins-ended.v1', { organisationId, memberId, signInIds: [signInId] }),
    setCalendar: (daysOff, version) =>
      tell(
        database,
        'congress.calendar-set.v1',
        { organisationId: organisation.ids.organisationId, zone: 'Asia/Shanghai', daysOff, workingDays: [] },
        version,
      ),
    relieve: async (person) => {
      const offices = await database.query<{ id: string; version: number }>(
        'SELECT id, version FROM directory_offices WHERE member_id = $1',
        [person.id],
      );
      for (const { id, version } of offices) {
        await tell(
          database,
          'congress.office-relieved.v1',
          { organisationId: person.organisationId, officeId: id, memberId: person.id },
          version + 1,
        );
      }
    },
    settleDueDates: () => app.get(DueDatesWorker).settleAll(),
    setClock: (instant) => setClock(app, instant),
    eventsOf: (aggregateId) =>
      database.query('SELECT name, version, data FROM outbox WHERE aggregate_id = $1 ORDER BY position', [aggregateId]),
    hear: async (name, data, version = 1) => {
      const aggregateId = (data as { ballotId?: string }).ballotId ?? randomUUID();
      await database.transaction((tx) => app.get(Outbox).append(tx, [{ name, aggregateId, version, data } as unknown as NewEvent]));
      await allHeard(database);
    },
    hearAllAgain: async () => {
      await database.query('TRUNCATE inbox');
      await flushRedis(servers.redisUrl);
      await database.query("UPDATE outbox SET relayed_at = NULL, confirmed_at = NULL WHERE name LIKE 'ballot.%'");
      await allHeard(database);
    },
    stop: async () => {
      await app.close();
      await tokens.stop();
    },
  };
}

/** Every fact of the ballot service is in the inbox. */
async function allHeard(database: Database): Promise<void> {
  const missing = `
      SELECT count(*)::int AS missing
      FROM outbox o
      WHERE o.name LIKE 'ballot.%' AND NOT EXISTS (SELECT FROM inbox i WHERE i.event_id = o.id)
    `;
  await probe('every event has been handled', async () => (await database.query<{ missing: number }>(missing))[0]?.missing === 0);
}

async function anOrganisation(database: Database) {
  const [organisationId, sessionId, logistics, finance] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await tell(database, 'congress.organisation-founded.v1', {
    organisationId,
    code: `o-${organisationId.slice(0, 8)}`,
    name: 'A school',
    level: 1,
    parentId: null,
  });
  await tell(database, 'congress.unit-set-up.v1', { organisationId, unitId: logistics, code: 'logistics', name: 'Logistics' });
  await tell(database, 'congress.unit-set-up.v1', { organisationId, unitId: finance, code: 'finance', name: 'Finance' });
  const setUp = (id: string, sessionNo: number) =>
    tell(database, 'congress.session-set-up.v1', {
      organisationId,
      sessionId: id,
      termNo: 7,
      sessionNo,
      title: `Session ${sessionNo}`,
      opensAt: '2026-05-30T00:00:00.000Z',
      closesAt: '2026-06-01T00:00:00.000Z',
      quorum: { num: 2, den: 3, inclusive: true },
    });
  await setUp(sessionId, 2);
  const laterSession = async (): Promise<string> => {
    const id = randomUUID();
    await setUp(id, 3);
    return id;
  };
  const person = async ({ seat, office, unitId, ofSession = true, name = 'Somebody', ...role }: Role = {}): Promise<Person> => {
    const memberId = randomUUID();
    await tell(database, 'congress.member-registered.v2', { ...memberOf(organisationId, memberId), name });
    if (seat) {
      const place = { organisationId, sessionId: role.sessionId ?? sessionId, memberId, delegationId: null };
      await tell(database, 'congress.delegate-seated.v1', { ...place, kind: seat });
    }
    if (office) {
      const bound = { sessionId: unitId || !ofSession ? null : sessionId, unitId: unitId ?? null };
      await tell(database, 'congress.office-assigned.v1', {
        organisationId,
        officeId: randomUUID(),
        memberId,
        office,
        ...bound,
        chief: false,
      });
    }
    return { id: memberId, organisationId };
  };
  return { ids: { organisationId, sessionId, logistics, finance }, person, laterSession };
}

const memberOf = (organisationId: string, memberId: string): EventData<'congress.member-registered.v2'> => ({
  organisationId,
  memberId,
  staffNo: memberId.slice(0, 8),
  name: 'Somebody',
  mail: null,
  unitId: null,
  active: true,
  standing: 'FULL',
  hasVote: true,
});

const tell = <N extends EventName>(database: Database, name: N, data: EventData<N>, version = 1): Promise<void> =>
  database.transaction((tx) => projectIntoDirectory(tx, { name, version, data }));

function setClock(app: NestFastifyApplication, instant: Date | string | null): void {
  const clock = app.get(Clock);
  clock.now = () => (instant === null ? new Date() : new Date(instant));
}

const doorsOf =
  (url: string, tokens: TestTokens) =>
  (person: Person | null, signInId?: string): Door => {
    const send = async (method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Answer> => {
      const token = person && (await tokens.tokenFor(person.id, person.organisationId, signInId === undefined ? {} : { sid: signInId }));
      const headers = {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...more,
      };
      const response = await fetch(`${url}/api/proposals${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    };
    /** Of the proposal or the call that a path is about, or of one of its doors. */
    const versionAt = async (path: string): Promise<number> =>
      (await send('GET', /^\/(?:proposals|calls)\/[^/?]+/.exec(path)?.[0] ?? path)).body?.version ?? UNREAD;
    return {
      decide: async (path, body, headers) => send('POST', path, { version: await versionAt(path), ...body }, headers),
      revise: async (path, body) => send('PATCH', path, { version: await versionAt(path), ...body }),
      discard: async (path) => send('DELETE', `${path}?version=${await versionAt(path)}`),
      get: (path) => send('GET', path),
      post: (path, body, headers) => send('POST', path, body, headers),
      put: (path, body) => send('PUT', path, body),
      patch: (path, body) => send('PATCH', path, body),
      delete: (path) => send('DELETE', path),
    };
  };
