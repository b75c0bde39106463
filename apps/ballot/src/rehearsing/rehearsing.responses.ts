import type { ReadinessGate, RehearsalEnd, RehearsalPhase } from '@plenum/ballot-domain';
import { RuleWarningAnswer } from '../shapes/clause.responses.js';

/** A rehearsal that began. */
export class RehearsalStartedAnswer {
  rehearsalId!: string;
  /** As many synthetic voters as the roll has, or would have; at most as many as a sealed roll takes. */
  voters!: number;
}

/** A gate of the opening, as it is now. */
export class GateAnswer {
  gate!: ReadinessGate;
  go!: boolean;
  /** The code of the refusal that the opening would meet; null where it is go. */
  refusal!: string | null;
  details!: Record<string, string | number | boolean | readonly string[] | null> | null;
}

/** What one paper took, in milliseconds from its arrival to its acknowledgement. */
export class PaperTimesAnswer {
  median!: number;
  longest!: number;
}

/** What the synthetic voters marked of a matter or a candidate, and what came out of the box: figures by answer. */
export class PracticeVotesAnswer {
  label!: string;
  marked!: Record<string, number>;
  opened!: Record<string, number>;
}

/** The latest rehearsal. */
export class RehearsalAnswer {
  id!: string;
  voters!: number;
  startedAt!: string;
  endedAt!: string | null;
  /** Null while it is running. */
  end!: RehearsalEnd | null;
  /** What it does now; null once it is over. */
  phase!: RehearsalPhase | null;
  /** Papers that were sealed, cast, verified and acknowledged, so far. */
  papers!: number;
  paperMs!: PaperTimesAnswer | null;
  /** Whether our own strict verifier accepted the whole archive. */
  archiveAccepted!: boolean;
  /** Whether the opened sums are what the synthetic voters marked. */
  sumsRight!: boolean;
  /** Choice by choice; empty until the box was opened. */
  votes!: PracticeVotesAnswer[];
  /** Why it failed: the code of a refusal, or `fault`. */
  failure!: string | null;
}

/** The go / no-go sheet. */
export class ReadinessAnswer {
  /** Whether every gate is go. */
  go!: boolean;
  gates!: GateAnswer[];
  /** Where the rules are weaker than the source of the preset. They tell and never block. */
  warnings!: RuleWarningAnswer[];
  /** Who may vote: the roll, or who would be on it now. */
  voters!: number;
  /** Who of them is there now. */
  present!: number;
  /** Threads that verify sealed papers beside the service's own work; null of a ballot without any. */
  verificationThreads!: number | null;
  /** The latest rehearsal; null where there was none. */
  rehearsal!: RehearsalAnswer | null;
}
