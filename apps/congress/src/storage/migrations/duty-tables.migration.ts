import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules of duties that come again, and the duties that they have made: one a period. */
export class DutyTables1700000002800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE duty_rules (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations,
        preset          text,
        title_zh        text NOT NULL,
        title_en        text NOT NULL,
        recurrence      jsonb NOT NULL,
        starts_on       date NOT NULL,
        on_day_off      text NOT NULL CHECK (on_day_off IN ('BEFORE', 'AFTER', 'STAYS')),
        ahead_days      integer NOT NULL,
        responsible     jsonb NOT NULL,
        ladder          jsonb NOT NULL,
        state           text NOT NULL CHECK (state IN ('ACTIVE', 'STOPPED')),
        stopped_for     text,
        version         integer NOT NULL
      );
      CREATE INDEX duty_rules_organisation ON duty_rules (organisation_id);
      CREATE TABLE duties (
        id              uuid PRIMARY KEY,
        organisation_id uuid NOT NULL REFERENCES organisations,
        rule_id         uuid NOT NULL REFERENCES duty_rules,
        period          text NOT NULL,
        title_zh        text NOT NULL,
        title_en        text NOT NULL,
        due_on          date NOT NULL,
        responsible     jsonb NOT NULL,
        state           text NOT NULL CHECK (state IN ('OPEN', 'SETTLED', 'WAIVED')),
        evidence        jsonb,
        waived_for      text,
        closed_by       uuid REFERENCES members,
        closed_on       date,
        version         integer NOT NULL,
        CONSTRAINT duties_once UNIQUE (rule_id, period),
        CONSTRAINT duties_closed CHECK ((state = 'SETTLED') = (evidence IS NOT NULL) AND (state = 'WAIVED') = (waived_for IS NOT NULL))
      );
      CREATE INDEX duties_of_year ON duties (organisation_id, due_on);
      CREATE INDEX duties_open ON duties (organisation_id) WHERE state = 'OPEN';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE duties;
      DROP TABLE duty_rules;
    `);
  }
}
