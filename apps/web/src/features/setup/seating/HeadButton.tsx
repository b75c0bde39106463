import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import type { NamedChoice } from '../../../shared/forms/SearchSelect.js';
import { PersonField } from '../../../shared/congress/PersonField.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { amendDelegation, type Delegation, SET_UP_CHANGES } from '../setup-requests.js';

interface HeadProps {
  readonly sessionId: string;
  readonly delegation: Delegation;
}

/** Names the head of a delegation, another one, or none. */
export function HeadButton({ sessionId, delegation }: HeadProps) {
  const { t } = useTranslation('setup');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={t('delegations.headOf', { name: delegation.name })} onClick={() => setOpen(true)}>
        {t('delegations.head')}
      </Button>
      {isOpen && <HeadDialog sessionId={sessionId} delegation={delegation} onClose={() => setOpen(false)} />}
    </>
  );
}

function HeadDialog({ sessionId, delegation, onClose }: HeadProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const { id, name, headMemberId, headName } = delegation;
  const [head, setHead] = useState<NamedChoice | null>(headMemberId === null ? null : { id: headMemberId, name: headName ?? '' });
  const outdated = useOutdated(delegation, { changes: SET_UP_CHANGES });
  const save = useVersionedAction(outdated, (version) => amendDelegation(sessionId, id, { headMemberId: head?.id ?? null, version }), {
    done: t('delegations.headDone'),
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={t('delegations.headOf', { name })}
      okText={common('save')}
      cancelText={common('cancel')}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => save.mutate()}
      onCancel={onClose}
    >
      <ConflictNotice
        of={outdated}
        lines={(now) => [
          [t('nameNow'), now.name],
          [t('delegations.head'), now.headName ?? ''],
        ]}
      />
      <p className="quiet">{t('delegations.headHint')}</p>
      <PersonField label={t('delegations.head')} value={head} onChange={setHead} />
    </Modal>
  );
}
