import type { StatisticsView } from '../../api/shapes.js';
import type { Rate } from './rate.js';

export type SatisfactionView = StatisticsView['satisfaction'];

const GRADES = ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY', 'DISSATISFIED'] as const;

/** A grade, and how many of those who gave one gave it. */
export interface GradeRate {
  readonly grade: (typeof GRADES)[number];
  readonly rate: Rate;
}

/**
 * The grades of attitude or result, each of all that were given on it; silence is no grade. The best grade is left out where nobody gave
 * it: most calls do not have it. Null where so few people gave them that they could be told apart.
 */
export function gradesOf(satisfaction: SatisfactionView, of: 'attitude' | 'result'): readonly GradeRate[] | null {
  const counts = satisfaction[of];
  if (counts === null) return null;
  const whole = satisfaction.given - satisfaction.notAsked[of];
  return GRADES.filter((grade) => grade !== 'VERY_SATISFIED' || counts[grade] > 0).map((grade) => ({
    grade,
    rate: { part: counts[grade], whole },
  }));
}
