import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView } from '../../api/shapes.js';
import { isHandledAgain } from './rounds.js';

/** Says that a unit handles the matter once more, and in which round. */
export function HandledAgain({ handling }: { readonly handling: HandlingView }) {
  const { t } = useTranslation('proposals');
  if (!isHandledAgain(handling)) return null;
  return <Alert className="section" type="warning" showIcon title={t('again', { round: handling.replies.length + 1 })} />;
}
