import { useTranslation } from 'react-i18next';
import type { StatisticsView } from '../../api/shapes.js';
import type { Bar } from '../../shared/charts/bars.js';
import { BarChart } from '../../shared/charts/BarChart.js';
import { Section } from '../../shared/page/Section.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { useRateText } from './use-rate-text.js';

const PARTS = ['filed', 'suggestions', 'notFiled', 'mergedAway', 'returned', 'withdrawn', 'underReview'] as const;
const SIGNERS = ['proposers', 'seconders', 'signers'] as const;

/** What was received and what it is at the cut-off, each matter once; who signed; what the last replies amount to. */
export function ReceivedFigures({ figures }: { readonly figures: StatisticsView }) {
  const { t } = useTranslation('report');
  const rateText = useRateText();
  const textOr = useTextOr();
  const bar = (key: string, label: string, part: number, whole: number): Bar => ({
    key,
    label,
    valueText: rateText({ part, whole }),
    parts: [{ tone: 'main', value: part }],
  });
  const replies = figures.byResult.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title={t('received.title')}>
      <p className="quiet small">
        {t('received.sum', { parts: PARTS.map((name) => figures[name]).join(' + '), received: figures.received })}
      </p>
      <div className="chart-pair">
        <BarChart
          title={t('received.parts')}
          whole={figures.received}
          bars={PARTS.map((name) => bar(name, t(`part.${name}`), figures[name], figures.received))}
        />
        <div>
          {replies > 0 && (
            <BarChart
              title={t('results', { count: replies })}
              whole={replies}
              bars={figures.byResult.map(({ resultCategory: result, count }) =>
                bar(result, textOr(`proposals:reply.category.${result}`, result), count, replies),
              )}
            />
          )}
          <Signers figures={figures} />
        </div>
      </div>
    </Section>
  );
}

/** People and signatures: who signs three proposals is one person, three times. */
function Signers({ figures }: { readonly figures: StatisticsView }) {
  const { t } = useTranslation('report');
  return (
    <table className="figure-table">
      <caption className="text-head">{t('signed.title')}</caption>
      <thead>
        <tr>
          {(['who', 'persons', 'personTimes'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`signed.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SIGNERS.map((name) => (
          <tr key={name}>
            <th scope="row">{t(`signed.${name}`)}</th>
            <td>{figures[name].persons}</td>
            <td>{figures[name].personTimes}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
