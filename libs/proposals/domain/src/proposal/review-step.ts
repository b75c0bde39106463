import type { CivilDate } from '@plenum/calendar';
import type { ReviewBody, StepOutcome } from '../vocabulary/vocabulary.js';

/** What a meeting found about a proposal: one step of its review (初审, 复审, 终审), what the presidium decided, or the congress by a vote. */
export interface ReviewStep {
  readonly body: ReviewBody;
  readonly metOn: CivilDate;
  /** Who sat. */
  readonly present: readonly string[];
  /** Those of them who had written or seconded it. No rule keeps them from it: it is recorded. */
  readonly concerned: readonly string[];
  readonly opinion: string | null;
  /** What it proposes, or where it decides, what it decided. */
  readonly outcome: StepOutcome;
  readonly decides: boolean;
  readonly reason: string | null;
  /** Who entered it; null of a vote of the congress. */
  readonly by: string | null;
  readonly at: Date;
}
