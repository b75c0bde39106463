import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CommitteeCharts } from '../../shared/charts/CommitteeCharts.js';
import { useUnits } from '../../shared/congress/members.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useNameOf } from '../../shared/text/use-name-of.js';
import { statisticsOf } from './committee.js';
import { ReportPanel } from './report/ReportPanel.js';

const FIGURES = ['received', 'underReview', 'filed', 'suggestions', 'notFiled', 'closed'] as const;

/**
 * The session in figures; persons and person-times are two things, and both are told. The pictures are behind a toggle: the desk is for
 * working.
 */
export function Statistics({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('board');
  const nameOf = useNameOf();
  const units = useUnits();
  const [cutOff, setCutOff] = useState<Dayjs | null>(null);
  const until = cutOff?.toISOString();
  const statistics = useQuery({
    queryKey: ['proposals', 'statistics', sessionId, until],
    queryFn: () => statisticsOf(sessionId, until),
    placeholderData: (before) => before,
  });
  const unitName = (id: string) => nameOf(units.data?.find((unit) => unit.id === id) ?? { name: null });
  return (
    <Card className="section">
      <QueryView query={statistics} lines={2}>
        {(figures) => (
          <>
            <dl className="figures">
              {FIGURES.map((name) => (
                <div key={name}>
                  <dt>{t(`statistics.${name}`)}</dt>
                  <dd>{figures[name]}</dd>
                </div>
              ))}
              {(['persons', 'personTimes'] as const).map((name) => (
                <div key={name}>
                  <dt>{t(`statistics.${name}`)}</dt>
                  <dd>{figures.signers[name]}</dd>
                </div>
              ))}
              <div>
                <dt>{t('statistics.replied')}</dt>
                <dd>{figures.answered.part}</dd>
              </div>
            </dl>
            <details className="chart-table">
              <summary>{t('statistics.pictures')}</summary>
              <CommitteeCharts figures={figures} unitName={unitName} />
            </details>
            <details className="chart-table">
              <summary>{t('statistics.report')}</summary>
              <ReportPanel sessionId={sessionId} figures={figures} cutOff={cutOff} onCutOff={setCutOff} />
            </details>
          </>
        )}
      </QueryView>
    </Card>
  );
}
