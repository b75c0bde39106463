import type { AppraisalCase, AppraisalSubject } from './case.js';
import { shareOf, total, validOf } from './fractions.js';
import type { GateFindings } from './gates.js';
import type { AppraisalOutcome, GradeShare } from './outcome.js';

/** Counts each grade and each named rate, over the valid forms and over those that did not abstain (R82, R83). */
export function countAppraisal(given: AppraisalCase, findings: GateFindings): AppraisalOutcome {
  const valid = validOf(given.counts);
  return {
    kind: 'appraisal',
    status: 'counted',
    needed: findings.needed,
    explanation: [...findings.explanation, { code: 'grades-counted', params: { valid, subjects: given.subjects.length } }],
    subjects: given.subjects.map((subject) => {
      const share = (grades: readonly string[]): GradeShare => gradeShare(subject, grades, valid);
      return {
        id: subject.id,
        abstain: subject.abstain,
        grades: Object.fromEntries(given.grades.map((grade) => [grade, share([grade])])),
        rates: Object.fromEntries([...given.rates].map(([name, grades]) => [name, share(grades)])),
      };
    }),
  };
}

function gradeShare({ counts, abstain }: AppraisalSubject, grades: readonly string[], valid: number): GradeShare {
  const count = Number(total(grades.map((grade) => counts.get(grade) ?? 0)));
  return { count, ofValid: shareOf(count, valid), ofMarked: shareOf(count, valid - abstain) };
}
