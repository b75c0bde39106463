import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';
import { isHandledAgain } from './rounds.js';

/** Says that the matter is handled once more, and in which round. */
export function HandledAgain({ proposal }: { readonly proposal: ProposalView }) {
  const { t } = useTranslation('proposals');
  if (!isHandledAgain(proposal)) return null;
  return <Alert className="section" type="warning" showIcon title={t('again', { round: proposal.replies.length + 1 })} />;
}
