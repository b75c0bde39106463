import { Alert, Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { signTally } from '../../../shared/ballot/result-queries.js';
import { useAction } from '../../../shared/forms/use-action.js';

interface SigningProps {
  readonly id: string;
  /** The fingerprint of the tally that is shown: another one is not signed unseen. */
  readonly digest: string;
}

/** Asks a scrutineer or teller for their signature under the tally sheet. */
export function Signing({ id, digest }: SigningProps) {
  const { t } = useTranslation('ballots');
  const sign = useAction(() => signTally(id, digest), { done: t('sign.done'), changes: BALLOT_CHANGES });
  return (
    <Alert
      className="section"
      type="warning"
      title={t('sign.title')}
      description={t('sign.intro')}
      action={
        <Popconfirm title={t('sign.confirm')} onConfirm={() => sign.mutate()}>
          <Button type="primary" loading={sign.isPending}>
            {t('sign.action')}
          </Button>
        </Popconfirm>
      }
    />
  );
}
