import type { NewEvent } from '@plenum/contracts';
import type { Transaction } from '@plenum/database';
import { AggregateTable } from './aggregate-table.js';
import type { ChangeRecord } from './change-records.js';

interface Door {
  readonly id: string;
  readonly state: 'OPEN' | 'SHUT';
  readonly version: number;
  readonly colour: string;
  readonly secret: string;
}

const SHUT: Door = { id: 'd1', state: 'SHUT', version: 1, colour: 'red', secret: 'swordfish' };
const PAINTED: Door = { ...SHUT, version: 2, colour: 'blue', secret: 'herring' };
const REQUEST = { actor: { organisationId: 'o1', memberId: 'm1' }, action: 'paint-door' };

const setUp = (given: { audited?: readonly (keyof Door)[]; isUntraced?: (door: Door) => boolean } = {}) => {
  const statements: [string, readonly unknown[]][] = [];
  const written: ChangeRecord[] = [];
  const tx: Transaction = {
    isOpen: true,
    afterCommit: () => undefined,
    query: async <R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> => (statements.push([sql, parameters]), []),
  };
  const table = new AggregateTable<Door, string>(
    {
      table: 'doors',
      kind: 'door',
      columnsOf: ({ id, state, version }) => [
        ['id', id],
        ['state', state],
        ['version', version],
      ],
      toPublished: ({ id }, event) => (event === 'creaked' ? null : ({ name: event, aggregateId: id } as unknown as NewEvent)),
      ...given,
    },
    { write: async (_, __, record) => void written.push(record) },
  );
  return { tx, table, statements, written };
};

describe('a table of aggregates', () => {
  it('adds a row, and keeps all of it in the audit trail with its facts', async () => {
    const { tx, table, statements, written } = setUp();
    await table.insert(tx, REQUEST, { after: SHUT, events: ['set-up'] });
    expect(statements).toEqual([['INSERT INTO doors (id, state, version) VALUES ($1, $2, $3)', ['d1', 'SHUT', 1]]]);
    expect(written).toEqual([
      { subject: { kind: 'door', id: 'd1' }, before: null, after: SHUT, events: [{ name: 'set-up', aggregateId: 'd1' }] },
    ]);
  });

  it('tells nobody of what nobody else hears of', async () => {
    const { tx, table, written } = setUp();
    await table.update(tx, REQUEST, SHUT, { after: PAINTED, events: ['creaked', 'painted'] });
    expect(written[0]?.events).toEqual([{ name: 'painted', aggregateId: 'd1' }]);
  });

  it('changes a row, and keeps what differs, with the state', async () => {
    const { tx, table, statements, written } = setUp();
    await table.update(tx, REQUEST, SHUT, { after: PAINTED, events: [] });
    expect(statements).toEqual([['UPDATE doors SET id = $1, state = $2, version = $3 WHERE id = $1', ['d1', 'SHUT', 2]]]);
    expect(written[0]).toMatchObject({
      before: { state: 'SHUT', version: 1, colour: 'red', secret: 'swordfish' },
      after: { state: 'SHUT', version: 2, colour: 'blue', secret: 'herring' },
    });
  });

  it('keeps nothing that is not audited', async () => {
    const { tx, table, written } = setUp({ audited: ['state', 'colour', 'version'] });
    await table.update(tx, REQUEST, SHUT, { after: { ...SHUT, version: 2, secret: 'herring' }, events: [] });
    await table.delete(tx, REQUEST, SHUT);
    expect(written.map(({ before, after }) => [before, after])).toEqual([
      [
        { state: 'SHUT', version: 1 },
        { state: 'SHUT', version: 2 },
      ],
      [{ state: 'SHUT', colour: 'red', version: 1 }, undefined],
    ]);
  });

  it('takes a row away, and keeps what it is told to', async () => {
    const { tx, table, statements, written } = setUp();
    await table.delete(tx, REQUEST, SHUT, { state: 'SHUT' });
    expect(statements).toEqual([['DELETE FROM doors WHERE id = $1', ['d1']]]);
    expect(written).toEqual([{ subject: { kind: 'door', id: 'd1' }, before: { state: 'SHUT' } }]);
  });

  it('writes the row alone of what leaves no trace', async () => {
    const { tx, table, statements, written } = setUp({ isUntraced: () => true });
    await table.insert(tx, REQUEST, { after: SHUT, events: ['set-up'] });
    await table.update(tx, REQUEST, SHUT, { after: PAINTED, events: ['painted'] });
    await table.delete(tx, REQUEST, PAINTED);
    expect(statements).toHaveLength(3);
    expect(written).toEqual([]);
  });
});
