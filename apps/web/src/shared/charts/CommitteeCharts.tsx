import { useTranslation } from 'react-i18next';
import type { StatisticsView } from '../../api/shapes.js';
import type { Bar } from './bars.js';
import { BarChart } from './BarChart.js';

const STATES = ['underReview', 'filed', 'suggestions', 'notFiled', 'mergedAway', 'returned', 'withdrawn'] as const;

/** The committee's figures as pictures: what became of what was received, in which categories, which units have answered. */
export function CommitteeCharts({ figures, unitName }: { readonly figures: StatisticsView; readonly unitName: (id: string) => string }) {
  const { t } = useTranslation('charts');
  if (figures.received === 0) return null;
  const plain = (key: string, label: string, value: number): Bar => ({
    key,
    label,
    valueText: String(value),
    parts: [{ tone: 'main', value }],
  });
  return (
    <div className="chart-pair">
      <BarChart
        title={t('committee.states')}
        whole={figures.received}
        bars={STATES.map((state) => plain(state, t(`committee.state.${state}`), figures[state])).filter(({ parts }) =>
          parts.some(({ value }) => value > 0),
        )}
      />
      <BarChart
        title={t('committee.categories')}
        bars={figures.byCategory.map(({ key, received }) => plain(key ?? '', key ?? t('committee.withoutCategory'), received))}
      />
      {figures.byUnit.length > 0 && <UnitChart units={figures.byUnit} unitName={unitName} />}
    </div>
  );
}

/** Of what each unit leads: answered on time, answered late, not answered yet. */
function UnitChart({ units, unitName }: { readonly units: StatisticsView['byUnit']; readonly unitName: (id: string) => string }) {
  const { t } = useTranslation('charts');
  const bars = units.map(({ unitId, assigned, repliedOnTime, repliedLate }) => ({
    key: unitId,
    label: unitName(unitId),
    valueText: t('shares.told', { value: repliedOnTime + repliedLate, of: assigned }),
    parts: [
      { tone: 'good' as const, value: repliedOnTime },
      { tone: 'late' as const, value: repliedLate },
      { tone: 'rest' as const, value: assigned - repliedOnTime - repliedLate },
    ],
  }));
  const legend = (['good', 'late', 'rest'] as const).map((tone) => ({ tone, text: t(`committee.reply.${tone}`) }));
  return <BarChart title={t('committee.units')} bars={bars} legend={legend} />;
}
