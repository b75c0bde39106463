import { randomUUID } from 'node:crypto';
import type { DelegateKind, EventData, EventName, NewEvent, Office } from '@plenum/contracts';
import { createDataSource, Database } from '@plenum/database';
import { Messaging, Outbox } from '@plenum/messaging';
import { projectIntoDirectory } from '@plenum/directory';
import { Clock } from '@plenum/kernel';
import {
  type Answer,
  authorisationOf,
  flushRedis,
  type ModelDatabases,
  isHeard,
  ownService,
  probe,
  serviceClients,
  type ServiceClient,
  setClock,
  type SignedIn as Person,
  startTestTokens,
  type TestServers,
  type TestTokens,
  ToldCongress,
  type WriteFact,
} from '@plenum/test-kit';
import { CONFIRMATION, CONFIRMED_ACTS } from '@plenum/service-kit';
import { boot, databaseOf, migrate } from '../boot.js';
import { FeedbackWorker } from '../feedback/feedback.worker.js';
import { EndorsementWorker } from '../endorsement/endorsement.worker.js';
import { SilenceWorker } from '../requests/silence.worker.js';
import { AnnouncedDaysWorker } from '../deadlines/announced-days.worker.js';
import { DueDatesWorker } from '../handling/due-dates.worker.js';
import { OpinionDaysWorker } from '../opinions/opinion-days.worker.js';

export type { Answer, ServiceClient, SignedIn as Person } from '@plenum/test-kit';

/** The proposals service on real servers, with an organisation, its session and its people in the directory. */
export interface Stage {
  readonly database: Database;
  /** Fetches a file as somebody. */
  download(person: Person, path: string): Promise<{ readonly status: number; readonly file: Buffer }>;
  /** A part of the running service. */
  get<T>(part: abstract new (...given: never[]) => T): T;
  /** What the service was booted with. */
  readonly environment: Readonly<Record<string, string>>;
  readonly organisationId: string;
  readonly sessionId: string;
  readonly logistics: string;
  readonly finance: string;
  /** Sends a request as somebody, or as nobody; each by a sign-in of its own, unless one is named. */
  as(person: Person | null, signInId?: string): ProposalsClient;
  /** Sends what is no JSON, or is answered by none. */
  request(person: Person | null, path: string, init?: RequestInit): Promise<Response>;
  /** The congress service tells that a sign-in has ended. */
  endSignIn(person: Person, signInId: string): Promise<void>;
  /** A member of the organisation, with a seat and offices where given. */
  person(role?: Role): Promise<Person>;
  /** The same in another organisation, with a session of its own. */
  elsewhere(): Promise<{ person(role?: Role): Promise<Person>; sessionId: string }>;
  /** A session of the organisation after the first. */
  laterSession(): Promise<string>;
  /** A delegation of the first session, with its head where there is one. */
  delegation(head?: Person): Promise<string>;
  /** Gives somebody a seat of a full delegate in a delegation of the first session. */
  seat(person: Person, delegationId: string): Promise<void>;
  relieve(person: Person): Promise<void>;
  /** The congress service tells that a member works here no more. */
  leave(person: Person): Promise<void>;
  /** The congress service tells on which days the organisation does not work; a newer version each time. */
  setCalendar(daysOff: readonly string[], version: number): Promise<void>;
  /** That somebody has shown the password again to rate this handling, by a sign-in of its own. */
  confirmationFor(person: Person, handlingId: string): Promise<string>;
  /** Moves the service's clock; null lets it run again. */
  setClock(instant: Date | string | null): void;
  /** Looks for due dates that can be settled now. @returns how many there were */
  settleDueDates(): Promise<number>;
  /** Looks for other days that can be settled now. @returns how many there were */
  settleAnnouncedDays(): Promise<number>;
  /** Looks for days of opinions that can be settled now. @returns how many there were */
  settleOpinionDays(): Promise<number>;
  /** Settles what was not rated in time. @returns how many there were */
  settleFeedback(): Promise<number>;
  /** Settles what silence counts as where the time for an answer is over. @returns how many there were */
  settleSilence(): Promise<number>;
  /** Hands in what waited too long for the head of a delegation. @returns how many there were */
  settleEndorsements(): Promise<number>;
  /** The events in the outbox about an aggregate, oldest first. */
  eventsOf(aggregateId: string): Promise<readonly { name: EventName; version: number; data: Record<string, unknown> }[]>;
  /**
   * Delivers an event of another service, the way it really takes, and waits until it has been handled. Told again, it is delivered again.
   */
  hear<N extends EventName>(name: N, data: EventData<N>, version?: number): Promise<void>;
  /** Delivers everything once more, to an inbox that has forgotten it. */
  hearAllAgain(): Promise<void>;
  /** Runs statements as the owner of the tables, which the service is not. */
  asOwner(...statements: readonly string[]): Promise<void>;
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
  /** Of a seat. */
  readonly delegationId?: string;
  readonly name?: string;
}

