import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The paper desk: doubtful sheets and how scrutineers decide them, names written in and whom they mean. */
export class PaperDesk1700000000560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE ballot_sheets ADD COLUMN doubt jsonb;
      COMMENT ON COLUMN ballot_sheets.doubt IS 'why the reader leaves the sheet, or marks on it, to the scrutineers';

      CREATE TABLE ballot_rulings (
        ballot_id uuid NOT NULL REFERENCES ballots, sheet_no integer NOT NULL CHECK (sheet_no > 0), scrutineer_id uuid NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('valid', 'partly', 'invalid')),
        reason text NOT NULL CHECK (reason IN ('illegible', 'markOutside', 'noSeal', 'twoPosts', 'otherFault')),
        marks jsonb NOT NULL, write_ins jsonb NOT NULL,
        PRIMARY KEY (ballot_id, sheet_no, scrutineer_id)
      );
      COMMENT ON TABLE ballot_rulings IS
        'How each scrutineer decides a doubtful sheet. Secrecy: as of ballot_sheets, no voter, no time and no order of casting may ever '
        'be kept here; the only person named is the scrutineer.';

      CREATE TABLE ballot_written_names (
        ballot_id uuid NOT NULL REFERENCES ballots, name text NOT NULL, member_id uuid, candidate_id text, label text NOT NULL,
          eligible boolean NOT NULL,
        proposed_by uuid NOT NULL, confirmed_by uuid,
        PRIMARY KEY (ballot_id, name),
        CHECK (member_id IS NULL OR candidate_id IS NULL), CHECK (confirmed_by <> proposed_by)
      );
      COMMENT ON TABLE ballot_written_names IS
        'Whom the names written in on papers mean, as two officers say. Secrecy: no sheet and no voter may ever be named here.';

      CREATE TABLE written_aliases (
        organisation_id uuid NOT NULL, spelling text NOT NULL, label text NOT NULL, member_id uuid,
        PRIMARY KEY (organisation_id, spelling, label)
      );
      COMMENT ON TABLE written_aliases IS
        'Spellings that officers once matched, to be proposed again. Secrecy: no ballot, no officer, no time: that a spelling stands '
        'here says only that it was met once.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE written_aliases, ballot_written_names, ballot_rulings;
      ALTER TABLE ballot_sheets DROP COLUMN doubt;`);
  }
}
