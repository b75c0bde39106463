import type { ResultView } from '../../api/shapes.js';
import { labelsIn } from '../../shared/ballot/candidate-labels.js';
import { candidateOutcomeOf, isElected, threeWayIn } from '../../shared/ballot/election-outcome.js';

/** A line of the declared result. */
export interface ResultRow {
  readonly label: string;
  /** Null where nobody was asked: whether somebody is against a name that was written in. */
  readonly figures: readonly (number | null)[];
  /** A message of the result's, or null where nothing is decided. */
  readonly outcome: string | null;
  readonly isGood: boolean;
}

/** The figures of a result, in one table for every kind: each line in the order of the outcome, each figure under its column. */
export function rowsOf(
  result: Pick<
    ResultView,
    'outcome' | 'rules' | 'countingCase' | 'items' | 'candidates' | 'subjects' | 'options' | 'grades' | 'seats' | 'drawings'
  >,
): { readonly columns: readonly string[]; readonly rows: readonly ResultRow[] } {
  const { items, ranking, subjects, options } = result.outcome;
  const labelOf = labelsIn(result);
  if (items) {
    return {
      columns: ['yes', 'no', 'abstain', 'needed'],
      rows: items.map(({ id, yes, no, abstain, needed, passed }) => ({
        label: labelOf(id),
        figures: [yes, no, abstain, needed],
        outcome: passed ? 'passed' : 'notPassed',
        isGood: passed,
      })),
    };
  }
  if (ranking) {
    const marks = threeWayIn(result);
    return {
      columns: marks ? ['yes', 'no', 'abstain'] : ['votes'],
      rows: ranking.map((ranked) => {
        const candidateOutcome = candidateOutcomeOf(result, ranked);
        const { no = null, abstain = null } = marks?.get(ranked.id) ?? {};
        return {
          label: labelOf(ranked.id),
          figures: marks ? [ranked.yes, no, abstain] : [ranked.yes],
          outcome: `outcome.${candidateOutcome}`,
          isGood: isElected(candidateOutcome),
        };
      }),
    };
  }
  if (subjects) {
    const grades = result.grades ?? [];
    return {
      columns: [...grades, 'abstain'],
      rows: subjects.map(({ id, grades: given, abstain }) => ({
        label: labelOf(id),
        figures: [...grades.map((grade) => given[grade]?.count ?? 0), abstain],
        outcome: null,
        isGood: false,
      })),
    };
  }
  return {
    columns: ['votes'],
    rows: (options ?? []).map(({ id, votes }) => ({ label: labelOf(id), figures: [votes], outcome: null, isGood: false })),
  };
}
