import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { type Delegate, type DelegateKind, type Delegation, seatDelegate, SET_UP_CHANGES } from '../setup-requests.js';
import { useSeatText } from './use-seat-text.js';

const KINDS: readonly DelegateKind[] = ['DELEGATE', 'ATTENDEE', 'INVITEE'];

interface Fields {
  readonly kind: DelegateKind;
  readonly delegationId?: string;
}

interface MoveButtonProps {
  readonly sessionId: string;
  readonly delegations: readonly Delegation[];
  readonly delegate: Delegate;
}

/** Moves a seat to another delegation or kind. */
export function MoveButton({ sessionId, delegations, delegate }: MoveButtonProps) {
  const { memberId, name, staffNo, kind, delegationId } = delegate;
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const seatText = useSeatText();
  const outdated = useOutdated(delegate, { changes: SET_UP_CHANGES });
  const move = useVersionedAction(
    outdated,
    (version, fields: Fields) =>
      seatDelegate(sessionId, {
        memberId,
        kind: fields.kind,
        version,
        ...(fields.delegationId ? { delegationId: fields.delegationId } : {}),
      }),
    {
      done: t('delegates.moved'),
      onDone: () => setOpen(false),
    },
  );
  const open = () => {
    outdated.rebase();
    setOpen(true);
  };
  const title = t('delegates.moveOf', { name: common('person', { name, staffNo }) });
  return (
    <>
      <Button size="small" aria-label={title} onClick={open}>
        {t('delegates.move')}
      </Button>
      <Modal
        open={isOpen}
        destroyOnHidden
        title={title}
        okText={common('save')}
        cancelText={common('cancel')}
        okButtonProps={{ htmlType: 'submit', loading: move.isPending }}
        onCancel={() => setOpen(false)}
        modalRender={(dialog) => (
          <Form<Fields>
            name="move"
            layout="vertical"
            requiredMark={false}
            initialValues={{ kind, ...(delegationId === null ? {} : { delegationId }) }}
            onFinish={(fields) => move.mutate(fields)}
          >
            {dialog}
          </Form>
        )}
      >
        <ConflictNotice of={outdated} lines={(now) => [[t('delegates.seat'), seatText(now)]]} />
        <Form.Item name="kind" label={t('seating.kind')}>
          <Select options={KINDS.map((each) => ({ value: each, label: common(`roles.${each}`) }))} />
        </Form.Item>
        <Form.Item name="delegationId" label={t('seating.delegation')}>
          <Select
            allowClear
            placeholder={t('seating.noDelegation')}
            options={delegations.map((delegation) => ({ value: delegation.id, label: delegation.name }))}
          />
        </Form.Item>
      </Modal>
    </>
  );
}
