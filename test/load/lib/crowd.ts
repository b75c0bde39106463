import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@plenum/local-servers';
import { probe, startTestServers, startTestTokens } from '@plenum/test-kit';
import { Client } from 'pg';
import { type Answer, Person } from '../../lib/api-client.js';
import { repositoryRoot } from '../../lib/repository.js';

/** How many work at once, on how many proposals, for how long. */
export interface CrowdSize {
  readonly reviewers: number;
  readonly delegates: number;
  readonly proposals: number;
  readonly seconds: number;
}

/** What a crowd did: how many changes were made, how many were refused by which code, and everything that does not fit together. */
export interface CrowdOutcome {
  readonly made: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

/** What somebody did to a proposal, and which version of it that made. */
interface Made {
  readonly proposalId: string;
  readonly memberId: string;
  readonly deed: Deed;
  readonly version: number;
  readonly docketNo: string | null;
}

type Deed = 'seconding' | 'taking back' | 'review' | 'assignment';

const SERVICE = join(repositoryRoot(), 'apps/proposals/dist/main.js');
const ADDRESS = '/api/proposals/proposals';
const REFUSALS_MEANT = new Set(['proposals.outdated', 'proposals.wrong-state', 'proposals.already-seconded', 'proposals.forbidden']);
const id = (): string => randomUUID();
const ids = (count: number): readonly string[] => Array.from({ length: count }, id);
const oneOf = <T>(all: readonly T[]): T => all[randomInt(all.length)] as T;

/**
 * A committee that reviews and assigns, and delegates who second and take it back, all of them on the same few proposals: everybody reads,
 * and decides on what was read. Then what was answered is held against what stands in the tables.
 */
export async function crowd(size: CrowdSize): Promise<CrowdOutcome> {
  const servers = await startTestServers({ exclusive: true });
  const tokens = await startTestTokens();
  let program: ChildProcess | undefined;
  let client: Client | undefined;
  try {
    const environment: Record<string, string> = {
      ...(await servers.serviceEnvironment('proposals', 'crowd')),
      NODE_ENV: 'production',
      PROPOSALS_JWKS_URL: tokens.jwksUrl,
      PROPOSALS_REQUESTS_PER_MINUTE_MAX: '100000000',
    };
    execFileSync(process.execPath, [SERVICE, 'migrate'], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    client = new Client({ connectionString: environment['PROPOSALS_DATABASE_URL'] });
    await client.connect();
    const congress = await seed(client, size);
    const port = await freePort();
    program = spawn(process.execPath, [SERVICE, 'run'], {
      env: { ...process.env, ...environment, PROPOSALS_PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const url = `http://127.0.0.1:${port}`;
    await probe('the proposals service is ready', async () => (await fetch(`${url}/health`)).ok, { timeoutMs: 120_000 });
    const signedIn = async (memberId: string): Promise<Person> =>
      new Person(url, memberId, memberId, await tokens.tokenFor(memberId, congress.organisationId, {}, '1 hour'));
    const until = performance.now() + size.seconds * 1000;
    const work = new Work(congress.unitId);
    const reviewers = congress.reviewers.map(async (one) => work.reviews(await signedIn(one), congress.submitted, until));
    const delegates = congress.delegates.map(async (one) => work.seconds(await signedIn(one), congress.seconding, until));
    await Promise.all([...reviewers, ...delegates]);
    return { ...work.told(), faults: [...work.faults, ...(await faultsOf(client, work.made))] };
  } finally {
    await client?.end();
    if (program && program.exitCode === null) {
      program.kill('SIGTERM');
      await once(program, 'exit');
    }
    await tokens.stop();
    await servers.stop();
  }
}

/** What the people do, and what they were answered. */
class Work {
  readonly made: Made[] = [];
  readonly faults: string[] = [];
  private readonly refused: Record<string, number> = {};

  constructor(private readonly unitId: string) {}

  async reviews(who: Person, proposals: readonly string[], until: number): Promise<void> {
    while (performance.now() < until) {
      const proposalId = oneOf(proposals);
      const { state, version } = await who.get<{ state: string; version: number }>(`${ADDRESS}/${proposalId}`);
      if (state === 'SUBMITTED') await this.does(who, proposalId, 'review', { outcome: 'FILED', version });
      else if (state === 'FILED') await this.does(who, proposalId, 'assignment', { leadUnitId: this.unitId, version });
    }
  }

  async seconds(who: Person, proposals: readonly string[], until: number): Promise<void> {
    const signed = new Set<string>();
    while (performance.now() < until) {
      const proposalId = oneOf(proposals);
      if (signed.delete(proposalId)) await this.does(who, proposalId, 'taking back');
      else {
        const { version } = await who.get<{ version: number }>(`${ADDRESS}/${proposalId}`);
        if (await this.does(who, proposalId, 'seconding', { version })) signed.add(proposalId);
      }
    }
  }

  told(): Pick<CrowdOutcome, 'made' | 'refused'> {
    const made: Record<string, number> = {};
    for (const { deed } of this.made) made[deed] = (made[deed] ?? 0) + 1;
    return { made, refused: this.refused };
  }

  private async does(who: Person, proposalId: string, deed: Deed, body?: object): Promise<boolean> {
    const path = `${ADDRESS}/${proposalId}/${deed === 'taking back' ? 'seconding' : deed}`;
    const answer = (await who.ask(deed === 'taking back' ? 'DELETE' : 'POST', path, body)) as Answer<{
      readonly type?: string;
      readonly version: number;
      readonly docketNo: string | null;
    }>;
    if (answer.status < 300) {
      this.made.push({ proposalId, memberId: who.memberId, deed, version: answer.body.version, docketNo: answer.body.docketNo });
      return true;
    }
    const code = answer.body.type ?? String(answer.status);
    this.refused[code] = (this.refused[code] ?? 0) + 1;
    if (!REFUSALS_MEANT.has(code)) this.faults.push(`${deed} was answered ${answer.status} ${JSON.stringify(answer.body)}`);
    return false;
  }
}

/** What was answered against what stands: versions, signatures, docket numbers, facts and the audit trail. */
async function faultsOf(client: Client, made: readonly Made[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const ofEach = new Map<string, Made[]>();
  for (const one of made) ofEach.set(one.proposalId, [...(ofEach.get(one.proposalId) ?? []), one]);
  const rows = await client.query<{ id: string; version: number; signed: readonly string[]; facts: number; entries: number }>(
    `SELECT p.id, p.version, coalesce((SELECT array_agg(s.member_id::text)
         FROM signatures s WHERE s.proposal_id = p.id AND s.state = 'SIGNED'), '{}') AS signed,
       (SELECT count(*)::int FROM facts f WHERE f.proposal_id = p.id
         AND f.kind IN ('ProposalSeconded', 'SecondingDeclined', 'ProposalReviewed', 'ProposalAssigned')) AS facts,
       (SELECT count(*)::int FROM audit_trail a WHERE a.subject_id = p.id::text) AS entries FROM proposals p`,
  );
  for (const { id: proposalId, version, signed, facts, entries } of rows.rows) {
    const deeds = [...(ofEach.get(proposalId) ?? [])].sort((one, other) => one.version - other.version);
    const versions = deeds.map((one) => one.version);
    const expected = deeds.map((_, nth) => nth + 2);
    if (String(versions) !== String(expected)) faults.push(`${proposalId}: changes made versions ${versions}`);
    if (version !== deeds.length + 1) faults.push(`${proposalId}: ${deeds.length} changes, and version ${version}`);
    const signers = new Set<string>();
    for (const { deed, memberId } of deeds) {
      if (deed === 'seconding') signers.add(memberId);
      if (deed === 'taking back') signers.delete(memberId);
    }
    if (String([...signers].sort()) !== String([...signed].sort()))
      faults.push(`${proposalId}: ${signers.size} signed, and ${signed.length} stand`);
    if (facts !== deeds.length || entries !== deeds.length)
      faults.push(`${proposalId}: ${deeds.length} changes, ${facts} facts, ${entries} entries`);
  }
  const numbers = made.flatMap(({ deed, docketNo }) => (deed === 'review' ? [Number(/\d+$/.exec(docketNo ?? '')?.[0])] : []));
  if (String(numbers.sort((one, other) => one - other)) !== String(numbers.map((_, nth) => nth + 1)))
    faults.push(`docket numbers with a gap or a double: ${numbers}`);
  return faults;
}

/** An organisation with a committee, delegates and one unit; one proposal in three is being seconded, the others wait for review. */
async function seed(client: Client, { reviewers, delegates, proposals }: CrowdSize) {
  const [organisationId, sessionId, callId, unitId, leadId] = [id(), id(), id(), id(), id()];
  const committee = ids(reviewers);
  const seated = ids(delegates);
  const seconding = ids(Math.ceil(proposals / 3));
  const submitted = ids(proposals - seconding.length);
  await client.query(
    `INSERT INTO directory_sessions (id, organisation_id, term_no, session_no, title, opens_at, closes_at, quorum, version)
      VALUES ($1, $2, 7, 2, 'Session 2', now(), now() + interval '1 day', '{"num":2,"den":3,"inclusive":true}', 1)`,
    [sessionId, organisationId],
  );
  await client.query(
    `INSERT INTO directory_members (id, organisation_id, staff_no, name, active, standing, has_vote, version)
      SELECT id, $1, 'M' || nth, '教师' || nth, true, 'FULL', true, 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS m (id, nth)`,
    [organisationId, [leadId, ...committee, ...seated]],
  );
  await client.query(
    `INSERT INTO directory_seats (session_id, member_id, organisation_id, kind, seated, version)
      SELECT $2, id, $1, 'DELEGATE', true, 1 FROM unnest($3::uuid[]) AS id`,
    [organisationId, sessionId, [leadId, ...seated]],
  );
  await client.query("INSERT INTO directory_units (id, organisation_id, code, name, version) VALUES ($1, $2, 'U1', 'Logistics', 1)", [
    unitId,
    organisationId,
  ]);
  await client.query(
    `INSERT INTO directory_offices (id, organisation_id, member_id, office, held, version)
      SELECT gen_random_uuid(), $1, id, 'PROPOSALS_COMMITTEE', true, 1 FROM unnest($2::uuid[]) AS id`,
    [organisationId, committee],
  );
  await client.query(
    `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
      VALUES ($1, $2, $3, now() - interval '1 day', now() + interval '1 day', '{}')`,
    [callId, organisationId, sessionId],
  );
  const proposalsIn = `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures,
      category, state, submitted_at, late, created_at, text_by, text_at, version)
    SELECT id, $1, $2, $3, $4, 'A canteen that opens late', 'Evening classes end at nine.', 'Open until ten.', 'logistics', $6,
      CASE WHEN $6 = 'SUBMITTED' THEN now() END, false, now(), $4, now(), 1 FROM unnest($5::uuid[]) AS id`;
  for (const [state, them] of [
    ['SECONDING', seconding],
    ['SUBMITTED', submitted],
  ] as const)
    await client.query(proposalsIn, [organisationId, sessionId, callId, leadId, them, state]);
  await client.query('ANALYZE');
  return { organisationId, unitId, reviewers: committee, delegates: seated, seconding, submitted };
}
