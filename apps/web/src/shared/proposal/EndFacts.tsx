import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProposalView } from '../../api/shapes.js';

/** How the matter ended: why its proposer withdrew it, or what the committee said came of it. */
export function EndFacts({ withdrawal, closing }: Pick<ProposalView, 'withdrawal' | 'closing'>) {
  const { t } = useTranslation('proposals');
  if (withdrawal?.reason)
    return (
      <Alert
        className="section"
        type="info"
        showIcon
        title={t('state.WITHDRAWN')}
        description={<span className="prose">{withdrawal.reason}</span>}
      />
    );
  if (!closing?.outcome && !closing?.reason) return null;
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={closing.outcome ? `${t('state.CLOSED')} · ${t(`closing.outcome.${closing.outcome}`)}` : t('state.CLOSED')}
      description={closing.reason && <span className="prose">{closing.reason}</span>}
    />
  );
}
