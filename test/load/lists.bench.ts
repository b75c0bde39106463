import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { dayOf } from '@plenum/calendar';
import { freePort } from '@plenum/local-servers';
import { probe, startTestServers, startTestTokens } from '@plenum/test-kit';
import { Client } from 'pg';
import { Person } from '../lib/api-client.js';
import { repositoryRoot } from '../lib/repository.js';
import { figureOf, note, printFigures, type Samples } from './lib/figures.js';
import { fullInbox } from './lib/full-inbox.js';

// The lists of the proposals service at a hundred thousand proposals, and the inbox at a million notices: how long the slowest twentieth of
// their readers waits.
const PROPOSALS = 100_000;
const SESSIONS = 10;
const MEMBERS = 5_000;
const UNITS = 40;
const ROUNDS = 3;
const ASKED = 40; // Of each list in a round.
const AT_ONCE = 2;
const WARM_UP = 10;

const SERVICE = join(repositoryRoot(), 'apps/proposals/dist/main.js');
const id = () => randomUUID();
const [organisationId, callId, committeeId, handlerId] = [id(), id(), id(), id()];
const sessions = Array.from({ length: SESSIONS }, id);
const units = Array.from({ length: UNITS }, id);
const members = Array.from({ length: MEMBERS }, id);

/** Of every state, every unit and every session, a fiftieth of them about the canteen. */
const PROPOSALS_OF_TEN_SESSIONS = `
  INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, category, state, track,
    submitted_at, late, docket_no, lead_unit_id, due_on, awaited_on, created_at, text_by, text_at, version)
  SELECT gen_random_uuid(), $1::uuid, session_id, $2::uuid, ($5::uuid[])[1 + n % 4000],
    (ARRAY['延长图书馆开放时间', '改善教师午休条件', '更新多媒体教室设备', '优化校园停车管理', '完善青年教师培养'])[1 + n % 5]
      || CASE WHEN n % 50 = 0 THEN '与食堂' ELSE '' END || n,
    repeat('教职工多次反映。', 30), repeat('请有关部门研究。', 30),
    (ARRAY['后勤', '教学', '人事', '科研'])[1 + n % 4], state, CASE WHEN is_filed THEN 'PROPOSAL' END,
    CASE WHEN state NOT IN ('DRAFT', 'SECONDING') THEN at END, n % 20 = 0,
    CASE WHEN is_filed THEN '7-' || session_no || '-' || n END,
    CASE WHEN is_assigned THEN ($4::uuid[])[1 + n % 40] END, CASE WHEN is_assigned THEN to_char(at + interval '90 days', 'YYYY-MM-DD') END,
    CASE WHEN is_assigned AND NOT is_replied THEN to_char(at + interval '90 days', 'YYYY-MM-DD') END, at,
    ($5::uuid[])[1 + n % 4000], at, 1
  FROM (
    SELECT n, session_no, ($3::uuid[])[session_no] AS session_id, state,
      now() - (10 - session_no) * interval '180 days' - n * interval '1 s' AS at,
      state IN ('FILED', 'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED') AS is_filed,
      state IN ('ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED') AS is_assigned,
      state IN ('REPLIED', 'RATED', 'ESCALATED', 'CLOSED') AS is_replied
    FROM (
      SELECT n, 1 + n % 10 AS session_no, (ARRAY['DRAFT', 'SECONDING', 'SUBMITTED', 'RETURNED', 'NOT_FILED', 'WITHDRAWN', 'FILED',
        'ASSIGNED', 'IN_PROGRESS', 'REPLIED', 'RATED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED'])[1 + n % 17] AS state
      FROM generate_series(1, $6::int) AS n
    ) numbered
  ) dated`;

