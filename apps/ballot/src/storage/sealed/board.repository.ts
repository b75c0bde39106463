import { Injectable } from '@nestjs/common';
import type { ArchiveAddition, EventType } from '@plenum/ballot-crypto';
import { type Ballot, mayRevote, pairsOf, type QuestionPair } from '@plenum/ballot-domain';
import type { Queryable, Transaction } from '@plenum/database';

/** What was fixed when a sealed ballot opened; never changes. */
export interface SealedElection {
  readonly ballotId: string;
  readonly organisationId: string;
  readonly revote: boolean;
  /** Questions that go together where marks are three-way: then every paper comes with its line of the sidecar. */
  readonly pairs: readonly QuestionPair[];
  readonly election: string;
  readonly trustees: string;
  readonly roll: string;
  /** The scrutineer behind each trustee, from 1. */
  readonly owners: readonly string[];
  readonly acknowledgementKey: string;
}

/** The last event of a board. */
export interface BoardEnd {
  readonly height: number;
  readonly hash: string;
  readonly type: EventType;
}

/** An event to add, with what it is found by. */
export interface NewEvent {
  readonly type: EventType;
  readonly appended: ArchiveAddition;
  /** Hash of the event before; null for the first. */
  readonly parent: string | null;
  /** Hash of the paper. */
  readonly payload?: string;
  readonly credential?: string;
  readonly owner?: number;
}

/** Where a paper stands. */
export interface BoardPosition {
  readonly height: number;
  readonly hash: string;
}

/** What a board knows of papers that want a place on it. */
export interface KnownPapers {
  readonly end: BoardEnd | null;
  /** Where they stand, by their hashes; those that are not there are left out. */
  readonly places: Map<string, BoardPosition>;
  /** Those of the credentials of which a paper is there. */
  readonly voted: Set<string>;
}

const ELECTION = `
SELECT e.ballot_id AS "ballotId", b.organisation_id AS "organisationId", b.rules, e.election, e.trustees, e.roll, e.owners,
  e.acknowledgement_key AS "acknowledgementKey"
  FROM sealed_elections e JOIN ballots b ON b.id = e.ballot_id WHERE e.ballot_id = $1 AND b.organisation_id = $2
`;
// Paper by paper: on the day of a vote nobody has counted the table for the planner yet, and for ANY($2) it may read the whole board.
const KNOWN = `(
    SELECT height, hash, type, NULL AS payload, NULL AS credential FROM board_events WHERE ballot_id = $1 ORDER BY height DESC LIMIT 1
  )
  UNION ALL SELECT e.height, e.hash, e.type, asked, NULL FROM unnest($2::text[]) AS asked
    CROSS JOIN LATERAL (
      SELECT height, hash, type FROM board_events WHERE ballot_id = $1 AND type = 'Ballot' AND payload = asked LIMIT 1
    ) e
  UNION ALL SELECT e.height, e.hash, e.type, NULL, asked FROM unnest($3::text[]) AS asked
    CROSS JOIN LATERAL (
      SELECT height, hash, type FROM board_events WHERE ballot_id = $1 AND type = 'Ballot' AND credential = asked LIMIT 1
    ) e`;
const COLUMNS = 8; // Of an event, besides its ballot.
const PART = 200; // Events read at once: some megabytes, whatever the size of the archive.

/** The boards: one a sealed ballot, append-only. */
@Injectable()
export class BoardRepository {
  /** What a board was opened with; null before. */
  async election(from: Queryable, ballotId: string, organisationId: string): Promise<SealedElection | null> {
    const row = await first<Omit<SealedElection, 'revote' | 'pairs'> & Pick<Ballot, 'rules'>>(from, ELECTION, [ballotId, organisationId]);
    if (!row) return null;
    const { rules, ...election } = row;
    return { ...election, revote: mayRevote({ rules }), pairs: pairsOf({ rules }) };
  }

  /** Keeps what is fixed at the opening. */
  async open(
    tx: Transaction,
    { ballotId, election, trustees, roll, owners, acknowledgementKey }: Omit<SealedElection, 'organisationId' | 'revote' | 'pairs'>,
  ): Promise<void> {
    await tx.query(
      'INSERT INTO sealed_elections (ballot_id, election, trustees, roll, owners, acknowledgement_key) VALUES ($1, $2, $3, $4, $5, $6)',
      [ballotId, election, trustees, roll, owners, acknowledgementKey],
    );
  }

