import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { drawSecret, makeTrusteeKey, publicCredential, type TrusteeKeyPair } from '@plenum/ballot-crypto';
import { serverArithmetic } from '@plenum/ballot-verification';
import { freePort } from '@plenum/local-servers';
import { probe, startTestServers, startTestTokens, type TestServers, type TestTokens } from '@plenum/test-kit';
import { Client } from 'pg';
import { ApiClient, Person } from '../../lib/api-client.js';
import { repositoryRoot } from '../../lib/repository.js';

const SERVICE = join(repositoryRoot(), 'apps/ballot/dist/main.js');
const SCRUTINEERS = 2;
const SIGN_INS_MAX = 400; // Of a burst of thousands each member has a few papers under way.
const RULES = {
  quorum: { num: 2, den: 3, inclusive: true },
  returnedLimit: 'issued',
  pass: { num: 1, den: 2, inclusive: false, base: 'roll' },
  bundle: 'each',
  revote: true,
};
export const arithmetic = serverArithmetic({ bits: 8 });

/** An open sealed vote of shape (a) of BALLOT_PROTOCOL 4: three answers, one mark. */
export interface BenchVote {
  readonly url: string;
  readonly path: string;
  readonly election: string;
  readonly organiser: Person;
  readonly teller: Person;
  /** Who casts, in turn: whose paper it is makes no difference to the service, but one member has only so many under way. */
  readonly voters: readonly Person[];
  readonly secrets: readonly bigint[];
  readonly scrutineers: readonly { readonly person: Person; readonly key: TrusteeKeyPair }[];
}

/** The ballot service as it runs in production, with its logs, relay and audit chain; only the limit of requests is out of the way. */
export class BallotService {
  private constructor(
    private readonly servers: TestServers,
    private readonly tokens: TestTokens,
    private readonly database: Client,
    private readonly program: ChildProcess,
    readonly url: string,
  ) {}

