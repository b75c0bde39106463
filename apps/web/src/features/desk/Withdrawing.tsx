import { Button, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView } from '../../api/shapes.js';
import { BALLOT_CHANGES } from '../../shared/ballot-queries.js';
import { ReasonButton } from '../../shared/ReasonButton.js';
import { useAction } from '../../shared/use-action.js';
import { callOff, deleteDraft } from './ballot-acts.js';

/** The way back: a draft is thrown away, an announced vote called off with its reason. */
export function Withdrawing({ ballot: { id, title, allowedActions } }: { readonly ballot: BallotView }) {
  return (
    <>
      {allowedActions.includes('delete-draft') && <Deleting id={id} title={title} />}
      {allowedActions.includes('call-off') && <CallingOff id={id} />}
    </>
  );
}

function Deleting({ id, title }: { readonly id: string; readonly title: string }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const client = useQueryClient();
  const remove = useAction(() => deleteDraft(id), {
    done: t('acts.delete.done'),
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
      <Popconfirm title={t('acts.delete.confirm', { title })} onConfirm={() => remove.mutate()}>
        <Button danger loading={remove.isPending}>
          {t('acts.delete.action')}
        </Button>
      </Popconfirm>
    </div>
  );
}

function CallingOff({ id }: { readonly id: string }) {
  const { t } = useTranslation('desk');
  const off = useAction((reason: string) => callOff(id, reason), { done: t('acts.callOff.done'), changes: BALLOT_CHANGES });
  return (
    <div className="act">
      <p>{t('acts.callOff.intro')}</p>
      <ReasonButton label={t('acts.callOff.action')} title={t('acts.callOff.title')} reasonLabel={t('acts.callOff.reason')} isBusy={off.isPending} onConfirm={(reason) => off.mutate(reason)} />
    </div>
  );
}
