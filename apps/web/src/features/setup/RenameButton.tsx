import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/use-action.js';
import { useRefusedFields } from '../../shared/use-refused-fields.js';
import { SET_UP_CHANGES } from './setup-endpoints.js';

interface RenameButtonProps {
  readonly label: string;
  readonly title: string;
  readonly name: string;
  readonly rename: (name: string) => Promise<unknown>;
}

const PLACES = { 'congress.unit-exists': 'name', 'congress.delegation-exists': 'name', name: 'name' };

/** Gives something another name, a refusal standing at the field. */
export function RenameButton({ label, title, name, rename }: RenameButtonProps) {
  const { t } = useTranslation('setup');
  const { t: common } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ name: string }>();
  const save = useAction((next: string) => rename(next), { done: t('renamed'), changes: SET_UP_CHANGES, onDone: () => setOpen(false), onRefused: useRefusedFields(form, PLACES) });
  return (
    <>
      <Button size="small" aria-label={title} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={isOpen}
        destroyOnHidden
        title={title}
        okText={common('save')}
        cancelText={common('cancel')}
        okButtonProps={{ htmlType: 'submit', loading: save.isPending }}
        onCancel={() => setOpen(false)}
        modalRender={(dialog) => (
          <Form form={form} layout="vertical" requiredMark={false} initialValues={{ name }} onFinish={(fields) => save.mutate(fields.name)}>
            {dialog}
          </Form>
        )}
      >
        <Form.Item name="name" label={t('newName')} rules={[{ required: true, whitespace: true, message: common('fillIn', { field: t('newName') }) }]}>
          <Input autoComplete="off" />
        </Form.Item>
      </Modal>
    </>
  );
}
