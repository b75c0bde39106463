import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The opinion box of each organisation, what was put into it, and what happened to it. */
export class Opinions1700000000380 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE opinion_boxes (
        organisation_id uuid PRIMARY KEY, is_open boolean NOT NULL, decide_within jsonb NOT NULL, answer_within jsonb NOT NULL,
        per_day_max integer NOT NULL, waiting_max integer NOT NULL, version integer NOT NULL
      );
      CREATE TABLE opinion_counters (
        organisation_id uuid NOT NULL, year integer NOT NULL, latest integer NOT NULL, PRIMARY KEY (organisation_id, year)
      );

      CREATE TABLE opinions (
        id uuid PRIMARY KEY, organisation_id uuid NOT NULL, suggester_id uuid NOT NULL, year integer NOT NULL, nth integer NOT NULL,
        subject text NOT NULL, said text NOT NULL,
        state text NOT NULL CHECK (state IN ('RECEIVED', 'ACCEPTED', 'ROUTED', 'REPLIED', 'JUDGED', 'DECLINED', 'HINT', 'WITHDRAWN')),
        round integer NOT NULL, unit_id uuid, due_on text, published jsonb, published_at timestamptz,
        suggested_at timestamptz NOT NULL, version integer NOT NULL,
        UNIQUE (organisation_id, year, nth),
        CHECK ((due_on IS NOT NULL) = (state IN ('RECEIVED', 'ACCEPTED', 'ROUTED')))
      );
      COMMENT ON COLUMN opinions.suggester_id IS 'read by the suggester and the committee; no query made for a unit reads it';
      CREATE INDEX opinions_of_organisation ON opinions (organisation_id, suggested_at DESC, id);
      CREATE INDEX opinions_of_suggester ON opinions (suggester_id, suggested_at DESC, id);
      CREATE INDEX opinions_with_unit ON opinions (unit_id, due_on) WHERE state = 'ROUTED';
      CREATE INDEX opinions_with_committee ON opinions (organisation_id, due_on) WHERE state IN ('RECEIVED', 'ACCEPTED');
      CREATE INDEX opinions_published ON opinions (organisation_id, published_at DESC, id) WHERE published IS NOT NULL;

      CREATE TABLE opinion_steps (
        opinion_id uuid NOT NULL REFERENCES opinions, nth integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('DECISION', 'REPLY', 'JUDGEMENT', 'WITHDRAWAL', 'PUBLICATION', 'UNPUBLISHING')),
        outcome text CHECK (outcome IN ('ACCEPTED', 'ROUTED', 'DECLINED', 'HINT')), said text, unit_id uuid, due_on text, helped boolean,
        by_member uuid NOT NULL, at timestamptz NOT NULL,
        PRIMARY KEY (opinion_id, nth)
      );
      CREATE INDEX opinion_steps_of_unit ON opinion_steps (unit_id, opinion_id) WHERE kind = 'DECISION' AND unit_id IS NOT NULL;
      COMMENT ON TABLE opinion_steps IS 'Append-only: what happened to an opinion.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opinion_steps, opinions, opinion_counters, opinion_boxes');
  }
}
