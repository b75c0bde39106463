import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Floor } from '../../api/shapes.js';
import { useClauseText } from './use-clause-text.js';

interface LegalMinimumsProps {
  readonly title: string;
  readonly asks: readonly Floor[];
  readonly isWarning?: boolean;
}

/** What a source asks, with the article and how sure the source is: only what was read in full is told as law. */
export function LegalMinimums({ title, asks, isWarning = false }: LegalMinimumsProps) {
  const { t } = useTranslation('organising');
  const clauseText = useClauseText();
  return (
    <Alert
      className="section"
      type={isWarning ? 'warning' : 'info'}
      showIcon={isWarning}
      title={title}
      description={
        <ul className="legal-minimums">
          {asks.map(({ asks: asked, clause }) => (
            <li key={asked}>
              {t(`floor.${asked}`)}
              <span className="quiet"> {clauseText(clause)}</span>
            </li>
          ))}
        </ul>
      }
    />
  );
}
