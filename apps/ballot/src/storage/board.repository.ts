import { Injectable } from '@nestjs/common';
import type { Appended, ArchiveEnd, EventType } from '@plenum/ballot-crypto';
import type { Readable } from '@plenum/directory';
import type { Transaction } from '@plenum/messaging';

/** What was fixed when a sealed ballot opened; never changes. */
export interface SealedElection {
  readonly ballotId: string;
  readonly organisationId: string;
  readonly revote: boolean;
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
  readonly appended: Appended;
  /** Hash of the paper. */
  readonly payload?: string;
  readonly credential?: string;
  readonly owner?: number;
}

/** Where a paper stands. */
export interface Place {
  readonly height: number;
  readonly hash: string;
}

const ELECTION = `SELECT e.ballot_id AS "ballotId", b.organisation_id AS "organisationId", COALESCE((b.rules->>'revote')::boolean, false) AS revote,
  e.election, e.trustees, e.roll, e.owners, e.acknowledgement_key AS "acknowledgementKey"
  FROM sealed_elections e JOIN ballots b ON b.id = e.ballot_id WHERE e.ballot_id = $1 AND b.organisation_id = $2`;
const PART = 200; // Events read at once: some megabytes, whatever the size of the archive.

/** The boards: one a sealed ballot, append-only. */
@Injectable()
export class BoardRepository {
  /** What a board was opened with; null before. */
  async election(from: Readable, ballotId: string, organisationId: string): Promise<SealedElection | null> {
    return first<SealedElection>(from, ELECTION, [ballotId, organisationId]);
  }

  /** Keeps what is fixed at the opening. */
  async open(tx: Transaction, { ballotId, election, trustees, roll, owners, acknowledgementKey }: Omit<SealedElection, 'organisationId' | 'revote'>): Promise<void> {
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

  end(from: Readable, ballotId: string): Promise<BoardEnd | null> {
    return first<BoardEnd>(from, 'SELECT height, hash, type FROM board_events WHERE ballot_id = $1 ORDER BY height DESC LIMIT 1', [ballotId]);
  }

  async append(tx: Transaction, ballotId: string, parent: string | null, { type, appended, payload, credential, owner }: NewEvent): Promise<ArchiveEnd> {
    const { bytes, end } = appended;
    await tx.query(
      'INSERT INTO board_events (ballot_id, height, type, parent, hash, payload, credential, owner, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
      [ballotId, end.head.height, type, parent, end.head.hash, payload ?? null, credential ?? null, owner ?? null, Buffer.from(bytes)],
    );
    return end;
  }

  /** Where this very paper stands; null when it is not there. */
  paper(from: Readable, ballotId: string, payload: string): Promise<Place | null> {
    return first<Place>(from, "SELECT height, hash FROM board_events WHERE ballot_id = $1 AND type = 'Ballot' AND payload = $2", [ballotId, payload]);
  }

  /** Whether a paper of the credential is there. */
  async hasVoted(from: Readable, ballotId: string, credential: string): Promise<boolean> {
    return (await first(from, "SELECT 1 FROM board_events WHERE ballot_id = $1 AND type = 'Ballot' AND credential = $2 LIMIT 1", [ballotId, credential])) !== null;
  }

  /** Papers on the board, those replaced by a later one of the same credential included. */
  async papers(from: Readable, ballotId: string): Promise<number> {
    return (await first<{ papers: number }>(from, "SELECT count(*)::int AS papers FROM board_events WHERE ballot_id = $1 AND type = 'Ballot'", [ballotId]))?.papers ?? 0;
  }

  /** The archive up to an event, part by part. */
  async *parts(from: Readable, ballotId: string, upTo: number): AsyncGenerator<Buffer> {
    for (let height = 0; height <= upTo; height += PART) {
      const found = (await from.query('SELECT bytes FROM board_events WHERE ballot_id = $1 AND height >= $2 AND height < $3 AND height <= $4 ORDER BY height', [ballotId, height, height + PART, upTo])) as { bytes: Buffer }[];
      yield Buffer.concat(found.map(({ bytes }) => bytes));
    }
  }

  /** The whole archive up to an event. */
  async archive(from: Readable, ballotId: string, upTo: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.parts(from, ballotId, upTo)) parts.push(part);
    return Buffer.concat(parts);
  }
}

async function first<R = object>(from: Readable, sql: string, values: unknown[]): Promise<R | null> {
  return ((await from.query(sql, values)) as R[])[0] ?? null;
}
