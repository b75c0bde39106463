import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, units, members, terms, sessions, seats, attendance and offices. */
export class CongressTables1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE organisations (
        id         uuid PRIMARY KEY,
        code       text NOT NULL CONSTRAINT organisations_code UNIQUE,
        name       text NOT NULL,
        level      smallint NOT NULL CHECK (level IN (1, 2)),
        parent_id  uuid REFERENCES organisations,
        founded_at timestamptz NOT NULL,
        CHECK ((level = 1) = (parent_id IS NULL))
      );
      CREATE TABLE units (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations,
        code            text NOT NULL,
        name            text NOT NULL,
        CONSTRAINT units_code UNIQUE (organisation_id, code),
        CONSTRAINT units_name UNIQUE (organisation_id, name),
        UNIQUE (organisation_id, id)
      );
      CREATE TABLE members (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations,
        staff_no        text NOT NULL,
        name            text NOT NULL,
        mail            text,
        unit_id         uuid,
        active          boolean NOT NULL,
        version         integer NOT NULL,
        CONSTRAINT members_staff_no UNIQUE (organisation_id, staff_no),
        UNIQUE (organisation_id, id),
        CONSTRAINT members_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES units (organisation_id, id)
      );
      CREATE TABLE terms (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations,
        term_no         integer NOT NULL,
        kind            text NOT NULL,
        starts_on       date NOT NULL,
        ends_on         date NOT NULL,
        CONSTRAINT terms_number UNIQUE (organisation_id, kind, term_no),
        UNIQUE (organisation_id, id)
      );
      CREATE TABLE sessions (
        id               uuid PRIMARY KEY,
        organisation_id  uuid NOT NULL,
        term_id          uuid NOT NULL,
        session_no       integer NOT NULL,
        title            text NOT NULL,
        opens_at         timestamptz NOT NULL,
        closes_at        timestamptz NOT NULL,
        quorum_num       integer NOT NULL,
        quorum_den       integer NOT NULL,
        quorum_inclusive boolean NOT NULL,
        state            text NOT NULL CHECK (state IN ('SET_UP', 'OPEN', 'CLOSED')),
        opened_at        timestamptz,
        closed_at        timestamptz,
        version          integer NOT NULL,
        CONSTRAINT sessions_number UNIQUE (term_id, session_no),
        UNIQUE (organisation_id, id),
        FOREIGN KEY (organisation_id, term_id) REFERENCES terms (organisation_id, id)
      );
      COMMENT ON COLUMN sessions.version IS
        'grows with every event of the session, its seats and its desk, so that each of them has its own';
      CREATE TABLE delegations (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        session_id      uuid NOT NULL,
        name            text NOT NULL,
        head_member_id  uuid,
        UNIQUE (session_id, name),
        UNIQUE (session_id, id),
        FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id),
        CONSTRAINT delegations_head FOREIGN KEY (organisation_id, head_member_id) REFERENCES members (organisation_id, id)
      );
      CREATE TABLE seats (
        organisation_id uuid NOT NULL,
        session_id      uuid NOT NULL,
        member_id       uuid NOT NULL,
        delegation_id   uuid,
        kind            text NOT NULL,
        present         boolean NOT NULL DEFAULT false,
        PRIMARY KEY (session_id, member_id),
        FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id),
        CONSTRAINT seats_member FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id),
        FOREIGN KEY (session_id, delegation_id) REFERENCES delegations (session_id, id)
      );
      CREATE INDEX seats_of_member ON seats (member_id);
      CREATE TABLE attendance_points (
        session_id uuid NOT NULL REFERENCES sessions,
        position   integer NOT NULL,
        at         timestamptz NOT NULL,
        move       text NOT NULL,
        member_id  uuid,
        entitled   integer NOT NULL,
        present    integer NOT NULL,
        PRIMARY KEY (session_id, position),
        CHECK (present BETWEEN 0 AND entitled)
      );
      CREATE TABLE offices (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL,
        member_id       uuid NOT NULL,
        office          text NOT NULL,
        session_id      uuid,
        unit_id         uuid,
        chief           boolean NOT NULL,
        assigned_at     timestamptz NOT NULL,
        relieved_at     timestamptz,
        version         integer NOT NULL,
        CONSTRAINT offices_member FOREIGN KEY (organisation_id, member_id) REFERENCES members (organisation_id, id),
        CONSTRAINT offices_session FOREIGN KEY (organisation_id, session_id) REFERENCES sessions (organisation_id, id),
        CONSTRAINT offices_unit FOREIGN KEY (organisation_id, unit_id) REFERENCES units (organisation_id, id)
      );
      CREATE UNIQUE INDEX offices_held ON offices (member_id, office, session_id, unit_id) NULLS NOT DISTINCT WHERE relieved_at IS NULL;
      CREATE INDEX offices_of_organisation ON offices (organisation_id, office) WHERE relieved_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE offices, attendance_points, seats, delegations, sessions, terms, members, units, organisations;');
  }
}
