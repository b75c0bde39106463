import { Injectable } from '@nestjs/common';
import { type Ballot, BallotErrors, type Family } from '@plenum/ballot-domain';
import type { Readable } from '@plenum/directory';
import type { Transaction } from '@plenum/messaging';
import { lockedFamily } from './ballot-family.js';
import { type BallotRow, columnsOf, toBallot } from './ballot.rows.js';
import { ProfilesRepository } from './profiles.repository.js';

const RELATED = `
    SELECT *
    FROM ballots
    WHERE rehearses IS NULL AND organisation_id = $1 AND (id = ANY($3) OR follows = $2 OR primary_of = $2 OR rerun_of = $2)
    ORDER BY created_at, id
  `;
const FIND = 'SELECT * FROM ballots WHERE id = $1 AND organisation_id = $2';

/** Where ballots live. */
@Injectable()
export class BallotRepository {
  constructor(private readonly profiles: ProfilesRepository) {}

  /** A ballot of the organisation. @throws `ballot.not-found` */
  async find(from: Readable, id: string, organisationId: string): Promise<Ballot> {
    const [row] = (await from.query(FIND, [id, organisationId])) as BallotRow[];
    if (!row) throw BallotErrors.notFound();
    return toBallot(row);
  }

  /** The further round that was prepared from a ballot; null while there is none. */
  async followerOf(from: Readable, id: string): Promise<string | null> {
    const [row] = (await from.query("SELECT id FROM ballots WHERE follows = $1 AND descent->>'as' = 'next-round'", [id])) as {
      id: string;
    }[];
    return row?.id ?? null;
  }

  /** The latest primary of an election; null while there is none. */
  async primaryOf(from: Readable, id: string): Promise<Ballot | null> {
    const [row] = (await from.query('SELECT * FROM ballots WHERE primary_of = $1 ORDER BY created_at DESC, id LIMIT 1', [
      id,
    ])) as BallotRow[];
    return row ? toBallot(row) : null;
  }

  /** The ballots that a ballot came of, and those that came of it, in the order in which they were made. */
  async relatedTo(from: Readable, { id, organisationId, follows, primaryOf, rerunOf }: Ballot): Promise<readonly Ballot[]> {
    const rows = await from.query(RELATED, [organisationId, id, [follows, primaryOf, rerunOf].filter((each) => each !== null)]);
    return (rows as BallotRow[]).map(toBallot);
  }

  /** The second stages that were prepared from an election, in the order in which they were. */
  async secondStagesOf(from: Readable, id: string): Promise<readonly string[]> {
    const rows = (await from.query(
      "SELECT id FROM ballots WHERE follows = $1 AND descent->>'as' = 'second-stage' ORDER BY created_at, id",
      [id],
    )) as { id: string }[];
    return rows.map((row) => row.id);
  }

  /** The ballot that repeats a ballot; null while there is none. */
  async rerunOf(from: Readable, id: string): Promise<string | null> {
    const [row] = (await from.query('SELECT id FROM ballots WHERE rerun_of = $1', [id])) as { id: string }[];
    return row?.id ?? null;
  }

  /** A ballot of the organisation, which nobody else changes until the transaction ends. @throws `ballot.not-found` */
  async lock(tx: Transaction, id: string, organisationId: string): Promise<Ballot> {
    const [row]: BallotRow[] = await tx.query(`${FIND} FOR UPDATE`, [id, organisationId]);
    if (!row) throw BallotErrors.notFound();
    return toBallot(row);
  }

  /**
   * A ballot with its family, and of a primary the election, which nobody else changes until the transaction ends. @throws
   * `ballot.not-found`
   */
  async findFamily(tx: Transaction, id: string, organisationId: string): Promise<{ readonly ballot: Ballot; readonly family: Family }> {
    const family = await lockedFamily(tx, id, organisationId);
    const ballot = family.find((each) => each.id === id);
    if (!ballot) throw BallotErrors.notFound();
    const election: BallotRow[] = ballot.primaryOf === null ? [] : await tx.query(`${FIND} FOR UPDATE`, [ballot.primaryOf, organisationId]);
    return { ballot, family: [...family, ...election.map(toBallot)] };
  }

  /** Keeps a new ballot; where it comes of another, whoever stands again keeps their profile. */
  async insert(tx: Transaction, ballot: Ballot): Promise<void> {
    const written = columnsOf(ballot);
    const places = written.map((_, nth) => `$${nth + 1}`).join(', ');
    await tx.query(
      `INSERT INTO ballots (${written.map(([column]) => column).join(', ')}) VALUES (${places})`,
      written.map(([, value]) => value),
    );
    await this.carryProfiles(tx, ballot);
  }

  /** Keeps a ballot as it has become. */
  async save(tx: Transaction, ballot: Ballot): Promise<void> {
    const written = columnsOf(ballot);
    await tx.query(
      `UPDATE ballots SET ${written.map(([column], nth) => `${column} = $${nth + 1}`).join(', ')} WHERE id = $1`,
      written.map(([, value]) => value),
    );
  }

  /** Removes a ballot. @throws `ballot.draft-rehearsed` */
  async remove(tx: Transaction, id: string): Promise<void> {
    if ((await tx.query('SELECT 1 FROM ballot_rehearsals WHERE ballot_id = $1 LIMIT 1', [id])).length > 0)
      throw BallotErrors.draftRehearsed();
    await tx.query('DELETE FROM ballots WHERE id = $1', [id]);
  }

  private async carryProfiles(tx: Transaction, { id, organisationId, follows, rerunOf, choices }: Ballot): Promise<void> {
    const from = rerunOf ?? follows;
    if (from === null) return;
    const before = await this.find(tx, from, organisationId);
    await this.profiles.carry(tx, { ballotId: from, choices: before.choices }, { ballotId: id, choices });
  }
}
