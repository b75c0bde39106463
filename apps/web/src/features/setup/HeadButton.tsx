import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Named } from '../../shared/PeopleField.js';
import { PersonField } from '../../shared/PersonField.js';
import { useAction } from '../../shared/use-action.js';
import { amendDelegation, type Delegation, SET_UP_CHANGES } from './setup-endpoints.js';

/** Names the head of a delegation, another one, or none. */
export function HeadButton({ sessionId, delegation: { id, name, headMemberId, headName } }: { readonly sessionId: string; readonly delegation: Delegation }) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [head, setHead] = useState<Named | null>(null);
  const save = useAction(() => amendDelegation(sessionId, id, { headMemberId: head?.id ?? null }), { done: t('delegations.headDone'), changes: SET_UP_CHANGES, onDone: () => setOpen(false) });
  const open = () => (setHead(headMemberId === null ? null : { id: headMemberId, name: headName ?? '' }), setOpen(true));
  return (
    <>
      <Button size="small" aria-label={t('delegations.headOf', { name })} onClick={open}>
        {t('delegations.head')}
      </Button>
      <Modal
        open={isOpen}
        destroyOnHidden
        title={t('delegations.headOf', { name })}
        okText={common('save')}
        cancelText={common('cancel')}
        okButtonProps={{ loading: save.isPending }}
        onOk={() => save.mutate()}
        onCancel={() => setOpen(false)}
      >
        <p className="quiet">{t('delegations.headHint')}</p>
        <PersonField label={t('delegations.head')} value={head} onChange={setHead} />
      </Modal>
    </>
  );
}
