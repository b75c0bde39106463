import type { MatterState, Track } from '@plenum/proposals-domain';
import { UnitAnswer } from '../shapes/named.responses.js';

/** An earlier matter that the reader may see. */
export class SimilarMatter {
  id!: string;
  sessionId!: string;
  session!: string | null;
  subject!: string;
  state!: MatterState;
  track!: Track | null;
  docketNo!: string | null;
  submittedAt!: string | null;
  leadUnit!: UnitAnswer | null;
  /** What its latest reply amounts to, in the words of its call. */
  resultCategory!: string | null;
}

/** A unit that answered similar matters. */
export class ExperiencedUnit {
  unit!: UnitAnswer;
  /** How many of them it led. */
  matters!: number;
}

export class SimilarAnswer {
  /** The most similar first. */
  items!: SimilarMatter[];
  /** Who handled the most similar ones, those with the most first. */
  units!: ExperiencedUnit[];
}
