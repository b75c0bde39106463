import type { ProposalState } from '@plenum/proposals-domain';

/** Where a proposal stands after what was just done to it. */
export class ProposalVersionAnswer {
  id!: string;
  state!: ProposalState;
  docketNo!: string | null;
  /** Counts the changes. */
  version!: number;
}
