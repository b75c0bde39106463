import { useTranslation } from 'react-i18next';
import type { SubjectOutcome } from '../../api/shapes.js';
import { BarChart } from './BarChart.js';

interface GradeChartProps {
  readonly subject: SubjectOutcome;
  readonly name: string;
  /** From the best to the worst. */
  readonly grades: readonly string[];
  /** Named sums of grades, such as a rate of the satisfied. */
  readonly rates: readonly string[];
  /** All valid forms: what a full line stands for. */
  readonly valid: number;
}

/** How a subject of an appraisal was graded: each grade with its share of the valid forms, who abstained, and the rates. */
export function GradeChart({ subject, name, grades, rates, valid }: GradeChartProps) {
  const { t } = useTranslation('charts');
  const share = (of: SubjectOutcome['grades'], key: string) => {
    const { count = 0, ofValid } = of[key] ?? {};
    return {
      count,
      valueText: t(ofValid?.percent ? 'grades.told' : 'grades.toldPlain', { votes: count, percent: ofValid?.percent ?? '' }),
    };
  };
  const bar = (
    key: string,
    label: string,
    tone: 'main' | 'good' | 'rest',
    { count, valueText }: { readonly count: number; readonly valueText: string },
  ) => ({ key, label, valueText, parts: [{ tone, value: count }] });
  const bars = [
    ...grades.map((grade) => bar(grade, grade, 'main', share(subject.grades, grade))),
    bar('abstain', t('grades.abstain'), 'rest', { count: subject.abstain, valueText: t('grades.toldPlain', { votes: subject.abstain }) }),
    ...rates.map((rate) => bar(`rate ${rate}`, rate, 'good', share(subject.rates, rate))),
  ];
  return (
    <BarChart
      title={name}
      bars={bars}
      whole={valid}
      {...(rates.length > 0 ? { legend: [{ tone: 'good' as const, text: t('grades.rates') }] } : {})}
    />
  );
}
