import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { countVotes } from '../acts/organising-requests.js';

/** Has the result worked out from what was entered; again, until somebody has signed. */
export function CountButton({ ballot }: { readonly ballot: BallotView }) {
  const { t } = useTranslation('organising');
  const count = useAction(() => countVotes(ballot.id), { done: t('acts.count.done'), changes: BALLOT_CHANGES });
  const isAgain = ballot.state !== 'CLOSED';
  return (
    <div className="act">
      <p>{t(isAgain ? 'acts.count.again' : 'acts.count.intro')}</p>
      <Popconfirm title={t('acts.count.confirm')} onConfirm={() => count.mutate()}>
        <Button type={isAgain ? 'default' : 'primary'} size="large" loading={count.isPending}>
          {t('acts.count.action')}
        </Button>
      </Popconfirm>
    </div>
  );
}
