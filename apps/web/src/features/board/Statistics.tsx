import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { useStatistics } from '../../shared/proposal/queries.js';

const FIGURES = ['received', 'underReview', 'filed', 'suggestions', 'notFiled', 'closed'] as const;

/** The session in figures; persons and person-times are two things, and both are told. All of them, and the report, have a page. */
export function Statistics({ sessionId }: { readonly sessionId: string }) {
  const { t } = useTranslation('board');
  const statistics = useStatistics(sessionId);
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
            <div className="toolbar toolbar-foot">
              <LinkButton to={`/statistics?session=${sessionId}`}>{t('statistics.all')}</LinkButton>
            </div>
          </>
        )}
      </QueryView>
    </Card>
  );
}
