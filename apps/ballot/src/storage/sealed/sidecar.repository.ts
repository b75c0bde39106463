import { Injectable } from '@nestjs/common';
import type { ChainHead, SidecarAddition } from '@plenum/ballot-crypto';
import type { Queryable, Transaction } from '@plenum/database';

/** A line to add. */
export interface NewLine {
  readonly appended: SidecarAddition;
  /** Hash of the line before; null for the first. */
  readonly parent: string | null;
}

const COLUMNS = 4; // Of a line, besides its ballot.
const PART = 200; // Lines read at once: some megabytes, whatever the size of the log.

/** The sidecars: one beside the board of a ballot with three-way marks. A line stands at the height that its paper has on the board. */
@Injectable()
export class SidecarRepository {
  /** The last line; null where there is no sidecar. */
  async end(from: Queryable, ballotId: string): Promise<ChainHead | null> {
    const [row] = await from.query<ChainHead>('SELECT height, hash FROM board_marks WHERE ballot_id = $1 ORDER BY height DESC LIMIT 1', [
      ballotId,
    ]);
    return row ?? null;
  }

  /** Adds lines in their order, under the lock of the board and in the transaction of their papers. */
  async append(tx: Transaction, ballotId: string, lines: readonly NewLine[]): Promise<void> {
    if (lines.length === 0) return;
    const values = lines.flatMap(({ parent, appended: { bytes, end } }) => [
      end.height,
      parent,
      end.hash,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    ]);
    const rows = lines.map(
      (_, nth) => `($1, ${Array.from({ length: COLUMNS }, (_each, column) => `$${nth * COLUMNS + column + 2}`).join(', ')})`,
    );
    await tx.query(`INSERT INTO board_marks (ballot_id, height, parent, hash, bytes) VALUES ${rows.join(', ')}`, [ballotId, ...values]);
  }

  /** The log up to the line of an event, part by part. */
  async *parts(from: Queryable, ballotId: string, upTo: number): AsyncGenerator<Buffer> {
    for (let height = 0; height <= upTo; height += PART) {
      const found = await from.query<{ bytes: Buffer }>(
        'SELECT bytes FROM board_marks WHERE ballot_id = $1 AND height >= $2 AND height < $3 AND height <= $4 ORDER BY height',
        [ballotId, height, height + PART, upTo],
      );
      yield Buffer.concat(found.map(({ bytes }) => bytes));
    }
  }

  /** The whole log up to the line of an event; null where there is none. */
  async log(from: Queryable, ballotId: string, upTo: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    for await (const part of this.parts(from, ballotId, upTo)) parts.push(part);
    const log = Buffer.concat(parts);
    return log.length > 0 ? log : null;
  }
}
