import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The unit that led the work then, by the assignment before it; where no fact says, the one that leads it now. */
const leadAt = (at: string): string => `coalesce((
    SELECT (f.data ->> 'leadUnitId')::uuid FROM facts f
    WHERE f.proposal_id = h.proposal_id AND f.kind = 'ProposalAssigned' AND f.data ->> 'handlingId' = h.id::text AND f.at <= ${at}
    ORDER BY f.position DESC LIMIT 1), h.lead_unit_id)`;

/** Contacts and drafts are of the unit that made them: they do not pass to the unit that leads the work next. */
export class WorkOfUnits1700000000387 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contacts ADD COLUMN unit_id uuid;
      UPDATE contacts c SET unit_id = ${leadAt('c.at')} FROM handlings h WHERE h.id = c.handling_id;
      ALTER TABLE contacts ALTER COLUMN unit_id SET NOT NULL;
      COMMENT ON COLUMN contacts.unit_id IS 'which unit spoke with the proposer';

      ALTER TABLE reply_drafts ADD COLUMN unit_id uuid;
      UPDATE reply_drafts d SET unit_id = ${leadAt('d.saved_at')} FROM handlings h WHERE h.id = d.handling_id;
      ALTER TABLE reply_drafts ALTER COLUMN unit_id SET NOT NULL,
        DROP CONSTRAINT reply_drafts_pkey, DROP CONSTRAINT reply_drafts_handling_id_version_key,
        ADD PRIMARY KEY (handling_id, unit_id, round, number), ADD UNIQUE (handling_id, unit_id, version);
      COMMENT ON COLUMN reply_drafts.unit_id IS 'which unit wrote it, leading the work then';
      COMMENT ON COLUMN reply_drafts.version IS 'counts the savings of all drafts of the unit'`);
  }

  /** The drafts of all units stand in one row of numbers again, in the order in which they were written. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE reply_drafts DROP CONSTRAINT reply_drafts_pkey, DROP CONSTRAINT reply_drafts_handling_id_unit_id_version_key;
      UPDATE reply_drafts d SET number = told.number, version = told.version FROM (
        SELECT handling_id, unit_id, round, number AS own,
          row_number() OVER (PARTITION BY handling_id, round ORDER BY saved_at, number) AS number,
          row_number() OVER (PARTITION BY handling_id ORDER BY saved_at, round, number) AS version
        FROM reply_drafts r WHERE EXISTS (SELECT FROM reply_drafts o WHERE o.handling_id = r.handling_id AND o.unit_id <> r.unit_id)
      ) told WHERE (d.handling_id, d.unit_id, d.round, d.number) = (told.handling_id, told.unit_id, told.round, told.own);
      ALTER TABLE reply_drafts DROP COLUMN unit_id, ADD PRIMARY KEY (handling_id, round, number), ADD UNIQUE (handling_id, version);
      COMMENT ON COLUMN reply_drafts.version IS 'counts the savings of all drafts of the handling';
      ALTER TABLE contacts DROP COLUMN unit_id`);
  }
}
