import type { BallotTask, ProposalRow } from '../../api/shapes.js';
import { inOrderOfDeadline } from './deadlines.js';
import type { PendingTask } from './pending-task.js';

const ballots = (...dueAt: (string | null)[]): PendingTask => ({
  matter: 'ballots',
  items: dueAt.map((each) => ({ dueAt: each }) as BallotTask),
  total: dueAt.length,
  all: '',
});
const proposals = (matter: 'to-reply' | 'to-second', ...dueOn: (string | null)[]): PendingTask => ({
  matter,
  proposals: dueOn.map((each) => ({ dueOn: each }) as ProposalRow),
  total: dueOn.length,
  all: '',
  linkOf: () => '',
});
const order = (...groups: PendingTask[]) => inOrderOfDeadline(groups).map(({ matter }) => matter);

describe('what is owed', () => {
  it('begins with what a hall waits for', () => {
    expect(order(proposals('to-reply', '2026-11-26'), ballots('2026-12-01T00:00:00.000Z', null))).toEqual(['ballots', 'to-reply']);
  });

  it('goes on by the first deadline of each kind, and ends with what has none', () => {
    expect(order(proposals('to-second', null), ballots('2026-12-01T00:00:00.000Z'), proposals('to-reply', null, '2026-11-26'))).toEqual([
      'to-reply',
      'ballots',
      'to-second',
    ]);
  });
});
