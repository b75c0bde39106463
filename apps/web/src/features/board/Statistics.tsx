import { useQuery } from '@tanstack/react-query';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { QueryView } from '../../shared/QueryView.js';
import { statisticsOf } from './committee.js';

const FIGURES = ['received', 'underReview', 'filed', 'suggestions', 'notFiled', 'replied', 'closed', 'persons', 'personTimes'] as const;

/** The session in figures; persons and person-times are two things, and both are told. */
export function Statistics({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('board');
  const statistics = useQuery({ queryKey: ['proposals', 'statistics', sessionId], queryFn: () => statisticsOf(sessionId) });
  return (
    <Card className="section">
      <QueryView query={statistics} lines={2}>
        {(figures) => (
          <dl className="figures">
            {FIGURES.map((name) => (
              <div key={name}>
                <dt>{t(`statistics.${name}`)}</dt>
                <dd>{figures[name]}</dd>
              </div>
            ))}
          </dl>
        )}
      </QueryView>
    </Card>
  );
}
