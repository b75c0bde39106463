import type { BallotTask, ProposalRow } from '../../api/shapes.js';

export type ProposalMatter = 'to-second' | 'to-revise' | 'to-rate' | 'to-review' | 'to-route' | 'to-reply';

/** One kind of thing somebody owes: all of it, and where to see it. */
export type PendingTask =
  | {
      readonly matter: ProposalMatter;
      readonly proposals: readonly ProposalRow[];
      readonly total: number;
      readonly all: string;
      readonly linkOf: (proposal: ProposalRow) => string;
    }
  | { readonly matter: 'ballots'; readonly items: readonly BallotTask[]; readonly total: number; readonly all: string };
