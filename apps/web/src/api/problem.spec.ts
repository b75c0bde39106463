import { codeOf, problemOf, ProblemError, UNREACHABLE } from './problem.js';

const answer = (status: number, headers: Record<string, string> = {}) => ({
  status,
  statusText: 'Bad Gateway',
  headers: new Headers(headers),
});

describe('a problem', () => {
  it('is what the service states', () => {
    const stated = { type: 'proposals.wrong-state', title: 'Wrong state', status: 409, traceId: 't1', details: { state: 'CLOSED' } };
    expect(problemOf(answer(409), stated)).toBe(stated);
  });

  it('is a fault, with the trace to quote, when something else answered', () => {
    const expected = { type: 'fault', title: 'Bad Gateway', status: 502, traceId: 't2' };
    expect(problemOf(answer(502, { 'x-trace-id': 't2' }), '<html>')).toEqual(expected);
    expect(problemOf(answer(502, { 'x-trace-id': 't2' }), { type: 7 })).toEqual(expected);
  });

  it('has a code for everything that can be thrown', () => {
    expect(codeOf(new ProblemError(problemOf(answer(404), { type: 'ballot.not-found', status: 404 })))).toBe('ballot.not-found');
    expect(codeOf(new TypeError('Failed to fetch'))).toBe(UNREACHABLE);
    expect(codeOf(new Error('ours'))).toBe('fault');
  });
});
