import { Button, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { ReasonButton } from '../../../shared/forms/ReasonButton.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { callOff, deleteDraft } from '../acts/organising-requests.js';

interface WithdrawingProps {
  readonly ballot: BallotView;
}

/** The way back: a draft is thrown away, an announced vote called off with its reason. */
export function Withdrawing({ ballot }: WithdrawingProps) {
  return (
    <>
      {ballot.allowedActions.includes('delete-draft') && <Deleting ballot={ballot} />}
      {ballot.allowedActions.includes('call-off') && <CallingOff ballot={ballot} />}
    </>
  );
}

function Deleting({ ballot }: WithdrawingProps) {
  const { id, title } = ballot;
  const { t } = useTranslation('organising');
  const navigate = useNavigate();
  const client = useQueryClient();
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const remove = useAction(() => deleteDraft(id, outdated.version), {
    done: t('acts.delete.done'),
    onRefused: outdated.refused,
    onDone: () => {
      // The desk is left before its draft is forgotten: it would ask for it anew.
      void Promise.resolve(navigate('/ballots', { replace: true, flushSync: true })).then(() => {
        client.removeQueries({ queryKey: ['ballot', id] });
        return client.invalidateQueries({ queryKey: ['ballots'] });
      });
    },
  });
  return (
    <div className="act">
      <p>{t('acts.delete.intro')}</p>
      {outdated.rival && <ConflictNotice />}
      <Popconfirm
        title={t('acts.delete.confirm', { title })}
        onOpenChange={(isOpen) => isOpen && outdated.taken(ballot.version)}
        onConfirm={() => remove.mutate()}
      >
        <Button danger loading={remove.isPending}>
          {t('acts.delete.action')}
        </Button>
      </Popconfirm>
    </div>
  );
}

function CallingOff({ ballot }: WithdrawingProps) {
  const { t } = useTranslation('organising');
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const off = useAction((reason: string) => callOff(ballot.id, reason, outdated.version), {
    done: t('acts.callOff.done'),
    changes: BALLOT_CHANGES,
    onRefused: outdated.refused,
  });
  return (
    <div className="act">
      <p>{t('acts.callOff.intro')}</p>
      {outdated.rival && <ConflictNotice />}
      <ReasonButton
        label={t('acts.callOff.action')}
        title={t('acts.callOff.title')}
        reasonLabel={t('acts.callOff.reason')}
        isBusy={off.isPending}
        onOpen={() => outdated.taken(ballot.version)}
        onConfirm={(reason) => off.mutate(reason)}
      />
    </div>
  );
}