/** The work on them, each with its reply, its rating, and what is owed by when. */
const WORK_ON_THEM = [
  `INSERT INTO handlings (id, proposal_id, lead_unit_id, assisting_unit_ids, state, assigned_by, assigned_at, ended_by, ended_at, version)
    SELECT id, id, lead_unit_id, ARRAY[($1::uuid[])[1 + length(subject) % 40]], CASE state WHEN 'CLOSED' THEN 'ENDED' ELSE state END,
      lead_proposer_id, submitted_at, CASE state WHEN 'CLOSED' THEN lead_proposer_id END, CASE state WHEN 'CLOSED' THEN submitted_at END, 1
    FROM proposals WHERE lead_unit_id IS NOT NULL`,
  `INSERT INTO replies (handling_id, round, text, result_category, channel, replied_by, replied_at, overdue, feedback_due_on)
    SELECT id, 1, repeat('已采纳。', 60), 'SOLVED', 'WRITTEN', lead_proposer_id, submitted_at, length(subject) % 9 = 0,
      to_char(submitted_at + interval '110 days', 'YYYY-MM-DD')
    FROM proposals WHERE state IN ('REPLIED', 'RATED', 'ESCALATED', 'CLOSED')`,
  `INSERT INTO ratings (handling_id, round, attitude, result, comment, rated_by, rated_at)
    SELECT id, 1, 'SATISFIED', 'BASICALLY', NULL, lead_proposer_id, submitted_at FROM proposals WHERE state IN ('RATED', 'CLOSED')`,
  // More than the 300,000 that the house is asked to bear: seven for each that was answered, one for each that is not yet.
  `INSERT INTO deadlines (id, organisation_id, proposal_id, subject_kind, subject_id, matter, round, unit_id, member_ids, started_on, stops,
      due_on, provisional, met_at)
    SELECT gen_random_uuid(), p.organisation_id, p.id, 'handling', p.id, matter, round, CASE matter WHEN 'reply' THEN p.lead_unit_id END,
      CASE matter WHEN 'reply' THEN '{}' ELSE ARRAY[p.lead_proposer_id] END, to_char(p.submitted_at, 'YYYY-MM-DD'), '[]',
      CASE matter WHEN 'reply' THEN p.due_on ELSE to_char(p.submitted_at + interval '110 days', 'YYYY-MM-DD') END, false,
      CASE WHEN p.state NOT IN ('ASSIGNED', 'IN_PROGRESS') AND NOT (p.state = 'REPLIED' AND matter = 'feedback' AND round = 1)
        THEN p.submitted_at END
    FROM proposals p CROSS JOIN (
      VALUES ('reply', 1), ('feedback', 1), ('reply', 2), ('feedback', 2), ('reply', 3), ('feedback', 3), ('reply', 4)
    ) AS owed (matter, round)
    WHERE p.lead_unit_id IS NOT NULL AND ((matter = 'reply' AND round = 1) OR p.state NOT IN ('ASSIGNED', 'IN_PROGRESS'))`,
];
/** Three of each; the number of a proposal is the end of its subject. */
const SIGNATURES = `
  INSERT INTO signatures (proposal_id, member_id, state, at, signed_text)
  SELECT id, ($1::uuid[])[1 + (n + apart) % 4000], CASE WHEN is_asked THEN 'INVITED' ELSE 'SIGNED' END, created_at,
    CASE WHEN NOT is_asked THEN 1 END
  FROM (
    SELECT id, created_at, apart, substring(subject FROM '\\d+$')::int AS n, apart = 29 AND state = 'SECONDING' AS is_asked
    FROM proposals CROSS JOIN unnest(ARRAY[7, 13, 29]) AS apart
  ) numbered`;

/** What the figures are folded from: that each was handed in, reviewed, assigned, answered and closed, as far as it has come. */
const FACTS = `
  INSERT INTO facts (proposal_id, organisation_id, session_id, version, member_id, at, kind, data)
  SELECT id, organisation_id, session_id, version, lead_proposer_id, submitted_at, kind, data
  FROM proposals p CROSS JOIN LATERAL (VALUES
    (1, 'ProposalSubmitted', true, jsonb_build_object('late', late, 'track', NULL, 'subject', subject, 'category', category,
      'leadProposerId', lead_proposer_id, 'seconderIds', (SELECT coalesce(jsonb_agg(s.member_id), '[]') FROM signatures s
        WHERE s.proposal_id = p.id AND s.state = 'SIGNED'))),
    (2, 'ProposalReviewed', state NOT IN ('SUBMITTED', 'WITHDRAWN'), jsonb_build_object('outcome',
      CASE WHEN track = 'PROPOSAL' THEN 'FILED' ELSE state END, 'reason', NULL, 'category', category, 'docketNo', docket_no)),
    (3, 'ProposalWithdrawn', state = 'WITHDRAWN', '{"reason":"","invited":[],"wasSubmitted":true}'),
    (4, 'ProposalAssigned', lead_unit_id IS NOT NULL, jsonb_build_object('leadUnitId', lead_unit_id, 'assistingUnitIds', '[]'::jsonb,
      'dueOn', due_on)),
    (5, 'ProposalReplied', state IN ('REPLIED', 'RATED', 'ESCALATED', 'CLOSED'), jsonb_build_object('round', 1,
      'feedbackDueOn', NULL, 'unitId', lead_unit_id, 'resultCategory', 'SOLVED', 'overdue', false)),
    (6, 'ProposalClosed', state = 'CLOSED', '{"outcome":"IMPLEMENTED"}')
  ) AS fact (step, kind, happened, data)
  WHERE submitted_at IS NOT NULL AND happened
  ORDER BY id, step`;

