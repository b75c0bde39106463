import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signatures as rows of their own, each with the text that was signed; texts that were read by others before they changed. Of a text that
 * changed until now only the present one is kept; who had signed the one before had signed number 1, which then has no row.
 */
export class SignaturesAndTexts1700000000352 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN text_number integer NOT NULL DEFAULT 1, ADD COLUMN text_by uuid, ADD COLUMN text_at timestamptz;
      COMMENT ON COLUMN proposals.text_version IS 'the version in which the text last changed; its number is text_number';
      UPDATE proposals p SET text_by = p.lead_proposer_id,
        text_number = CASE WHEN p.signatures @> '[{"hadSigned": true}]' THEN 2 ELSE 1 END,
        text_at = coalesce((SELECT max(a.occurred_at) FROM audit_trail a WHERE a.subject_kind = 'proposal' AND a.subject_id = p.id::text
          AND a.action IN ('draft-proposal', 'revise-proposal')), p.created_at);
      ALTER TABLE proposals ALTER COLUMN text_by SET NOT NULL, ALTER COLUMN text_at SET NOT NULL;

      CREATE TABLE text_versions (
        proposal_id uuid NOT NULL REFERENCES proposals ON DELETE CASCADE, number integer NOT NULL CHECK (number > 0),
        subject text NOT NULL, grounds text NOT NULL, measures text NOT NULL, changed_by uuid NOT NULL, changed_at timestamptz NOT NULL,
        PRIMARY KEY (proposal_id, number)
      );
      COMMENT ON TABLE text_versions IS 'Texts as they stood before another took their place; the present one is in proposals.';

      CREATE TABLE signatures (
        proposal_id uuid NOT NULL REFERENCES proposals ON DELETE CASCADE, member_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('INVITED', 'SIGNED', 'DECLINED')), at timestamptz NOT NULL,
        signed_text integer CHECK (signed_text > 0), place bigint GENERATED ALWAYS AS IDENTITY,
        PRIMARY KEY (proposal_id, member_id)
      );
      CREATE INDEX signatures_of_member ON signatures (member_id, state, proposal_id);
      COMMENT ON COLUMN signatures.signed_text IS 'of an invitation: what was signed before the text changed';
      COMMENT ON COLUMN signatures.place IS 'the order of those who were asked at the same moment';
      INSERT INTO signatures (proposal_id, member_id, state, at, signed_text)
      SELECT p.id, (s ->> 'memberId')::uuid, s ->> 'state', (s ->> 'at')::timestamptz,
        CASE WHEN s ->> 'state' = 'SIGNED' THEN p.text_number WHEN s ->> 'hadSigned' = 'true' THEN 1 END
      FROM proposals p CROSS JOIN LATERAL jsonb_array_elements(p.signatures) WITH ORDINALITY AS given (s, nth)
      ORDER BY p.id, nth;
      DROP INDEX proposals_of_signer;
      ALTER TABLE proposals DROP COLUMN signatures;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals ADD COLUMN signatures jsonb NOT NULL DEFAULT '[]';
      UPDATE proposals p SET signatures = given.signatures FROM (
        SELECT proposal_id, jsonb_agg(jsonb_build_object('memberId', member_id, 'state', state,
            'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          || CASE WHEN state = 'INVITED' AND signed_text IS NOT NULL THEN '{"hadSigned": true}'::jsonb ELSE '{}' END
          ORDER BY at, place) AS signatures
        FROM signatures GROUP BY proposal_id
      ) given WHERE given.proposal_id = p.id;
      ALTER TABLE proposals ALTER COLUMN signatures DROP DEFAULT;
      CREATE INDEX proposals_of_signer ON proposals USING gin (signatures jsonb_path_ops);
      DROP TABLE signatures, text_versions;
      ALTER TABLE proposals DROP COLUMN text_number, DROP COLUMN text_by, DROP COLUMN text_at;
      COMMENT ON COLUMN proposals.text_version IS 'the version in which the text last changed';
    `);
  }
}
