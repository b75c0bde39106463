import type { OwedItem, OwedProposal } from '../../api/shapes.js';

/** One kind of thing somebody owes: the most urgent of it, how much there is, and where to see it all. */
export type Owing =
  | {
      readonly matter: OwedProposal['matter'];
      readonly proposals: readonly OwedProposal[];
      readonly total: number;
      readonly all: string;
      readonly linkOf: (item: OwedProposal) => string;
    }
  | { readonly matter: 'ballots'; readonly items: readonly OwedItem[]; readonly total: number; readonly all: string };
