import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';

/** Why its proposer withdrew the matter. */
export function WithdrawalFacts({ withdrawal }: Pick<ProposalView, 'withdrawal'>) {
  const { t } = useTranslation('proposals');
  if (!withdrawal?.reason) return null;
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={t('state.WITHDRAWN')}
      description={<span className="prose">{withdrawal.reason}</span>}
    />
  );
}

/** What the committee said came of the work of a unit; without words there is nothing to say. */
export function EndFacts({ ending }: Pick<HandlingView, 'ending'>) {
  const { t } = useTranslation('proposals');
  if (!ending?.outcome && !ending?.reason) return null;
  return (
    <Alert
      className="section"
      type="info"
      showIcon
      title={ending.outcome ? `${t('state.CLOSED')} · ${t(`closing.outcome.${ending.outcome}`)}` : t('state.CLOSED')}
      description={ending.reason && <span className="prose">{ending.reason}</span>}
    />
  );
}
