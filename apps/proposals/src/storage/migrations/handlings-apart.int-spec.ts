import { randomUUID } from 'node:crypto';
import { createDataSource, type MigrationClass } from '@plenum/database';
import { derivedId } from '@plenum/service-kit';
import { testServers } from '@plenum/test-kit';
import { HandlingsApart1700000000360 } from './handlings-apart.migration.js';
import { PROPOSALS_MIGRATIONS } from './proposals-migrations.js';

const upToBefore = PROPOSALS_MIGRATIONS.slice(0, PROPOSALS_MIGRATIONS.indexOf(HandlingsApart1700000000360));

describe('handlings', () => {
  const servers = testServers();
  const [session, call, somebody, unit, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const at = (day: string) => `2026-${day}T02:00:00.000Z`;
  const rated = (result: string, day: string) => ({ attitude: 'SATISFIED', result, comment: null, by: somebody, at: at(day) });
  const replied = (round: number, day: string, rating: object | null) => ({
    round,
    text: 'Open until ten.',
    resultCategory: 'SOLVED',
    channel: 'ONLINE',
    basis: round === 1 ? 'See the photographs.' : null,
    by: somebody,
    at: at(day),
    overdue: round === 1,
    feedbackDueOn: '2026-05-20',
    rating,
  });
  const assignment = (dueOn: string) => ({
    leadUnitId: unit,
    assistingUnitIds: [other],
    dueOn,
    dueProvisional: false,
    by: somebody,
    at: at('03-10'),
    acknowledged: { by: somebody, at: at('03-11') },
  });
  const twice = [replied(1, '04-12', rated('DISSATISFIED', '04-20')), replied(2, '05-10', rated('DISSATISFIED', '05-12'))];
  const BEFORE = [
    { subject: 'a draft', state: 'DRAFT', assignment: null, replies: [], closing: null },
    { subject: 'assigned', state: 'IN_PROGRESS', assignment: assignment('2026-06-10'), replies: [], closing: null },
    {
      subject: 'closed',
      state: 'CLOSED',
      assignment: assignment('2026-05-30'),
      replies: twice,
      closing: { outcome: 'UNRESOLVED', reason: 'No budget.', by: somebody, at: at('05-15') },
    },
    { subject: 'disputed', state: 'PRESIDIUM', assignment: null, replies: [], closing: null },
    { subject: 'escalated', state: 'RATED', assignment: assignment('2026-05-30'), replies: twice, closing: null },
  ];
  const COLUMNS = 'SELECT subject, state, assignment, replies, closing FROM proposals ORDER BY subject';

  it('are made of what the row of a proposal held, which comes back as it was', async () => {
    const url = await servers.createTestDatabase('handlings_apart');
    const connect = (migrations: readonly MigrationClass[]) =>
      createDataSource({ url, applicationName: 'migrations', migrations }).initialize();
    const earlier = await connect(upToBefore);
    await earlier.runMigrations();
    await earlier.query(
      `INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
        VALUES ($1, $2, $3, '2026-03-01', '2026-03-30', '{}')`,
      [call, randomUUID(), session],
    );
    for (const { subject, state, ...parts } of BEFORE)
      await earlier.query(
        `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state, track,
          docket_no, submitted_at, late, assignment, replies, closing, created_at, text_by, text_at, version)
        SELECT $1, organisation_id, session_id, id, $2, $3::text, '', '', $4, CASE WHEN $5::jsonb IS NOT NULL THEN 'PROPOSAL' END,
          CASE WHEN $5::jsonb IS NOT NULL THEN $3::text END, '2026-03-02', false, $5, $6, $7, now(), $2, now(), 1
        FROM calls`,
        [
          randomUUID(),
          somebody,
          subject,
          state,
          parts.assignment && JSON.stringify(parts.assignment),
          JSON.stringify(parts.replies),
          parts.closing && JSON.stringify(parts.closing),
        ],
      );
    expect(await earlier.query(COLUMNS)).toEqual(BEFORE);
    await earlier.destroy();

    const now = await connect([...upToBefore, HandlingsApart1700000000360]);
    await now.runMigrations();
    const work = `SELECT p.subject, p.state AS matter, h.state, (SELECT count(*)::int FROM replies r WHERE r.handling_id = h.id) AS replies,
        (SELECT count(*)::int FROM ratings r WHERE r.handling_id = h.id) AS ratings, h.ending_reason AS reason
      FROM handlings h JOIN proposals p ON p.id = h.proposal_id AND p.id = h.id ORDER BY p.subject`;
    expect(await now.query(work)).toEqual([
      { subject: 'assigned', matter: 'IN_PROGRESS', state: 'IN_PROGRESS', replies: 0, ratings: 0, reason: null },
      { subject: 'closed', matter: 'CLOSED', state: 'ENDED', replies: 2, ratings: 2, reason: 'No budget.' },
      { subject: 'escalated', matter: 'ESCALATED', state: 'ESCALATED', replies: 2, ratings: 2, reason: null },
    ]);
    const [open, ...others] = await now.query('SELECT id, subject_id, matter, round, due_on FROM deadlines WHERE met_at IS NULL');
    expect(others).toEqual([]);
    expect(open).toMatchObject({ id: derivedId(open.subject_id, 'reply', 1), matter: 'reply', round: 1, due_on: '2026-06-10' });

    await now.undoLastMigration();
    expect(await now.query(COLUMNS)).toEqual(BEFORE);
    await now.destroy();
  });
});
