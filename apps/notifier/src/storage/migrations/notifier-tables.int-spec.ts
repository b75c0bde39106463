import { randomUUID } from 'node:crypto';
import { MUTABLE } from '@plenum/contracts';
import { createDataSource } from '@plenum/database';
import { testServers } from '@plenum/test-kit';
import { Letters1700000000341 } from './letters.migration.js';
import { NOTIFIER_MIGRATIONS } from './notifier-migrations.js';
import { ProofOfService1700000000366 } from './proof-of-service.migration.js';
import { PreferencesByKind1700000000342 } from './preferences-by-kind.migration.js';

describe('the migrations of the notifier', () => {
  const servers = testServers();

  it('make every table, and take each away again', async () => {
    const source = await createDataSource({
      url: await servers.createTestDatabase('notifier'),
      applicationName: 'migrations',
      migrations: NOTIFIER_MIGRATIONS,
    }).initialize();
    const tables = async (): Promise<string[]> =>
      (await source.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")).map(
        ({ tablename }: { tablename: string }) => tablename,
      );
    await source.runMigrations();
    expect(await tables()).toEqual(
      expect.arrayContaining([
        'deadlines',
        'deliveries',
        'directory_members',
        'group_posts',
        'group_ways',
        'inbox',
        'notices',
        'outbox',
        'preferences',
      ]),
    );
    for (const _ of NOTIFIER_MIGRATIONS) await source.undoLastMigration();
    expect(await tables()).toEqual(['schema_migrations']);
    await source.destroy();
  });

  it('have each delivery go on as a letter, and take the letters away again', async () => {
    const before = NOTIFIER_MIGRATIONS.slice(0, NOTIFIER_MIGRATIONS.indexOf(Letters1700000000341));
    const url = await servers.createTestDatabase('notifier');
    const opened = async (migrations: typeof NOTIFIER_MIGRATIONS) => {
      const source = await createDataSource({ url, applicationName: 'migrations', migrations }).initialize();
      await source.runMigrations();
      return source;
    };
    const old = await opened(before);
    await old.query(`
      INSERT INTO notices (organisation_id, member_id, cause, code, params, created_at)
      SELECT gen_random_uuid(), gen_random_uuid(), state, 'congress.session-opened', '{}', '2026-01-01'
      FROM unnest(ARRAY['due', 'claimed', 'sent']) AS state;
      INSERT INTO deliveries (notice_id, channel, state, due_at, tries)
      SELECT id, 'mail', cause, '2026-01-02', CASE cause WHEN 'due' THEN 0 ELSE 1 END FROM notices;
    `);
    const [{ id }] = await old.query('SELECT id FROM notices LIMIT 1');
    await expect(old.query(`INSERT INTO deliveries (notice_id, channel, due_at) VALUES ('${id}', 'sms', now())`)).rejects.toThrow(
      'channel',
    );
    await old.destroy();

    const now = await opened([...before, Letters1700000000341]);
    expect(
      await now.query(`
        SELECT d.state, d.member_id = n.member_id AND d.addressee_id = n.member_id AS theirs, d.letter_id = d.id AS own,
               d.not_before = d.due_at AS untouched
        FROM deliveries d JOIN notices n ON n.id = d.notice_id ORDER BY d.state
      `),
    ).toEqual([
      { state: 'claimed', theirs: true, own: true, untouched: false },
      { state: 'due', theirs: true, own: null, untouched: true },
      { state: 'sent', theirs: true, own: true, untouched: false },
    ]);
    await now.query(`
      INSERT INTO deliveries (notice_id, member_id, channel, not_before, due_at) SELECT id, member_id, 'sms', now(), now() FROM notices
    `);
    await now.undoLastMigration();
    expect(await now.query('SELECT channel, count(*)::int AS n FROM deliveries GROUP BY channel')).toEqual([{ channel: 'mail', n: 3 }]);
    await now.destroy();
  });

  it('know what bounced before there was a word for it, and which votes are over', async () => {
    const source = await createDataSource({
      url: await servers.createTestDatabase('bounces'),
      applicationName: 'migrations',
      migrations: NOTIFIER_MIGRATIONS,
    }).initialize();
    await source.runMigrations();
    const undo = async (name: string): Promise<void> => {
      const isLeft = async () => (await source.query('SELECT FROM schema_migrations WHERE name = $1', [name])).length > 0;
      while (await isLeft()) await source.undoLastMigration();
    };
    const states = async (): Promise<string[][]> =>
      (await source.query('SELECT state, trouble FROM deliveries ORDER BY due_at')).map(Object.values);
    await undo('MailBounces1700000000350');
    for (const [nth, trouble] of ['EENVELOPE 550', 'EMESSAGE 552', 'EAUTH 535'].entries()) {
      const [notice] = await source.query(
        `INSERT INTO notices (organisation_id, member_id, cause, code, params, created_at)
          VALUES ($1, $1, $2, 'congress.session-opened', '{}', now()) RETURNING id`,
        [randomUUID(), trouble],
      );
      await source.query(
        `INSERT INTO deliveries (notice_id, member_id, channel, state, trouble, not_before, due_at)
          VALUES ($1, $1, 'mail', 'given-up', $2, now(), now() + $3 * interval '1 s')`,
        [notice.id, trouble, nth],
      );
    }
    await source.runMigrations();
    expect(await states()).toEqual([
      ['bounced', 'not-taken'],
      ['bounced', 'not-taken'],
      ['given-up', 'EAUTH 535'],
    ]);
    await undo('MailBounces1700000000350');
    expect((await states()).map(([state]) => state)).toEqual(['given-up', 'given-up', 'given-up']);
    await source.query('DELETE FROM deliveries');
    await source.query('DELETE FROM notices');
    await source.runMigrations();

    await undo('EndedNotices1700000000351');
    const [over, open] = [randomUUID(), randomUUID()];
    await source.query('INSERT INTO ballots_over (ballot_id, over_at) VALUES ($1, now())', [over]);
    for (const [nth, ballot] of [over, open].entries()) {
      await source.query(
        `WITH notice AS (
           INSERT INTO notices (organisation_id, member_id, cause, code, params, link, created_at)
           VALUES ($1, $1, $2, 'ballot.ballot-opened', '{}', $3, now() - interval '1 day') RETURNING id)
         INSERT INTO deliveries (notice_id, member_id, channel, not_before, due_at)
         SELECT id, $1, 'mail', now(), now() + $4 * interval '1 s' FROM notice`,
        [randomUUID(), `opened ${ballot}`, `/ballots/${ballot}`, nth],
      );
    }
    const overs = async () => (await source.query('SELECT over FROM notices ORDER BY over')).map(Object.values).flat();
    await source.runMigrations();
    expect(await states()).toEqual([
      ['withdrawn', 'ended'],
      ['due', null],
    ]);
    expect(await overs()).toEqual(['ended', null]);
    expect(await source.query('SELECT cause, about FROM notice_causes ORDER BY cause = $1 DESC', [`opened ${over}`])).toEqual(
      [over, open].map((ballot) => ({ cause: `opened ${ballot}`, about: [ballot] })),
    );
    await undo('EndedNotices1700000000351');
    expect(await source.query('SELECT ballot_id AS id FROM ballots_over')).toEqual([{ id: over }]);
    expect((await states()).map(([state]) => state)).toEqual(['skipped', 'due']);
    await source.destroy();
  });

  it('have who wanted no mails mute what can be, and take it back', async () => {
    const url = await servers.createTestDatabase('preferences');
    const before = NOTIFIER_MIGRATIONS.slice(0, NOTIFIER_MIGRATIONS.indexOf(PreferencesByKind1700000000342));
    const opened = async (migrations: typeof NOTIFIER_MIGRATIONS) => {
      const source = await createDataSource({ url, applicationName: 'migrations', migrations }).initialize();
      await source.runMigrations();
      return source;
    };
    const old = await opened(before);
    await old.query("INSERT INTO preferences VALUES (gen_random_uuid(), false, 'en'), (gen_random_uuid(), true, 'zh-CN')");
    await old.destroy();
    const now = await opened([...before, PreferencesByKind1700000000342]);
    const rows = await now.query('SELECT locale, muted, digest, quiet_from, version FROM preferences ORDER BY locale');
    const kept = MUTABLE.filter((one) => /:(mail|sms)$/.test(one) && !/^(duties|service|votes|account):/.test(one));
    expect(rows.map((row: { muted: string[] }) => ({ ...row, muted: [...row.muted].sort() }))).toEqual([
      { locale: 'en', muted: [...kept].sort(), digest: 'each', quiet_from: null, version: 1 },
      { locale: 'zh-CN', muted: kept.filter((one) => one.endsWith(':sms')).sort(), digest: 'each', quiet_from: null, version: 1 },
    ]);
    const quiet = (from: number, to: number) => now.query(`UPDATE preferences SET quiet_from = ${from}, quiet_to = ${to}`);
    await expect(quiet(60, 60)).rejects.toThrow('preferences_quiet_hours');
    await expect(quiet(60, 1_440)).rejects.toThrow('preferences_quiet_hours');
    await now.undoLastMigration();
    expect(await now.query('SELECT mail, locale FROM preferences ORDER BY locale')).toEqual([
      { mail: false, locale: 'en' },
      { mail: true, locale: 'zh-CN' },
    ]);
    await now.destroy();
  });

  it('know what was told to all before it was kept, a row for each cause and code, and forget it again', async () => {
    const before = NOTIFIER_MIGRATIONS.slice(0, NOTIFIER_MIGRATIONS.indexOf(ProofOfService1700000000366));
    const url = await servers.createTestDatabase('proofs');
    const opened = async (migrations: typeof NOTIFIER_MIGRATIONS) => {
      const source = await createDataSource({ url, applicationName: 'migrations', migrations }).initialize();
      await source.runMigrations();
      return source;
    };
    const old = await opened(before);
    await old.query(`
      INSERT INTO notices (organisation_id, member_id, cause, code, params, created_at)
      SELECT organisation, gen_random_uuid(), cause, code, jsonb_build_object('title', cause), '2026-01-01'
        FROM generate_series(1, 3),
          (VALUES ('one', 'notifier.announced'), ('two', 'ballot.ballot-opened'), ('three', 'proposals.seconder-invited'))
            AS told (cause, code), (SELECT gen_random_uuid() AS organisation) AS o;
    `);
    await old.destroy();
    const now = await opened([...before, ProofOfService1700000000366]);
    const kept = 'SELECT cause, code, params FROM served_matters ORDER BY cause';
    expect(await now.query(kept)).toEqual([
      { cause: 'one', code: 'notifier.announced', params: { title: 'one' } },
      { cause: 'two', code: 'ballot.ballot-opened', params: { title: 'two' } },
    ]);
    await now.query(`
      INSERT INTO paper_signatures SELECT id, organisation_id, '2026-01-02', member_id, now(), NULL, 1 FROM notices WHERE cause = 'one'
    `);
    await now.undoLastMigration();
    expect(await now.query('SELECT count(*)::int AS notices FROM notices')).toEqual([{ notices: 9 }]);
    await now.runMigrations();
    expect(await now.query(kept)).toHaveLength(2);
    await now.destroy();
  });
});
