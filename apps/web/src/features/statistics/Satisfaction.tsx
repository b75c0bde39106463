import { useTranslation } from 'react-i18next';
import type { StatisticsView } from '../../api/shapes.js';
import { BarChart } from '../../shared/charts/BarChart.js';
import { Section } from '../../shared/page/Section.js';
import { SidewaysScroll } from '../../shared/page/SidewaysScroll.js';
import { gradesOf, type SatisfactionView } from './grades.js';
import { useRateText } from './use-rate-text.js';

const OF = ['attitude', 'result'] as const;

interface SatisfactionProps {
  readonly figures: StatisticsView;
  readonly unitName: (id: string) => string;
}

/** How closed matters were rated: attitude and result each by itself, silence beside them; nothing of fewer than five people. */
export function Satisfaction({ figures: { satisfaction, byUnit }, unitName }: SatisfactionProps) {
  const { t } = useTranslation('report');
  const rated = byUnit.filter((unit) => unit.satisfaction.given + unit.satisfaction.silent > 0);
  return (
    <Section title={t('rated')}>
      <p>
        {t('ratedTold', { given: satisfaction.given, silent: satisfaction.silent })}
        {satisfaction.deemedSatisfied > 0 && t('ratedDeemed', { count: satisfaction.deemedSatisfied })}
      </p>
      <p className="quiet small">{t('ratedHint')}</p>
      <div className="chart-pair">
        {OF.map((of) => (
          <Grades key={of} of={of} satisfaction={satisfaction} />
        ))}
      </div>
      {rated.length > 0 && <UnitGrades units={rated} unitName={unitName} />}
    </Section>
  );
}

function Grades({ of, satisfaction }: { readonly of: (typeof OF)[number]; readonly satisfaction: SatisfactionView }) {
  const { t } = useTranslation('report');
  const { t: words } = useTranslation('proposals');
  const rateText = useRateText();
  const grades = gradesOf(satisfaction, of);
  if (grades === null) {
    return (
      <div>
        <p className="text-head">{t(`of.${of}`)}</p>
        <p>{t('hidden')}</p>
      </div>
    );
  }
  const bars = grades.map(({ grade, rate }) => ({
    key: grade,
    label: words(`rating.grade.${grade}`),
    valueText: rateText(rate),
    parts: [{ tone: grade === 'DISSATISFIED' ? ('late' as const) : ('good' as const), value: rate.part }],
  }));
  const silence = {
    key: 'silent',
    label: t('silent'),
    valueText: String(satisfaction.silent),
    parts: [{ tone: 'rest' as const, value: satisfaction.silent }],
  };
  return <BarChart title={t(`of.${of}`)} bars={[...bars, silence]} />;
}

function UnitGrades({ units, unitName }: { readonly units: StatisticsView['byUnit']; readonly unitName: (id: string) => string }) {
  const { t } = useTranslation('report');
  const { t: words } = useTranslation('proposals');
  const rateText = useRateText();
  const told = (satisfaction: SatisfactionView, of: (typeof OF)[number]) => {
    const grades = gradesOf(satisfaction, of);
    if (grades === null) return t('hidden');
    const given = grades.filter(({ rate }) => rate.part > 0);
    return given.map(({ grade, rate }) => t('gradeTold', { grade: words(`rating.grade.${grade}`), rate: rateText(rate) })).join(t('next'));
  };
  return (
    <SidewaysScroll label={t('unitsRated')}>
      <table className="figure-table figure-words">
        <caption className="text-head">{t('unitsRated')}</caption>
        <thead>
          <tr>
            {[t('unit'), t('given'), t('silent'), ...OF.map((of) => t(`of.${of}`))].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map(({ unitId, satisfaction }) => (
            <tr key={unitId}>
              <th scope="row">{unitName(unitId)}</th>
              <td>{satisfaction.given}</td>
              <td>{satisfaction.silent}</td>
              {OF.map((of) => (
                <td key={of}>{told(satisfaction, of)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SidewaysScroll>
  );
}