  /** The last event, with the board kept from growing until the transaction ends. */
  async lock(tx: Transaction, ballotId: string): Promise<BoardEnd | null> {
    await tx.query('SELECT 1 FROM sealed_elections WHERE ballot_id = $1 FOR UPDATE', [ballotId]);
    return this.end(tx, ballotId);
  }

  /** As {@link lock}, with what the board knows already of the papers of these hashes and credentials. */
  async lockFor(tx: Transaction, ballotId: string, payloads: readonly string[], credentials: readonly string[]): Promise<KnownPapers> {
    await tx.query('SELECT 1 FROM sealed_elections WHERE ballot_id = $1 FOR UPDATE', [ballotId]);
    return this.known(tx, ballotId, payloads, credentials);
  }

  /**
   * The last event, and what the board knows of the papers of these hashes and credentials: one question for all, since each costs more
   * than its answer.
   */
  async known(from: Queryable, ballotId: string, payloads: readonly string[], credentials: readonly string[] = []): Promise<KnownPapers> {
    const rows = await from.query<
      BoardEnd & {
        readonly payload: string | null;
        readonly credential: string | null;
      }
    >(KNOWN, [ballotId, payloads, credentials]);
    return {
      end: rows.find(({ payload, credential }) => payload === null && credential === null) ?? null,
      places: new Map(rows.flatMap(({ payload, height, hash }) => (payload === null ? [] : [[payload, { height, hash }]]))),
      voted: new Set(rows.flatMap(({ credential }) => credential ?? [])),
    };
  }

  end(from: Queryable, ballotId: string): Promise<BoardEnd | null> {
    return first<BoardEnd>(from, 'SELECT height, hash, type FROM board_events WHERE ballot_id = $1 ORDER BY height DESC LIMIT 1', [
      ballotId,
    ]);
  }

  /** Appends events, in their order. */
  async append(tx: Transaction, ballotId: string, events: readonly NewEvent[]): Promise<void> {
    if (events.length === 0) return;
    const values = events.flatMap(({ type, appended: { bytes, end }, parent, payload, credential, owner }) => [
      end.head.height,
      type,
      parent,
      end.head.hash,
      payload ?? null,
      credential ?? null,
      owner ?? null,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    ]);
    const rows = events.map(
      (_, nth) => `($1, ${Array.from({ length: COLUMNS }, (_each, column) => `$${nth * COLUMNS + column + 2}`).join(', ')})`,
    );
    await tx.query(
      `INSERT INTO board_events (ballot_id, height, type, parent, hash, payload, credential, owner, bytes) VALUES ${rows.join(', ')}`,
      [ballotId, ...values],
    );
  }

  /** The trustees whose shares are there. */
  async owners(from: Queryable, ballotId: string): Promise<readonly number[]> {
    const rows = await from.query<{
      owner: number;
    }>("SELECT owner FROM board_events WHERE ballot_id = $1 AND type = 'PartialDecryption'", [ballotId]);
    return rows.map(({ owner }) => owner);
  }

  /** Papers on the board, those replaced by a later one of the same credential included. */
  async papers(from: Queryable, ballotId: string): Promise<number> {
    return (
      (
        await first<{ papers: number }>(from, "SELECT count(*)::int AS papers FROM board_events WHERE ballot_id = $1 AND type = 'Ballot'", [
          ballotId,
        ])
      )?.papers ?? 0
    );
  }

  /** Papers that count: one of each credential. */
  async counting(from: Queryable, ballotId: string): Promise<number> {
    return (
      (
        await first<{ papers: number }>(
          from,
          "SELECT count(DISTINCT credential)::int AS papers FROM board_events WHERE ballot_id = $1 AND type = 'Ballot'",
          [ballotId],
        )
      )?.papers ?? 0
    );
  }

  /** The archive up to an event, part by part. */
  async *parts(from: Queryable, ballotId: string, upTo: number): AsyncGenerator<Buffer> {
    for (let height = 0; height <= upTo; height += PART) {
      const found = await from.query<{ bytes: Buffer }>(
        'SELECT bytes FROM board_events WHERE ballot_id = $1 AND height >= $2 AND height < $3 AND height <= $4 ORDER BY height',
        [ballotId, height, height + PART, upTo],
      );
      yield Buffer.concat(found.map(({ bytes }) => bytes));
    }
  }

  /** The whole archive up to an event. */
  async archive(from: Queryable, ballotId: string, upTo: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.parts(from, ballotId, upTo)) parts.push(part);
    return Buffer.concat(parts);
  }
}

async function first<R = object>(from: Queryable, sql: string, values: unknown[]): Promise<R | null> {
  return (await from.query<R>(sql, values))[0] ?? null;
}
