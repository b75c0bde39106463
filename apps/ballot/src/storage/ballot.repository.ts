import { Injectable } from '@nestjs/common';
import { type Ballot, BALLOT_FIELDS, BallotErrors, type BallotEvent, type Change, type RelatedBallots } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest } from '@plenum/service-kit';
import { lockedRelatedBallots } from './ballot-family.js';
import { toPublished } from './ballot.publishing.js';
import { type BallotRow, columnsOf, toBallot } from './ballot.rows.js';
import { ProfilesRepository } from './profiles.repository.js';

const RELATED = `
    SELECT *
    FROM ballots
    WHERE rehearses IS NULL AND organisation_id = $1 AND (id = ANY($3) OR follows = $2 OR primary_of = $2 OR rerun_of = $2)
    ORDER BY created_at, id
  `;
const FIND = 'SELECT * FROM ballots WHERE id = $1 AND organisation_id = $2';

/** What the audit trail may keep of a ballot. */
const AUDITED = (Object.keys(BALLOT_FIELDS) as (keyof Ballot)[]).filter((name) => BALLOT_FIELDS[name].audited);

/** Where ballots live: a change, its audit row and the facts it makes are written together or not at all. */
@Injectable()
export class BallotRepository {
  private readonly table: AggregateTable<Ballot, BallotEvent>;

  constructor(
    private readonly profiles: ProfilesRepository,
    records: ChangeRecords,
  ) {
    this.table = new AggregateTable(
      // A practice ballot leaves no trace among those of real ones, and nobody hears of it.
      { table: 'ballots', kind: 'ballot', columnsOf, audited: AUDITED, toPublished, isUntraced: ({ rehearses }) => rehearses !== null },
      records,
    );
  }

  /** A ballot of the organisation. @throws `ballot.not-found` */
  async find(from: Queryable, id: string, organisationId: string): Promise<Ballot> {
    const [row] = await from.query<BallotRow>(FIND, [id, organisationId]);
    if (!row) throw BallotErrors.notFound();
    return toBallot(row);
  }

  /** The further round that was prepared from a ballot; null while there is none. */
  async followerOf(from: Queryable, id: string): Promise<string | null> {
    const [row] = await from.query<{ id: string }>("SELECT id FROM ballots WHERE follows = $1 AND descent->>'as' = 'next-round'", [id]);
    return row?.id ?? null;
  }

  /** The latest primary of an election; null while there is none. */
  async primaryOf(from: Queryable, id: string): Promise<Ballot | null> {
    const [row] = await from.query<BallotRow>('SELECT * FROM ballots WHERE primary_of = $1 ORDER BY created_at DESC, id LIMIT 1', [id]);
    return row ? toBallot(row) : null;
  }

  /** The ballots that a ballot came of, and those that came of it, in the order in which they were made. */
  async relatedTo(from: Queryable, { id, organisationId, follows, primaryOf, rerunOf }: Ballot): Promise<readonly Ballot[]> {
    const rows = await from.query<BallotRow>(RELATED, [organisationId, id, [follows, primaryOf, rerunOf].filter((each) => each !== null)]);
    return rows.map(toBallot);
  }

  /** The second stages that were prepared from an election, in the order in which they were. */
  async secondStagesOf(from: Queryable, id: string): Promise<readonly string[]> {
    const rows = await from.query<{ id: string }>(
      "SELECT id FROM ballots WHERE follows = $1 AND descent->>'as' = 'second-stage' ORDER BY created_at, id",
      [id],
    );
    return rows.map((row) => row.id);
  }

  /** The ballot that repeats a ballot; null while there is none. */
  async rerunOf(from: Queryable, id: string): Promise<string | null> {
    const [row] = await from.query<{ id: string }>('SELECT id FROM ballots WHERE rerun_of = $1', [id]);
    return row?.id ?? null;
  }

  /** A ballot of the organisation, which nobody else changes until the transaction ends. @throws `ballot.not-found` */
  async lock(tx: Transaction, id: string, organisationId: string): Promise<Ballot> {
    const [row] = await tx.query<BallotRow>(`${FIND} FOR UPDATE`, [id, organisationId]);
    if (!row) throw BallotErrors.notFound();
    return toBallot(row);
  }

  /**
   * A ballot with its family, and of a primary the election, which nobody else changes until the transaction ends. @throws
   * `ballot.not-found`
   */
  async findFamily(
    tx: Transaction,
    id: string,
    organisationId: string,
  ): Promise<{ readonly ballot: Ballot; readonly family: RelatedBallots }> {
    const family = await lockedRelatedBallots(tx, id, organisationId);
    const ballot = family.find((each) => each.id === id);
    if (!ballot) throw BallotErrors.notFound();
    const election: BallotRow[] = ballot.primaryOf === null ? [] : await tx.query(`${FIND} FOR UPDATE`, [ballot.primaryOf, organisationId]);
    return { ballot, family: [...family, ...election.map(toBallot)] };
  }

  /** Adds a new ballot; where it comes of another, whoever stands again keeps their profile. */
  async insert(tx: Transaction, request: ChangeRequest<Actor>, { ballot, events }: Change): Promise<void> {
    await this.table.insert(tx, request, { after: ballot, events });
    await this.carryProfiles(tx, ballot);
  }

  /** Writes a changed ballot. */
  async update(tx: Transaction, request: ChangeRequest<Actor>, before: Ballot, { ballot, events }: Change): Promise<void> {
    await this.table.update(tx, request, before, { after: ballot, events });
  }

  /** Takes a ballot away; what it said stays in the audit trail. @throws `ballot.draft-rehearsed` */
  async delete(tx: Transaction, request: ChangeRequest<Actor>, ballot: Ballot): Promise<void> {
    if ((await tx.query('SELECT 1 FROM ballot_rehearsals WHERE ballot_id = $1 LIMIT 1', [ballot.id])).length > 0)
      throw BallotErrors.draftRehearsed();
    await this.table.delete(tx, request, ballot);
  }

  private async carryProfiles(tx: Transaction, { id, organisationId, follows, rerunOf, choices }: Ballot): Promise<void> {
    const from = rerunOf ?? follows;
    if (from === null) return;
    const before = await this.find(tx, from, organisationId);
    await this.profiles.carry(tx, { ballotId: from, choices: before.choices }, { ballotId: id, choices });
  }
}
