import { DomainError, MalformedError } from '@plenum/kernel';
import { isDatabaseAway, isFinal } from './failures.js';

describe('failures of a reaction', () => {
  it('are final when a rule or a contract said no', () => {
    expect(isFinal(new DomainError('notifier.not-found', 'not-found'))).toBe(true);
    expect(isFinal(new MalformedError([{ field: 'data.memberId', reason: 'not-an-id' }]))).toBe(true);
    expect(isFinal(new Error('out of memory'))).toBe(false);
  });

  it.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['57P01', 'terminating connection due to administrator command'],
    ['57P03', 'the database system is starting up'],
    ['08006', 'connection failure'],
    ['53300', 'too many connections'],
    [undefined, 'Connection terminated unexpectedly'],
    [undefined, 'timeout exceeded when trying to connect'],
  ])('say that the database is away (%s %s)', (code, message) => {
    expect(isDatabaseAway(Object.assign(new Error(message), code ? { code } : {}))).toBe(true);
  });

  it.each([
    ['23505', 'duplicate key value violates unique constraint'],
    ['40P01', 'deadlock detected'],
    ['42601', 'syntax error'],
    [undefined, 'connection pool arithmetic is wrong'],
  ])('are our own otherwise (%s %s)', (code, message) => {
    expect(isDatabaseAway(Object.assign(new Error(message), code ? { code } : {}))).toBe(false);
  });

  it('look into an error made of several', () => {
    const both = [
      Object.assign(new Error('::1'), { code: 'ECONNREFUSED' }),
      Object.assign(new Error('127.0.0.1'), { code: 'ECONNREFUSED' }),
    ];
    expect(isDatabaseAway(new AggregateError(both))).toBe(true);
  });
});
