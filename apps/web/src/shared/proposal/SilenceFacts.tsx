import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { useNameOf } from '../text/use-name-of.js';

/** That nobody rated the latest reply in time, what the call takes that for, and why, where that was said. */
export function SilenceFacts({ silence }: Pick<HandlingView, 'silence'>) {
  const { t } = useTranslation('feedback');
  const nameOf = useNameOf();
  if (!silence) return null;
  const { explanation } = silence;
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={t(`lapsed.${silence.policy}`)}
      description={
        explanation && <span className="prose">{t('lapsed.because', { name: nameOf(explanation.by), text: explanation.text })}</span>
      }
    />
  );
}
