import type { NewEvent } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import type { ChangeRecords } from './change-records.js';
import type { ChangeRequest } from './change-request.js';

/** Something that is changed as a whole, one version after the other. */
export interface Aggregate {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** What a behaviour did: the aggregate as it is now, and what happened. */
export interface AggregateChange<A, E> {
  readonly after: A;
  readonly events: readonly E[];
}

/** How aggregates of one kind are kept. */
export interface AggregateDefinition<A extends Aggregate, E> {
  readonly table: string;
  /** As the audit trail calls it. */
  readonly kind: string;
  /** The columns with their values; the id is the first. */
  readonly columnsOf: (aggregate: A) => readonly (readonly [column: string, value: unknown])[];
  /** The parts that the audit trail may keep; left out, all of them. */
  readonly audited?: readonly (keyof A & string)[];
  /** What others hear of an event; null where they do not. */
  readonly toPublished: (aggregate: A, event: E) => NewEvent | null;
  /** Whether its changes leave no trace: neither in the audit trail nor among others. */
  readonly isUntraced?: (aggregate: A) => boolean;
}

/**
 * Where aggregates of one kind are written: row, audit row and facts together, in the transaction of the change. Whoever calls has locked
 * the row, asked the rules, and compared the version that was read.
 */
export class AggregateTable<A extends Aggregate, E> {
  constructor(
    private readonly definition: AggregateDefinition<A, E>,
    private readonly records: Pick<ChangeRecords, 'write'>,
  ) {}

  /** Adds a new one. */
  async insert(tx: Transaction, request: ChangeRequest, made: AggregateChange<A, E>): Promise<void> {
    const { table, columnsOf } = this.definition;
    const written = columnsOf(made.after);
    const [columns, places] = [written.map(([column]) => column), written.map((_, nth) => `$${nth + 1}`)];
    const insertion = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
    const values = written.map(([, value]) => value);
    await Promise.all([tx.query(insertion, values), this.record(tx, request, null, made)]);
  }

  /** Writes a changed one. */
  async update(tx: Transaction, request: ChangeRequest, before: A, made: AggregateChange<A, E>): Promise<void> {
    const { table, columnsOf } = this.definition;
    const written = columnsOf(made.after);
    const change = `UPDATE ${table} SET ${written.map(([column], nth) => `${column} = $${nth + 1}`).join(', ')} WHERE id = $1`;
    const values = written.map(([, value]) => value);
    await Promise.all([tx.query(change, values), this.record(tx, request, before, made)]);
  }

  /** Takes one away; `kept` of it stays in the audit trail, by default all that is audited. */
  async delete(tx: Transaction, request: ChangeRequest, aggregate: A, kept?: object): Promise<void> {
    const { table, kind, isUntraced } = this.definition;
    await tx.query(`DELETE FROM ${table} WHERE id = $1`, [aggregate.id]);
    if (isUntraced?.(aggregate)) return;
    const before = kept ?? this.difference(aggregate, null).before;
    await this.records.write(tx, request, { subject: { kind, id: aggregate.id }, before });
  }

  private async record(tx: Transaction, request: ChangeRequest, before: A | null, { after, events }: AggregateChange<A, E>): Promise<void> {
    const { kind, toPublished, isUntraced } = this.definition;
    if (isUntraced?.(after)) return;
    await this.records.write(tx, request, {
      subject: { kind, id: after.id },
      ...this.difference(before, after),
      events: events.flatMap((event) => toPublished(after, event) ?? []),
    });
  }

  /** The audited parts that differ, as they were and as they are; the state is always among them, for the history. */
  private difference(before: A | null, after: A | null): { before: object | null; after: object | null } {
    const audited = this.definition.audited ?? (Object.keys(after ?? before ?? {}) as (keyof A & string)[]);
    const parts = audited.filter(
      (part) => part === 'state' || !before || !after || JSON.stringify(before[part]) !== JSON.stringify(after[part]),
    );
    const only = (aggregate: A): object => Object.fromEntries(parts.map((part) => [part, aggregate[part]]));
    return { before: before && only(before), after: after && only(after) };
  }
}