  static async start(verificationThreads: number): Promise<BallotService> {
    const servers = await startTestServers({ exclusive: true });
    const tokens = await startTestTokens();
    const port = await freePort();
    const own = await servers.serviceEnvironment('ballot', 'bench');
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      ...own,
      BALLOT_JWKS_URL: tokens.jwksUrl,
      BALLOT_PORT: String(port),
      BALLOT_REQUESTS_PER_MINUTE_MAX: '100000000',
      BALLOT_VERIFICATION_THREADS: String(verificationThreads),
    };
    execFileSync(process.execPath, [SERVICE, 'migrate'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const program = spawn(process.execPath, [SERVICE, 'run'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
    const url = `http://127.0.0.1:${port}`;
    await probe('the ballot service is ready', async () => (await fetch(`${url}/health`)).ok, { timeoutMs: 60_000 });
    const database = new Client({ connectionString: own['BALLOT_DATABASE_URL'] });
    await database.connect();
    return new BallotService(servers, tokens, database, program, url);
  }

  async stop(): Promise<void> {
    if (this.program.exitCode === null && this.program.signalCode === null) {
      this.program.kill('SIGTERM');
      await once(this.program, 'exit');
    }
    await this.database.end();
    await this.tokens.stop();
    await this.servers.stop();
  }

  /**
   * Opens a vote for so many voters. People, roll and credentials are put where the service keeps them, as thousands of devices would have
   * by one request each; everything else goes through its endpoints.
   */
  async openVote(voters: number): Promise<BenchVote> {
    const [organisationId, sessionId] = [randomUUID(), randomUUID()];
    const members = Array.from({ length: voters }, () => randomUUID());
    const officers = Array.from({ length: SCRUTINEERS + 2 }, () => randomUUID());
    await this.tellOf(organisationId, sessionId, members, officers);
    const [organiser, teller, ...scrutineers] = (await Promise.all(officers.map((id) => this.person(id, organisationId)))) as [
      Person,
      Person,
      ...Person[],
    ];
    const draft = {
      sessionId,
      kind: 'resolution',
      channel: 'sealed',
      title: 'The plan',
      rules: RULES,
      items: [{ id: 'plan', label: 'The plan' }],
    };
    const { id } = await organiser.post<{ id: string }>('/api/ballot/ballots', draft);
    const path = `/api/ballot/ballots/${id}`;
    await organiser.decide(`${path}/adoption`);
    await organiser.decide(`${path}/roll`);
    const named = scrutineers.map(({ memberId }) => memberId);
    await organiser.decide(`${path}/officers`, {
      scrutineers: named,
      chiefScrutineer: named[0],
      tellers: [teller.memberId],
      chiefTeller: teller.memberId,
    });
    const holders = scrutineers.map((person) => ({ person, key: makeTrusteeKey(arithmetic) }));
    for (const { person, key } of holders) await person.post(`${path}/trustee-keys`, { publicKey: key.publicKey });
    const secrets = members.map(() => drawSecret());
    await this.database.query('INSERT INTO sealed_registrations (ballot_id, member_id) SELECT $1, unnest($2::uuid[])', [id, members]);
    await this.database.query('INSERT INTO sealed_credentials (ballot_id, credential) SELECT $1, unnest($2::text[])', [
      id,
      secrets.map((secret) => publicCredential(arithmetic, secret)),
    ]);
    await organiser.decide(`${path}/opening`, {});
    const { election } = await organiser.get<{ election: string }>(`${path}/board/setup`);
    return {
      url: this.url,
      path,
      election,
      organiser,
      teller,
      voters: await Promise.all(members.slice(0, SIGN_INS_MAX).map((id) => this.person(id, organisationId))),
      secrets,
      scrutineers: holders,
    };
  }

  /** How many papers the database holds of a vote. */
  async stored({ path }: BenchVote): Promise<number> {
    const { rows } = await this.database.query<{ papers: number }>(
      "SELECT count(DISTINCT payload)::int AS papers FROM board_events WHERE ballot_id = $1 AND type = 'Ballot'",
      [path.split('/').at(-1)],
    );
    return rows[0]?.papers ?? 0;
  }

  private async person(memberId: string, organisationId: string): Promise<Person> {
    return new Person(this.url, memberId, memberId, await this.tokens.tokenFor(memberId, organisationId, {}, '3 hours'));
  }

  /** What the congress service would have told: an open session, everybody seated and there. */
  private async tellOf(organisationId: string, sessionId: string, members: readonly string[], officers: readonly string[]): Promise<void> {
    const everybody = [...members, ...officers];
    const quorum = JSON.stringify(RULES.quorum);
    const tell = (sql: string, values: readonly unknown[]) => this.database.query(sql, [...values]);
    await tell("INSERT INTO directory_organisations (id, code, name, level, version) VALUES ($1, 'hall', 'Hall', 1, 1)", [organisationId]);
    await tell(
      `
        INSERT INTO directory_sessions (id, organisation_id, term_no, session_no, title, opens_at, closes_at, quorum, opened_at, version)
        VALUES ($1, $2, 1, 1, 'S', now(), now() + interval '1 day', $3, now(), 1)
      `,
      [sessionId, organisationId, quorum],
    );
    await tell(
      `
        INSERT INTO directory_members (id, organisation_id, staff_no, name, active, standing, has_vote, version)
        SELECT id, $2, left(id::text, 8), 'Somebody', true, 'FULL', true, 1
        FROM unnest($1::uuid[]) AS id
      `,
      [everybody, organisationId],
    );
    await tell(
      `
        INSERT INTO directory_seats (session_id, member_id, organisation_id, kind, seated, version)
        SELECT $1, id, $2, 'DELEGATE', true, 1
        FROM unnest($3::uuid[]) AS id
      `,
      [sessionId, organisationId, members],
    );
    await tell(
      `
        INSERT INTO directory_attendance (session_id, member_id, organisation_id, present, at, version)
        SELECT $1, id, $2, true, now(), 1
        FROM unnest($3::uuid[]) AS id
      `,
      [sessionId, organisationId, members],
    );
    await tell(
      `
        INSERT INTO directory_offices (id, organisation_id, member_id, office, session_id, held, version)
        VALUES (gen_random_uuid(), $1, $2, 'PRESIDIUM', $3, true, 1)
      `,
      [organisationId, officers[0], sessionId],
    );
  }
}

/**
 * An endpoint that is looked at every so often while something else goes on. @returns the longest that anybody had to wait there, in
 * milliseconds
 */
export async function longestWaitDuring(url: string, work: () => Promise<unknown>): Promise<number> {
  const client = new ApiClient(url);
  let [isOver, longestMs] = [false, 0];
  const watch = (async () => {
    while (!isOver) {
      const startedAt = performance.now();
      await client.ask('GET', '/health');
      longestMs = Math.max(longestMs, performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await work().finally(() => (isOver = true));
  await watch;
  return longestMs;
}
