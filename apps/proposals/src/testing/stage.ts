import { randomUUID } from 'node:crypto';
import type { DelegateKind, EventData, EventName, NewEvent, Office } from '@plenum/contracts';
import { Database } from '@plenum/database';
import { Outbox } from '@plenum/messaging';
import { projectIntoDirectory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  flushRedis,
  ownService,
  probe,
  serviceClients,
  type ServiceClient,
  setClock,
  type SignedIn as Person,
  startTestTokens,
  type TestServers,
  ToldCongress,
  type WriteFact,
} from '@plenum/test-kit';
import { boot, migrate } from '../boot.js';

export type { Answer, ServiceClient, SignedIn as Person } from '@plenum/test-kit';

/** The proposals service on real servers, with an organisation, its session and its people in the directory. */
export interface Stage {
  readonly database: Database;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly logistics: string;
  readonly finance: string;
  /** Sends a request as somebody, or as nobody; each by a sign-in of its own, unless one is named. */
  as(person: Person | null, signInId?: string): ServiceClient;
  /** The congress service tells that a sign-in has ended. */
  endSignIn(person: Person, signInId: string): Promise<void>;
  /** A member of the organisation, with a seat and offices where given. */
  person(role?: Role): Promise<Person>;
  /** The same in another organisation, with a session of its own. */
  elsewhere(): Promise<{ person(role?: Role): Promise<Person>; sessionId: string }>;
  relieve(person: Person): Promise<void>;
  /** The congress service tells on which days the organisation does not work; a newer version each time. */
  setCalendar(daysOff: readonly string[], version: number): Promise<void>;
  /** Moves the service's clock; null lets it run again. */
  setClock(instant: Date | string | null): void;
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
  readonly name?: string;
}

/** A stage for a Jest file: there from the first test on. */
export function useStage(prepare: (stage: Stage) => Promise<void>): void {
  ownService(
    async (servers) => {
      const stage = await startStage(servers);
      await prepare(stage);
      return stage;
    },
    (stage) => stage.stop(),
  );
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
  const write: WriteFact = (name, data, version) => database.transaction((tx) => projectIntoDirectory(tx, { name, version, data }));
  const organisation = await anOrganisation(write);
  return {
    database,
    ...organisation.ids,
    person: organisation.person,
    as: serviceClients(`${await app.getUrl()}/api/proposals`, tokens),
    elsewhere: async () => {
      const other = await anOrganisation(write);
      return { person: other.person, sessionId: other.ids.sessionId };
    },
    endSignIn: ({ id: memberId, organisationId }, signInId) =>
      write('congress.sign-ins-ended.v1', { organisationId, memberId, signInIds: [signInId] }, 1),
    setCalendar: (daysOff, version) =>
      write(
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
        await write(
          'congress.office-relieved.v1',
          { organisationId: person.organisationId, officeId: id, memberId: person.id },
          version + 1,
        );
      }
    },
    setClock: (instant) => setClock(app.get(Clock), instant),
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

/** A school with two units, a session and its people, as the congress service would have told of them. */
async function anOrganisation(write: WriteFact) {
  const told = new ToldCongress(write);
  const [organisationId, sessionId, logistics, finance] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await told.organisation({ organisationId }, `o-${organisationId.slice(0, 8)}`);
  await told.unit({ organisationId }, logistics, 'Logistics');
  await told.unit({ organisationId }, finance, 'Finance');
  const times = { opensAt: '2026-05-30T00:00:00.000Z', closesAt: '2026-06-01T00:00:00.000Z' };
  await told.session({ organisationId, sessionId }, { title: 'Session 2', ...times });
  const person = async ({ seat, office, unitId, ofSession = true, name = 'Somebody' }: Role = {}): Promise<Person> => {
    const member = { organisationId, memberId: randomUUID() };
    await told.member(member, { name });
    if (seat) await told.delegate({ ...member, sessionId }, seat);
    if (office) await told.office(member, office, { sessionId: unitId || !ofSession ? null : sessionId, unitId: unitId ?? null });
    return { id: member.memberId, organisationId };
  };
  return { ids: { organisationId, sessionId, logistics, finance }, person };
}
