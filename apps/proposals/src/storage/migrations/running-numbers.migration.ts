import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A number for everything that is handed in, and a count of its own for each track: what was handed in before is numbered in its order. */
export class RunningNumbers1700000000355 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE number_counters (
        session_id uuid NOT NULL, series text NOT NULL CHECK (series IN ('RECEIPT', 'PROPOSAL', 'SUGGESTION')), latest integer NOT NULL,
        PRIMARY KEY (session_id, series)
      );
      INSERT INTO number_counters (session_id, series, latest) SELECT session_id, 'PROPOSAL', latest FROM docket_counters;
      DROP TABLE docket_counters;

      ALTER TABLE proposals ADD COLUMN receipt_no integer;
      COMMENT ON COLUMN proposals.receipt_no IS 'runs without gaps over all that was handed in in the session';
      UPDATE proposals p SET receipt_no = o.receipt_no FROM (
        SELECT id, row_number() OVER (PARTITION BY session_id ORDER BY submitted_at, id) AS receipt_no
        FROM proposals WHERE submitted_at IS NOT NULL
      ) o WHERE o.id = p.id;
      INSERT INTO number_counters (session_id, series, latest)
        SELECT session_id, 'RECEIPT', max(receipt_no) FROM proposals WHERE receipt_no IS NOT NULL GROUP BY session_id;

      ALTER TABLE proposals DROP CONSTRAINT proposals_check, DROP CONSTRAINT proposals_session_id_docket_no_key,
        ADD CONSTRAINT proposals_receipt_no_key UNIQUE (session_id, receipt_no),
        ADD CONSTRAINT proposals_receipt_no_check CHECK (receipt_no IS NULL OR submitted_at IS NOT NULL),
        ADD CONSTRAINT proposals_docket_no_key UNIQUE (session_id, track, docket_no),
        ADD CONSTRAINT proposals_docket_no_check CHECK (
          CASE track WHEN 'PROPOSAL' THEN docket_no IS NOT NULL WHEN 'SUGGESTION' THEN true ELSE docket_no IS NULL END
        );
    `);
  }

  /** What suggestions were numbered is lost: they had no numbers. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals DROP CONSTRAINT proposals_docket_no_check, DROP CONSTRAINT proposals_docket_no_key,
        DROP CONSTRAINT proposals_receipt_no_check, DROP COLUMN receipt_no;
      UPDATE proposals SET docket_no = NULL WHERE track = 'SUGGESTION';
      ALTER TABLE proposals ADD CONSTRAINT proposals_session_id_docket_no_key UNIQUE (session_id, docket_no),
        ADD CONSTRAINT proposals_check CHECK ((docket_no IS NOT NULL) = (track IS NOT DISTINCT FROM 'PROPOSAL'));
      CREATE TABLE docket_counters (session_id uuid PRIMARY KEY, latest integer NOT NULL);
      INSERT INTO docket_counters (session_id, latest) SELECT session_id, latest FROM number_counters WHERE series = 'PROPOSAL';
      DROP TABLE number_counters;
    `);
  }
}
