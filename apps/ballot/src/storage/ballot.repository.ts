import { Injectable } from '@nestjs/common';
import {
  assertCurrent,
  type Ballot,
  BALLOT_FIELDS,
  BallotErrors,
  type BallotEvent,
  type BallotState,
  type Change,
  type Family,
  type Standing,
} from '@plenum/ballot-domain';
import { Database, type Queryable, type Transaction } from '@plenum/database';
import { Clock } from '@plenum/kernel';
import { type Actor, AggregateTable, ChangeRecords, type ChangeRequest, IdempotencyKeys, type Retry } from '@plenum/service-kit';
import { Standings } from '../access/standings.js';
import { lockedFamily } from './ballot-family.js';
import { toPublished } from './ballot.publishing.js';
import { type BallotRow, columnsOf, toBallot } from './ballot.rows.js';
import { ProfilesRepository } from './profiles.repository.js';

/** A change of a ballot that a member asks for, or has asked for at a time. */
export interface BallotChangeRequest extends ChangeRequest<Actor> {
  readonly ballotId: string;
}

/** Where a ballot stands after a change. */
export interface BallotReceipt {
  readonly id: string;
  readonly state: BallotState;
  readonly version: number;
}

/** What a change is told besides the ballot and who asks. */
export interface ChangeContext {
  readonly at: Date;
  readonly tx: Transaction;
}

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
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly standings: Standings,
    private readonly keys: IdempotencyKeys,
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

  /**
   * Changes a ballot: one change at a time, each on what the one before left. A retried request is answered as the first.
   * @throws `ballot.not-found`, `ballot.outdated`, and what the change refuses; nothing is written then
   */
  update(
    request: BallotChangeRequest,
    change: (ballot: Ballot, by: Standing, context: ChangeContext) => Change | Promise<Change>,
  ): Promise<BallotReceipt> {
    const { ballotId, actor } = request;
    return this.once(request, async (tx) => {
      const [row] = await tx.query<BallotRow>(`${FIND} FOR UPDATE`, [ballotId, actor.organisationId]);
      if (!row) throw BallotErrors.notFound();
      const before = toBallot(row);
      const by = await this.standings.of(tx, actor, before.sessionId);
      const made = await change(before, by, { at: this.clock.now(), tx });
      assertCurrent(before, request.read); // After the rules: whoever may not change it learns nothing of its versions.
      await this.table.update(tx, request, before, { after: made.ballot, events: made.events });
      return receiptOf(made.ballot);
    });
  }

  /**
   * Serves somebody while nobody else changes the ballot, which stays as it is. Secrecy: neither whom nor when stands in the audit trail.
   * @throws `ballot.not-found`, and what the service refuses; nothing is written then
   */
  serveUnseen(
    { ballotId, actor }: Pick<BallotChangeRequest, 'ballotId' | 'actor'>,
    serve: (ballot: Ballot, tx: Transaction) => Promise<void>,
  ): Promise<BallotReceipt> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<BallotRow>(`${FIND} FOR UPDATE`, [ballotId, actor.organisationId]);
      if (!row) throw BallotErrors.notFound();
      const ballot = toBallot(row);
      await serve(ballot, tx);
      return receiptOf(ballot);
    });
  }

  /**
   * Changes a ballot, and others of its family with it, all of them or none. The first change is the ballot's own.
   * @throws as {@link update}
   */
  updateWithFamily(
    request: BallotChangeRequest,
    change: (ballot: Ballot, family: Family, by: Standing, context: ChangeContext) => Promise<readonly [Change, ...Change[]]>,
  ): Promise<BallotReceipt> {
    const { ballotId, actor } = request;
    return this.once(request, async (tx) => {
      const { ballot, family } = await this.findFamily(tx, ballotId, actor.organisationId);
      const by = await this.standings.of(tx, actor, ballot.sessionId);
      const made = await change(ballot, family, by, { at: this.clock.now(), tx });
      assertCurrent(ballot, request.read); // As in a change of one.
      for (const each of made) {
        const before = family.find(({ id }) => id === each.ballot.id) ?? ballot;
        await this.table.update(tx, request, before, { after: each.ballot, events: each.events });
      }
      return receiptOf(made[0].ballot);
    });
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

  /** Adds a new ballot; where it comes of another, whoever stands again keeps their profile. A retried request is answered as the first. */
  add(
    request: ChangeRequest<Actor> & { readonly retry: Retry },
    make: (context: ChangeContext) => Promise<Change>,
  ): Promise<BallotReceipt> {
    return this.database.transaction((tx) =>
      this.keys.changeOnce(tx, request, request.action, async () => {
        const { ballot, events } = await make({ tx, at: this.clock.now() });
        await this.table.insert(tx, request, { after: ballot, events });
        await this.carryProfiles(tx, ballot);
        return receiptOf(ballot);
      }),
    );
  }

  /**
   * Removes a ballot that nobody has heard of. What it said stays in the audit trail. @throws `ballot.not-found`, `ballot.outdated`,
   * `ballot.draft-rehearsed`, and what the check refuses
   */
  remove(request: BallotChangeRequest, check: (ballot: Ballot, by: Standing) => void): Promise<void> {
    const { actor, ballotId, read } = request;
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<BallotRow>(`${FIND} FOR UPDATE`, [ballotId, actor.organisationId]);
      if (!row) throw BallotErrors.notFound();
      const ballot = toBallot(row);
      check(ballot, await this.standings.of(tx, actor, ballot.sessionId));
      assertCurrent(ballot, read); // As in a change.
      if ((await tx.query('SELECT 1 FROM ballot_rehearsals WHERE ballot_id = $1 LIMIT 1', [ballotId])).length > 0)
        throw BallotErrors.draftRehearsed();
      await this.table.delete(tx, request, ballot);
    });
  }

  private once(request: BallotChangeRequest, work: (tx: Transaction) => Promise<BallotReceipt>): Promise<BallotReceipt> {
    const route = `${request.action} ${request.ballotId}`;
    return this.database.transaction((tx) => this.keys.changeOnce(tx, request, route, () => work(tx)));
  }

  private async carryProfiles(tx: Transaction, { id, organisationId, follows, rerunOf, choices }: Ballot): Promise<void> {
    const from = rerunOf ?? follows;
    if (from === null) return;
    const before = await this.find(tx, from, organisationId);
    await this.profiles.carry(tx, { ballotId: from, choices: before.choices }, { ballotId: id, choices });
  }
}

const receiptOf = ({ id, state, version }: Ballot): BallotReceipt => ({ id, state, version });
