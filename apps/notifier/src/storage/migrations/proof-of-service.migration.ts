import type { MigrationInterface, QueryRunner } from 'typeorm';

const SERVED = [
  'congress.session-opened',
  'congress.session-closed',
  'congress.delegate-seated',
  'congress.delegate-unseated',
  'congress.office-assigned',
  'proposals.call-opened',
  'proposals.call-extended',
  'proposals.call-opened-all-year',
  'proposals.call-extended-all-year',
  'proposals.call-closed',
  'ballot.ballot-announced',
  'ballot.ballot-called-off',
  'ballot.candidates-posted',
  'ballot.ballot-opened',
  'ballot.ballot-closed',
  'ballot.result-declared',
  'ballot.result-approved',
  'ballot.result-rejected',
  'ballot.result-published',
  'ballot.result-posted-until',
  'ballot.result-annulled',
  'notifier.announced',
];

/** What organisers may prove that it was told, once for each, and who signed on paper for having been told. */
export class ProofOfService1700000000366 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE served_matters (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        organisation_id uuid NOT NULL,
        cause text NOT NULL,
        code text NOT NULL,
        params jsonb NOT NULL,
        link text,
        told_at timestamptz NOT NULL,
        UNIQUE (cause, code, organisation_id)
      );
      COMMENT ON TABLE served_matters IS 'what many notices say alike: a row for each cause and code';
      CREATE INDEX served_matters_latest ON served_matters (organisation_id, told_at DESC, id);
      INSERT INTO served_matters (organisation_id, cause, code, params, link, told_at)
      SELECT DISTINCT ON (cause, code, organisation_id) organisation_id, cause, code, params, link, created_at FROM notices
       WHERE code IN (${SERVED.map((code) => `'${code}'`).join(', ')}) ORDER BY cause, code, organisation_id, created_at;

      CREATE TABLE paper_signatures (
        notice_id uuid PRIMARY KEY REFERENCES notices (id),
        organisation_id uuid NOT NULL,
        signed_on date,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL,
        correction text,
        version integer NOT NULL
      );
      COMMENT ON TABLE paper_signatures IS 'who signed on paper for having been told';
      COMMENT ON COLUMN paper_signatures.signed_on IS 'null where it was recorded by mistake';
      COMMENT ON COLUMN paper_signatures.correction IS 'why it was last changed; the audit trail has what stood there before';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper_signatures; DROP TABLE served_matters;');
  }
}
