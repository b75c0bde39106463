import { Button, Popconfirm } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BallotView } from '../../../api/shapes.js';
import { BALLOT_CHANGES } from '../../../shared/ballot/ballot-queries.js';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { deleteDraft } from '../acts/organising-requests.js';
import { ReasonAct } from '../acts/ReasonAct.js';

interface WithdrawingProps {
  readonly ballot: BallotView;
}

/** The way back: a draft is thrown away, an announced vote called off with its reason. */
export function Withdrawing({ ballot }: WithdrawingProps) {
  return (
    <>
      {ballot.allowedActions.includes('delete-draft') && <Deleting ballot={ballot} />}
      {ballot.allowedActions.includes('call-off') && <ReasonAct act="callOff" ballot={ballot} />}
    </>
  );
}

function Deleting({ ballot }: WithdrawingProps) {
  const { id, title } = ballot;
  const { t } = useTranslation('organising');
  const navigate = useNavigate();
  const client = useQueryClient();
  const outdated = useOutdated(ballot, { changes: BALLOT_CHANGES });
  const remove = useVersionedAction(outdated, (version) => deleteDraft(id, version), {
    done: t('acts.delete.done'),
    changes: [],
    onDone: () => {
      // The page is left before its draft is forgotten: it would ask for it anew.
      void Promise.resolve(navigate('/ballots', { replace: true, flushSync: true })).then(() => {
        client.removeQueries({ queryKey: ['ballot', id] });
        return client.invalidateQueries({ queryKey: ['ballots'] });
      });
    },
  });
  return (
    <div className="act">
      <p>{t('acts.delete.intro')}</p>
      <ConflictNotice of={outdated} />
      <Popconfirm
        title={t('acts.delete.confirm', { title })}
        onOpenChange={(isOpen) => isOpen && outdated.rebase()}
        onConfirm={() => remove.mutate()}
      >
        <Button danger loading={remove.isPending}>
          {t('acts.delete.action')}
        </Button>
      </Popconfirm>
    </div>
  );
}
