import type { HandlingState, MatterState } from '@plenum/proposals-domain';

/** Where a proposal stands after what was just done to it. */
export class ProposalVersionAnswer {
  id!: string;
  state!: MatterState;
  docketNo!: string | null;
  /** Counts the changes. */
  version!: number;
}

/** Where the work of one unit stands after what was just done to it. */
export class HandlingVersionAnswer {
  id!: string;
  proposalId!: string;
  state!: HandlingState;
  /** Counts the changes of the handling. */
  version!: number;
}
