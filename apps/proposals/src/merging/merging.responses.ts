import type { ProposalState } from '@plenum/proposals-domain';
import type { PersonAnswer } from '../shapes/named.responses.js';

/** A proposal of a merge, to be read beside the others. */
export class MergeTextAnswer {
  id!: string;
  subject!: string;
  grounds!: string;
  measures!: string;
  category!: string | null;
  docketNo!: string | null;
  state!: ProposalState;
  leadProposer!: PersonAnswer;
  /** Who has seconded it. */
  seconders!: PersonAnswer[];
}

/** A merge, proposed or made: what is, or was, merged into what. */
export class MergingAnswer {
  /** Whether it has come about, or its authors are still asked. */
  state!: 'PROPOSED' | 'MERGED';
  master!: MergeTextAnswer;
  parts!: MergeTextAnswer[];
  /** Who propose the master beside its lead since. */
  jointProposers!: PersonAnswer[];
}
