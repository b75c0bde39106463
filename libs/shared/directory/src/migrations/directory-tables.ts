import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the congress service tells about who there is. Each row keeps the version of the fact it shows, so that an older
 * event that arrives late changes nothing; who is unseated, relieved or gone stays as a row that says so.
 */
export class DirectoryTables1700000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE directory_organisations (
        id uuid PRIMARY KEY, code text NOT NULL, name text NOT NULL, level integer NOT NULL, parent_id uuid, version integer NOT NULL
      );
      CREATE TABLE directory_units (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, code text NOT NULL, name text NOT NULL, version integer NOT NULL
      );
      CREATE INDEX directory_units_of ON directory_units (organisation_id, code);
      CREATE TABLE directory_members (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, staff_no text NOT NULL, name text NOT NULL, mail text, unit_id uuid,
        active boolean NOT NULL, version integer NOT NULL
      );
      CREATE INDEX directory_members_of ON directory_members (organisation_id, staff_no);
      CREATE TABLE directory_sessions (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, term_no integer, session_no integer, title text, opens_at timestamptz,
        closes_at timestamptz, quorum jsonb, opened_at timestamptz, closed_at timestamptz, version integer NOT NULL
      );
      COMMENT ON COLUMN directory_sessions.version IS 'of what was set up; 0 while only its opening or closing is known';
      CREATE INDEX directory_sessions_of ON directory_sessions (organisation_id);
      CREATE TABLE directory_delegations (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, session_id uuid NOT NULL, name text NOT NULL, head_member_id uuid,
          version integer NOT NULL
      );
      CREATE INDEX directory_delegations_of ON directory_delegations (session_id);
      CREATE TABLE directory_seats (
        session_id uuid NOT NULL, member_id uuid NOT NULL, organisation_id uuid NOT NULL, delegation_id uuid, kind text,
        seated boolean NOT NULL, version integer NOT NULL, PRIMARY KEY (session_id, member_id)
      );
      CREATE INDEX directory_seats_of_member ON directory_seats (member_id) WHERE seated;
      CREATE TABLE directory_offices (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, member_id uuid NOT NULL, office text, session_id uuid, unit_id uuid,
        chief boolean NOT NULL DEFAULT false, held boolean NOT NULL, version integer NOT NULL
      );
      CREATE INDEX directory_offices_of_member ON directory_offices (member_id) WHERE held;
      CREATE INDEX directory_offices_by_office ON directory_offices (organisation_id, office) WHERE held;
      CREATE TABLE directory_attendance (
        session_id uuid NOT NULL, member_id uuid NOT NULL, organisation_id uuid NOT NULL, present boolean NOT NULL, at timestamptz NOT NULL,
        version integer NOT NULL, PRIMARY KEY (session_id, member_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE directory_attendance, directory_offices, directory_seats, directory_delegations, directory_sessions,
        directory_members, directory_units, directory_organisations;`);
  }
}
