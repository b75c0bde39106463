import { ProblemError } from '../../api/problem.js';
import { refusedFieldOf } from './refusal-fields.js';

const REFUSAL_FIELDS = {
  'ballot.time-past:open': 'opensAt',
  'ballot.time-past:close': 'closesAt',
  'ballot.already-objected': 'grounds',
  'proposals.setting-out-of-range:replyDue': 'replyN',
  'rules.seats': 'seats',
};
const problem = (type: string, more: object = {}) => new ProblemError({ type, title: '', status: 409, traceId: '', ...more });

describe('the field that a problem is about', () => {
  it('is known by the code of a refusal, and by what it is about where that makes the difference', () => {
    expect(refusedFieldOf(problem('ballot.already-objected'), REFUSAL_FIELDS)).toBe('grounds');
    expect(refusedFieldOf(problem('ballot.time-past', { details: { act: 'close' } }), REFUSAL_FIELDS)).toBe('closesAt');
    expect(refusedFieldOf(problem('proposals.setting-out-of-range', { details: { setting: 'replyDue' } }), REFUSAL_FIELDS)).toBe('replyN');
  });

  it('is the one that the service names among malformed input', () => {
    expect(
      refusedFieldOf(
        problem('malformed', {
          faults: [
            { field: 'title', reason: 'empty' },
            { field: 'rules.seats', reason: 'missing' },
          ],
        }),
        REFUSAL_FIELDS,
      ),
    ).toBe('seats');
  });

  it('is none for anything else', () => {
    for (const error of [problem('ballot.not-found'), problem('ballot.time-past'), new TypeError('no network')])
      expect(refusedFieldOf(error, REFUSAL_FIELDS)).toBeNull();
  });
});
