import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Preset } from './ballot-acts.js';

interface FloorsProps {
  readonly title: string;
  readonly asks: Preset['asks'];
  readonly isWarning?: boolean;
}

/** What a source asks, with the article and how sure the source is: only what was read in full is told as law. */
export function Floors({ title, asks, isWarning = false }: FloorsProps) {
  const { t } = useTranslation('desk');
  return (
    <Alert
      className="section"
      type={isWarning ? 'warning' : 'info'}
      showIcon={isWarning}
      title={title}
      description={
        <ul className="floors">
          {asks.map(({ asks: asked, clause }) => (
            <li key={asked}>
              {t(`floor.${asked}`)}
              <span className="quiet"> {clause.article === null ? t('floor.noArticle', { mark: t(`preset.mark.${clause.mark}`) }) : t('floor.article', { article: clause.article, mark: t(`preset.mark.${clause.mark}`) })}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
