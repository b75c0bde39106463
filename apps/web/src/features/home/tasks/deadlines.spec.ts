import type { BallotTask, ProposalTask } from '../../../api/shapes.js';
import { inOrderOfDeadline, isPast } from './deadlines.js';
import type { PendingTask } from './pending-task.js';

const ballots = (...dueAt: (string | null)[]): PendingTask => ({
  matter: 'ballots',
  items: dueAt.map((each) => ({ dueAt: each }) as BallotTask),
  total: dueAt.length,
  all: '',
});
const proposals = (matter: 'reply' | 'second', ...dueAt: (string | null)[]): PendingTask => ({
  matter,
  proposals: dueAt.map((each) => ({ dueAt: each }) as ProposalTask),
  total: dueAt.length,
  all: '',
  linkOf: () => '',
});
const order = (...groups: PendingTask[]) => inOrderOfDeadline(groups).map(({ matter }) => matter);

describe('what is owed', () => {
  it('begins with what a hall waits for', () => {
    expect(order(proposals('reply', '2026-11-26T16:00:00.000Z'), ballots('2026-12-01T00:00:00.000Z', null))).toEqual(['ballots', 'reply']);
  });

  it('goes on by the first deadline of each kind, and ends with what has none', () => {
    expect(
      order(proposals('second', null), ballots('2026-12-01T00:00:00.000Z'), proposals('reply', null, '2026-11-26T16:00:00.000Z')),
    ).toEqual(['reply', 'ballots', 'second']);
  });

  it('is overdue from its first instant past the last day on, whatever owes it', () => {
    const dueAt = '2026-11-26T16:00:00.000Z'; // 24:00 of the 26th where the congress sits.
    expect(['2026-11-26T15:59:59.999Z', dueAt, '2026-11-26T16:00:00.001Z'].map((at) => isPast(dueAt, new Date(at)))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