const servers = await startTestServers({ exclusive: true });
const tokens = await startTestTokens();
let program: ChildProcess | undefined;
let inbox: Awaited<ReturnType<typeof fullInbox>> | undefined;
try {
  const environment: Record<string, string> = {
    ...(await servers.serviceEnvironment('proposals', 'bench')),
    NODE_ENV: 'production',
    PROPOSALS_JWKS_URL: tokens.jwksUrl,
    PROPOSALS_REQUESTS_PER_MINUTE_MAX: '100000000',
  };
  execFileSync(process.execPath, [SERVICE, 'migrate'], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'inherit'] });
  note(`writing ${PROPOSALS} proposals`);
  await seed(environment['PROPOSALS_DATABASE_URL'] ?? '');
  const port = await freePort();
  program = spawn(process.execPath, [SERVICE, 'run'], {
    env: { ...process.env, ...environment, PROPOSALS_PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await probe('the proposals service is ready', async () => (await fetch(`${url}/health`)).ok, { timeoutMs: 60_000 });
  await probe('every matter is summarised', async () => (await unsummarised(environment['PROPOSALS_DATABASE_URL'] ?? '')) === 0, {
    timeoutMs: 600_000,
  });
  const signedIn = async (memberId: string) =>
    new Person(url, memberId, memberId, await tokens.tokenFor(memberId, organisationId, {}, '1 hour'));
  const [committee, handler, delegate] = [await signedIn(committeeId), await signedIn(handlerId), await signedIn(members[0] ?? '')];
  note('writing a million notices');
  inbox = await fullInbox(servers, tokens, organisationId, members);
  const [latest] = sessions.slice(-1);
  const proposals = '/api/proposals/proposals';
  const aMonthAgo = dayOf(new Date(Date.now() - 30 * 86_400_000));
  const lists: readonly (readonly [name: string, who: Person, path: string])[] = [
    ['board', committee, `${proposals}?scope=board&pageSize=20`],
    ['board of one session', committee, `${proposals}?scope=board&sessionId=${latest}&pageSize=20`],
    ['board, last page', committee, `${proposals}?scope=board&page=50&pageSize=20`],
    ['board by docket number', committee, `${proposals}?scope=board&sort=docket&pageSize=20`],
    ['search of two characters', committee, `${proposals}?scope=board&search=${encodeURIComponent('食堂')}`],
    ['overdue', committee, `${proposals}?scope=board&overdue=true&sort=overdue`],
    // A word that a tenth of them wait with, and one that none does.
    ['not acknowledged', committee, `${proposals}?scope=board&word=TO_ACKNOWLEDGE`],
    ['to meet', committee, `${proposals}?scope=board&word=TO_MEET`],
    ['not rated', committee, `${proposals}?scope=board&word=NOT_RATED`],
    ['calendar of deadlines', committee, `/api/proposals/deadlines?scope=board&days=42&from=${aMonthAgo}`],
    ['unit', handler, `${proposals}?scope=unit`],
    ['mine', delegate, `${proposals}?scope=mine`],
    ['to second', delegate, `${proposals}?scope=to-second`],
    ['owed', committee, '/api/proposals/owed'],
    ['owed by a unit', handler, '/api/proposals/owed'],
    ['owed by a delegate', delegate, '/api/proposals/owed'],
    ['statistics', committee, `${proposals}/statistics?sessionId=${latest}`],
    ['register', delegate, `${proposals}/register`],
    ['inbox', inbox.reader, '/api/notifier/notices?pageSize=20'],
    ['inbox of a kind', inbox.reader, '/api/notifier/notices?pageSize=20&kind=proposals'],
    ['search of the inbox', inbox.reader, `/api/notifier/notices?pageSize=20&search=${encodeURIComponent('图书馆')}`],
  ];
  const samples: Samples[] = [];
  for (const [name, who, path] of lists) {
    note(name);
    await waits(who, path, WARM_UP);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push(p95(await waits(who, path, ASKED)));
    samples.push({ name: `${name} p95`, unit: 'ms', samples: rounds });
  }
  printFigures(samples.map(figureOf));
} finally {
  await inbox?.stop();
  if (program && program.exitCode === null) {
    program.kill('SIGTERM');
    await once(program, 'exit');
  }
  await tokens.stop();
  await servers.stop();
}

/** How many matters have no summary yet. */
async function unsummarised(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const counted = await client.query(
      `SELECT count(*)::int AS missing FROM proposals p
        WHERE submitted_at IS NOT NULL AND NOT EXISTS (SELECT FROM matters m WHERE m.proposal_id = p.id)`,
    );
    return counted.rows[0].missing;
  } finally {
    await client.end();
  }
}

/** How long each answer took, in ms. @throws Refused */
async function waits(who: Person, path: string, times: number): Promise<number[]> {
  const taken: number[] = [];
  const ask = async (): Promise<void> => {
    for (let left = times / AT_ONCE; left > 0; left -= 1) {
      const since = performance.now();
      await who.get(path);
      taken.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return taken;
}

function p95(taken: readonly number[]): number {
  const sorted = [...taken].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** An organisation after ten sessions: proposals in every state, of every unit, each signed by three. */
async function seed(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await write(client);
  } finally {
    await client.end();
  }
}

async function write(client: Client): Promise<void> {
  const tell = (sql: string, values: readonly unknown[]) => client.query(sql, [...values]);
  await tell(
    `INSERT INTO directory_sessions (id, organisation_id, term_no, session_no, title, opens_at, closes_at, quorum, version)
      SELECT id, $1, 7, nth, 'Session ' || nth, now(), now() + interval '1 day', '{"num":2,"den":3,"inclusive":true}', 1
      FROM unnest($2::uuid[]) WITH ORDINALITY AS s (id, nth)`,
    [organisationId, sessions],
  );
  await tell(
    `INSERT INTO directory_members (id, organisation_id, staff_no, name, active, standing, has_vote, version)
      SELECT id, $1, 'M' || nth, '教师' || nth, true, 'FULL', true, 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS m (id, nth)`,
    [organisationId, [...members, committeeId, handlerId]],
  );
  await tell(
    `INSERT INTO directory_seats (session_id, member_id, organisation_id, kind, seated, version)
      SELECT $2, id, $1, 'DELEGATE', true, 1 FROM unnest($3::uuid[]) AS id`,
    [organisationId, sessions.at(-1), members],
  );
  await tell(
    `INSERT INTO directory_units (id, organisation_id, code, name, version)
      SELECT id, $1, 'U' || nth, 'Unit ' || nth, 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS u (id, nth)`,
    [organisationId, units],
  );
  await tell(
    `INSERT INTO directory_offices (id, organisation_id, member_id, office, unit_id, held, version)
      VALUES (gen_random_uuid(), $1, $2, 'PROPOSALS_COMMITTEE', NULL, true, 1), (gen_random_uuid(), $1, $3, 'UNIT_HANDLER', $4, true, 1)`,
    [organisationId, committeeId, handlerId, units[0]],
  );
  await tell(
    `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
      VALUES ($1, $2, $3, now() - interval '1 day', now() + interval '1 day', '{}')`,
    [callId, organisationId, sessions.at(-1)],
  );
  await tell(PROPOSALS_OF_TEN_SESSIONS, [organisationId, callId, sessions, units, members, PROPOSALS]);
  for (const [nth, sql] of WORK_ON_THEM.entries()) await tell(sql, nth === 0 ? [units] : []);
  await tell(SIGNATURES, [members]);
  await tell(FACTS, []);
  await client.query('ANALYZE');
}
