import type { BallotTask, OpinionTask, OpinionTasks, ProposalTask } from '../../../api/shapes.js';

/** One kind of thing somebody owes: the most urgent of it, how much there is, and where to see it all. */
export type PendingTask =
  | {
      readonly matter: ProposalTask['matter'];
      readonly proposals: readonly ProposalTask[];
      readonly total: number;
      readonly all: string;
      readonly linkOf: (item: ProposalTask) => string;
    }
  | { readonly matter: OpinionTasks['matter']; readonly opinions: readonly OpinionTask[]; readonly total: number; readonly all: string }
  | { readonly matter: 'ballots'; readonly items: readonly BallotTask[]; readonly total: number; readonly all: string };