/** A client of the service that reads before it decides. */
export interface ProposalsClient extends ServiceClient {
  /** Decides on a proposal or a call as it reads now; who may not read it names a version that cannot be. */
  decide(path: string, body?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Changes a proposal, and throws one away, as it reads now. */
  revise(path: string, body: object): Promise<Answer>;
  discard(path: string): Promise<Answer>;
}

const UNREAD = 1_000_000;

/** A stage for a Jest file: there from the first test on. */
export function useStage(prepare: (stage: Stage) => Promise<void>): void {
  ownService(
    async (servers, models) => {
      const stage = await startStage(servers, models);
      await prepare(stage);
      return stage;
    },
    (stage) => stage.stop(),
  );
}

/** Boots the service against the servers of a test file. */
async function startStage(servers: TestServers, models: ModelDatabases): Promise<Stage> {
  const tokens = await startTestTokens();
  const env = await models.migrated(servers, 'proposals', migrate, {
    PROPOSALS_JWKS_URL: tokens.jwksUrl,
    PROPOSALS_LOG_LEVEL: 'silent',
    PROPOSALS_REQUESTS_PER_MINUTE_MAX: '1000000',
  });
  const app = await boot(env);
  const database = app.get(Database);
  const address = `${await app.getUrl()}/api/proposals`;
  const clients = serviceClients(address, tokens);
  const write: WriteFact = (name, data, version) => database.transaction((tx) => projectIntoDirectory(tx, { name, version, data }));
  const { ids, ...telling } = await anOrganisation(write);
  return {
    database,
    environment: env,
    get: (part) => app.get(part),
    download: async (person, path) => {
      const headers = await authorisationOf(tokens, person);
      const response = await fetch(`${await app.getUrl()}/api/proposals${path}`, { headers });
      return { status: response.status, file: Buffer.from(await response.arrayBuffer()) };
    },
    ...ids,
    ...telling,
    leave: ({ id: memberId, organisationId }) =>
      write('congress.member-registered.v2', { ...memberOf(organisationId, memberId), active: false }, LATER),
    as: (person, signInId = randomUUID()) =>
      reading(clients(person, signInId), {
        handlings: (id) => handlingsOf(database, id),
        confirmation: (about) => confirmationOf(tokens, person, signInId, about),
      }),
    request: async (person, path, init = {}) =>
      fetch(`${address}${path}`, { ...init, headers: { ...(await authorisationOf(tokens, person)), ...(init.headers as object) } }),
    elsewhere: async () => {
      const other = await anOrganisation(write);
      return { person: other.person, sessionId: other.ids.sessionId };
    },
    endSignIn: ({ id: memberId, organisationId }, signInId) =>
      write('congress.sign-ins-ended.v1', { organisationId, memberId, signInIds: [signInId] }, 1),
    setCalendar: (daysOff, version) =>
      write('congress.calendar-set.v1', { organisationId: ids.organisationId, zone: 'Asia/Shanghai', daysOff, workingDays: [] }, version),
    relieve: (person) => relieve(database, write, person),
    settleFeedback: () => app.get(FeedbackWorker).settleAll(),
    settleSilence: () => app.get(SilenceWorker).settleAll(),
    settleEndorsements: () => app.get(EndorsementWorker).settleAll(),
    settleDueDates: () => app.get(DueDatesWorker).settleAll(),
    settleAnnouncedDays: () => app.get(AnnouncedDaysWorker).settleAll(),
    settleOpinionDays: () => app.get(OpinionDaysWorker).settleAll(),
    confirmationFor: (person, handlingId) => confirmationOf(tokens, person, randomUUID(), handlingId),
    setClock: (instant) => setClock(app.get(Clock), instant),
    eventsOf: (aggregateId) =>
      database.query('SELECT name, version, data FROM outbox WHERE aggregate_id = $1 ORDER BY position', [aggregateId]),
    hear: async (name, data, version = 1) => {
      const aggregateId = (data as { ballotId?: string }).ballotId ?? randomUUID();
      await database.transaction((tx) => app.get(Outbox).append(tx, [{ name, aggregateId, version, data } as unknown as NewEvent]));
      await allHeard(database, app.get(Messaging));
    },
    hearAllAgain: async () => {
      await database.query('TRUNCATE inbox');
      await flushRedis(servers.redisUrl);
      await database.query("UPDATE outbox SET relayed_at = NULL, confirmed_at = NULL WHERE name ~ '^(ballot|congress)[.]'");
      await allHeard(database, app.get(Messaging));
    },
    asOwner: (...statements) => runAsOwner(env, statements),
    stop: () => app.close().then(() => tokens.stop()),
  };
}

async function relieve(database: Database, write: WriteFact, person: Person): Promise<void> {
  const offices = await database.query<{ id: string; version: number }>('SELECT id, version FROM directory_offices WHERE member_id = $1', [
    person.id,
  ]);
  for (const { id, version } of offices) {
    await write('congress.office-relieved.v1', { organisationId: person.organisationId, officeId: id, memberId: person.id }, version + 1);
  }
}

async function runAsOwner(env: NodeJS.ProcessEnv, statements: readonly string[]): Promise<void> {
  const options = databaseOf(env);
  const owner = await createDataSource({ ...options, url: options.migrationUrl ?? '' }).initialize();
  for (const statement of statements) await owner.query(statement);
  await owner.destroy();
}

/** Every reaction has handled every fact of the other services. */
async function allHeard(database: Database, { reactions }: Messaging): Promise<void> {
  await probe('every event has been handled', async () =>
    isHeard(database, reactions, await database.query("SELECT id, name FROM outbox WHERE name ~ '^(ballot|congress)[.]'")),
  );
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
  const laterSession = async (): Promise<string> => {
    const id = randomUUID();
    const quorum = { num: 2, den: 3, inclusive: true };
    const later = { organisationId, sessionId: id, termNo: 7, sessionNo: 3, title: 'Session 3', ...times, quorum };
    await told.tell('congress.session-set-up.v1', id, later);
    return id;
  };
  const person = async ({ seat, office, unitId, ofSession = true, name = 'Somebody', ...role }: Role = {}): Promise<Person> => {
    const member = { organisationId, memberId: randomUUID() };
    await told.member(member, { name });
    if (seat) await told.delegate({ ...member, sessionId: role.sessionId ?? sessionId }, seat, role.delegationId);
    if (office) await told.office(member, office, { sessionId: unitId || !ofSession ? null : sessionId, unitId: unitId ?? null });
    return { id: member.memberId, organisationId };
  };
  const delegation = async (head?: Person): Promise<string> => {
    const id = randomUUID();
    await told.delegation({ organisationId, sessionId }, id, head?.id ?? null);
    return id;
  };
  const seat = ({ id: memberId }: Person, delegationId: string): Promise<void> =>
    told.delegate({ organisationId, memberId, sessionId }, 'DELEGATE', delegationId);
  return { ids: { organisationId, sessionId, logistics, finance }, person, laterSession, delegation, seat };
}

const LATER = 1_000; // Newer than whatever a test told before.

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

/** What is done to the work of one unit, said of the proposal alone. */
const WORK = /^\/proposals\/([^/?]+)\/(acknowledgement|reply|rating|silence|meeting|ending)$/;

const handlingsOf = async (database: Database, proposalId: string): Promise<readonly string[]> =>
  (await database.query<{ id: string }>('SELECT id FROM handlings WHERE proposal_id = $1 ORDER BY id', [proposalId])).map(({ id }) => id);

const RATING = /\/handlings\/([^/?]+)\/rating$/;

interface LookUp {
  readonly handlings: (proposalId: string) => Promise<readonly string[]>;
  /** That whoever it is has shown the password again to rate this handling. */
  readonly confirmation: (handlingId: string) => Promise<string>;
}

/** As the congress service gives it against the password. */
const confirmationOf = async (tokens: TestTokens, person: Person | null, signInId: string, about: string): Promise<string> => {
  const claims = { sid: signInId, aud: CONFIRMATION.audience, act: CONFIRMED_ACTS[0], abt: about };
  return person ? tokens.tokenFor(person.id, person.organisationId, claims) : 'of nobody';
};

/**
 * The same client, which can look up the version of the proposal, its handling, or the call that a path is about. What is done to the work
 * of a unit may be said of the proposal alone where one unit has it.
 */
function reading(client: ServiceClient, { handlings, confirmation }: LookUp): ProposalsClient {
  const versionAt = async (path: string): Promise<number> => {
    const about = (await client.get(/^\/(?:proposals|calls|commitments|opinions)\/[^/?]+/.exec(path)?.[0] ?? path)).body;
    const handlingId = /\/handlings\/([^/?]+)/.exec(path)?.[1];
    const one = handlingId ? about?.handlings?.find(({ id }: { id: string }) => id === handlingId) : about;
    return one?.version ?? UNREAD;
  };
  const whole = async (path: string): Promise<string> => {
    const [, proposalId, deed] = WORK.exec(path) ?? [];
    if (proposalId === undefined) return path;
    const [handlingId = randomUUID(), ...others] = await handlings(proposalId);
    if (others.length > 0) throw new Error('separate units: say which');
    return `/proposals/${proposalId}/handlings/${handlingId}/${deed}`;
  };
  return {
    ...client,
    post: async (path, body, headers) => client.post(await whole(path), body, headers),
    decide: async (said, body, headers) => {
      const path = await whole(said);
      const rated = RATING.exec(path)?.[1];
      const confirmed = rated === undefined ? {} : { confirmation: await confirmation(rated) };
      return client.post(path, { version: await versionAt(path), ...confirmed, ...body }, headers);
    },
    revise: async (path, body) => client.patch(path, { version: await versionAt(path), ...body }),
    discard: async (path) => client.delete(`${path}?version=${await versionAt(path)}`),
  };
}
