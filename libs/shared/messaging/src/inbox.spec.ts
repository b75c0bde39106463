import { MalformedError } from '@plenum/kernel';
import { readEnvelope } from './inbox.js';

const ID = '0b0e7a3e-6a5e-4f0e-9c54-0d7b1d8f5a10';
const unitSetUp = {
  id: ID,
  name: 'congress.unit-set-up.v1',
  occurredAt: '2025-03-01T08:00:00.000Z',
  aggregateId: ID,
  version: 1,
  traceId: null,
  data: { organisationId: ID, unitId: ID, code: 'U1', name: 'Library' },
};

const faultsOf = (delivered: unknown) => {
  try {
    readEnvelope(delivered);
  } catch (error) {
    if (error instanceof MalformedError) return error.faults;
    throw error;
  }
  return [];
};

describe('readEnvelope', () => {
  it('takes an event that keeps its contract', () => {
    expect(readEnvelope(unitSetUp)).toBe(unitSetUp);
  });

  it.each([
    [null, 'name', 'not-an-event'],
    ['text', 'name', 'not-an-event'],
    [{ ...unitSetUp, name: 'congress.unit-set-up.v9' }, 'name', 'not-an-event'],
    [{ ...unitSetUp, name: 'toString' }, 'name', 'not-an-event'],
    [{ ...unitSetUp, id: 7 }, 'id', 'not-a-text'],
    [{ ...unitSetUp, version: '1' }, 'version', 'not-a-count'],
    [{ ...unitSetUp, data: { ...unitSetUp.data, unitId: 'x' } }, 'data.unitId', 'not-an-id'],
    [{ ...unitSetUp, data: { ...unitSetUp.data, phone: '1' } }, 'data.phone', 'unknown-field'],
  ])('refuses what does not (%#)', (delivered, field, reason) => {
    expect(faultsOf(delivered)).toContainEqual({ field, reason });
  });
});
