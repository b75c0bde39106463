import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useVersionedAction } from '../../../shared/forms/use-versioned-action.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { SET_UP_CHANGES } from '../setup-requests.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';

interface RenameProps {
  readonly title: string;
  readonly named: { readonly name: string; readonly version: number };
  readonly rename: (renaming: { name: string; version: number }) => Promise<unknown>;
}

const REFUSAL_FIELDS = { 'congress.unit-exists': 'name', 'congress.delegation-exists': 'name', name: 'name' };

/** Gives something another name. */
export function RenameButton({ label, ...rename }: RenameProps & { readonly label: string }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={rename.title} onClick={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <RenameDialog {...rename} onClose={() => setOpen(false)} />}
    </>
  );
}

/**
 * A refusal stands at the field; a name that somebody else gave meanwhile is shown. The form has a name, for the page behind it has fields
 * called the same.
 */
function RenameDialog({ title, named, rename, onClose }: RenameProps & { readonly onClose: () => void }) {
  const { t } = useTranslation('setup');
  const { written } = useRequiredRules();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  const outdated = useOutdated(named, { changes: SET_UP_CHANGES });
  const atField = useRefusedFields(form, REFUSAL_FIELDS);
  const save = useVersionedAction(outdated, (version, name: string) => rename({ name, version }), {
    done: t('renamed'),
    onDone: onClose,
    onRefused: atField,
  });
  return (
    <Modal
      open
      title={title}
      okText={common('save')}
      cancelText={common('cancel')}
      okButtonProps={{ htmlType: 'submit', loading: save.isPending }}
      onCancel={onClose}
      modalRender={(dialog) => (
        <Form
          form={form}
          name="rename"
          layout="vertical"
          requiredMark={false}
          initialValues={{ name: named.name }}
          onFinish={({ name }) => save.mutate(name)}
        >
          {dialog}
        </Form>
      )}
    >
      <ConflictNotice of={outdated} lines={(now) => [[t('nameNow'), now.name]]} />
      <Form.Item name="name" label={t('newName')} rules={[written(t('newName'))]}>
        <Input autoComplete="off" />
      </Form.Item>
    </Modal>
  );
}
