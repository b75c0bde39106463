import { randomUUID } from 'node:crypto';
import { createDataSource, type MigrationClass } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { PROPOSALS_MIGRATIONS } from './proposals-migrations.js';
import { ReviewSteps1700000000356 } from './review-steps.migration.js';

const BEFORE = 'ProposalCategories1700000000350';
const upToBefore = PROPOSALS_MIGRATIONS.slice(0, PROPOSALS_MIGRATIONS.findIndex(({ name }) => name === BEFORE) + 1);

describe('the steps of a review', () => {
  const servers = testServers();
  const [session, call, somebody] = [randomUUID(), randomUUID(), randomUUID()];

  it('are made of the decision that stood, which comes back with the column', async () => {
    const url = await servers.createTestDatabase('review_steps');
    const connect = (migrations: readonly MigrationClass[]) =>
      createDataSource({ url, applicationName: 'migrations', migrations }).initialize();
    const earlier = await connect(upToBefore);
    await earlier.runMigrations();
    await earlier.query(
      `
        INSERT INTO calls (id, organisation_id, session_id, opens_at, closes_at, settings)
        VALUES ($1, $2, $3, '2026-03-01', '2026-03-30', '{}')
      `,
      [call, randomUUID(), session],
    );
    const add = (subject: string, state: string, decided: object | null) =>
      earlier.query(
        `INSERT INTO proposals (id, organisation_id, session_id, call_id, lead_proposer_id, subject, grounds, measures, state,
          signatures, submitted_at, late, review, replies, created_at, version)
        SELECT $1, organisation_id, session_id, id, $2, $3, '', '', $4, '[]', '2026-03-02', false, $5, '[]', now(), 1 FROM calls`,
        [randomUUID(), somebody, subject, state, decided && JSON.stringify(decided)],
      );
    const decision = { outcome: 'NOT_FILED', reason: 'Not ours.', by: somebody, at: '2026-03-05T17:00:00.000Z' };
    await add('decided', 'NOT_FILED', decision);
    await add('waiting', 'SUBMITTED', null);
    await earlier.destroy();

    const now = await connect([...upToBefore, ReviewSteps1700000000356]);
    await now.runMigrations();
    expect(await now.query('SELECT position, body, met_on, present, concerned, outcome, decides, reason FROM review_steps')).toEqual([
      {
        position: 1,
        body: 'COMMITTEE',
        met_on: '2026-03-06', // In Shanghai.
        present: [somebody],
        concerned: [],
        outcome: 'NOT_FILED',
        decides: true,
        reason: 'Not ours.',
      },
    ]);
    await now.query("UPDATE proposals SET state = 'PRESIDIUM' WHERE subject = 'waiting'");
    await now.query(
      `INSERT INTO review_steps SELECT id, 1, 'COMMITTEE', '2026-03-06', '{}', '{}', NULL, 'PRESIDIUM', true, 'Disputed.', $1, now()
        FROM proposals WHERE subject = 'waiting'`,
      [somebody],
    );
    await expect(now.query("UPDATE proposals SET state = 'MOTION'")).rejects.toThrow(/proposals_state_check/);

    await now.undoLastMigration();
    expect(await now.query('SELECT subject, state, review FROM proposals ORDER BY subject')).toEqual([
      { subject: 'decided', state: 'NOT_FILED', review: decision },
      { subject: 'waiting', state: 'SUBMITTED', review: null },
    ]);
    await expect(now.query("UPDATE proposals SET state = 'PRESIDIUM'")).rejects.toThrow(/proposals_state_check/);
    await now.destroy();
  });
});
