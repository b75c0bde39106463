import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '../../../shared/forms/ConflictNotice.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useOutdated } from '../../../shared/forms/use-outdated.js';
import { useRefusedFields } from '../../../shared/forms/use-refused-fields.js';
import { SET_UP_CHANGES } from '../setup-requests.js';

interface RenameProps {
  readonly title: string;
  readonly named: { readonly name: string; readonly version: number };
  readonly rename: (renaming: { name: string; version: number }) => Promise<unknown>;
}

const PLACES = { 'congress.unit-exists': 'name', 'congress.delegation-exists': 'name', name: 'name' };

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
  const { t: common } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  const outdated = useOutdated(named, { changes: SET_UP_CHANGES });
  const atField = useRefusedFields(form, PLACES);
  const save = useAction((name: string) => rename({ name, version: outdated.version }), {
    done: t('renamed'),
    changes: SET_UP_CHANGES,
    onDone: onClose,
    onRefused: (error) => outdated.refused(error) || atField(error),
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
      {outdated.rival && <ConflictNotice lines={[[t('nameNow'), outdated.rival.name]]} />}
      <Form.Item
        name="name"
        label={t('newName')}
        rules={[{ required: true, whitespace: true, message: common('fillIn', { field: t('newName') }) }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
    </Modal>
  );
}
