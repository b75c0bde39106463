import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CarryOverView, useCarryOver } from '../../shared/commitments/commitment-queries.js';
import { useSessions } from '../../shared/congress/members.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { Section } from '../../shared/page/Section.js';
import { SidewaysScroll } from '../../shared/page/SidewaysScroll.js';
import { formatDate } from '../../shared/text/formats.js';
import { useNameOf } from '../../shared/text/use-name-of.js';

const FIGURES = ['made', 'due', 'done', 'explained', 'carried', 'open'] as const;

/** What opens the next session's report: the promises of the sessions before it in figures, all together and by unit. */
export function CarryOver() {
  const { t, i18n } = useTranslation('ledger');
  const sessions = useSessions();
  const [beforeSessionId, setSession] = useState('');
  const figures = useCarryOver(beforeSessionId ? { beforeSessionId } : {});
  return (
    <Section
      title={t('figures.title')}
      extra={
        <Select
          aria-label={t('figures.for')}
          value={beforeSessionId}
          onChange={setSession}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('figures.ofAll') },
            ...(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: t('figures.before', { session: title }) })),
          ]}
        />
      }
    >
      <QueryView query={figures} lines={2}>
        {(data) => (
          <>
            <dl className="figures">
              {FIGURES.map((figure) => (
                <div key={figure}>
                  <dt>{t(`figures.${figure}`)}</dt>
                  <dd>{data[figure]}</dd>
                </div>
              ))}
            </dl>
            <p className="quiet small">
              {data.due > 0 && t('figures.rate', { done: data.done, due: data.due, rate: percent(data, i18n.language) })}{' '}
              {t('figures.cutOff', { date: formatDate(data.cutOff, i18n.language) })}
            </p>
            {data.byUnit.length > 1 && <ByUnit units={data.byUnit} />}
          </>
        )}
      </QueryView>
    </Section>
  );
}

const percent = ({ done, due }: Pick<CarryOverView, 'done' | 'due'>, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(done / due);

function ByUnit({ units }: { readonly units: CarryOverView['byUnit'] }) {
  const { t } = useTranslation('ledger');
  const nameOf = useNameOf();
  return (
    <SidewaysScroll label={t('figures.byUnit')}>
      <table className="ledger-units">
        <caption className="visually-hidden">{t('figures.byUnit')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('unit')}</th>
            {FIGURES.map((figure) => (
              <th key={figure} scope="col">
                {t(`figures.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unit.id}>
              <th scope="row">{nameOf(unit.unit)}</th>
              {FIGURES.map((figure) => (
                <td key={figure}>{unit[figure]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </SidewaysScroll>
  );
}
