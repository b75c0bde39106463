import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { counted, useTextRules } from './use-text-rules.js';
import { useRequiredRules } from './use-required-rules.js';

const REASON_MAX = 500;

interface ReasonButtonProps {
  readonly label: string;
  readonly title: string;
  readonly reasonLabel: string;
  readonly isBusy: boolean;
  readonly size?: 'small' | 'middle';
  /** The reason is asked for: what stands on the page now is what was read. */
  readonly onOpen?: () => void;
  /** What else has to be filled in: the reason is asked for once it is. */
  readonly isReady?: () => Promise<boolean>;
  readonly onConfirm: (reason: string) => void;
}

/** A step that is not taken back, and for which a reason is on record. */
export function ReasonButton({ label, title, reasonLabel, isBusy, size = 'middle', onOpen, isReady, onConfirm }: ReasonButtonProps) {
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const ask = async (): Promise<void> => {
    if (isReady && !(await isReady())) return;
    onOpen?.();
    setOpen(true);
  };
  return (
    <>
      <Button danger size={size} loading={isBusy} onClick={() => void ask()}>
        {label}
      </Button>
      <Modal
        title={title}
        open={isOpen}
        destroyOnHidden
        okText={label}
        okButtonProps={{ danger: true, htmlType: 'submit' }}
        onCancel={() => setOpen(false)}
        modalRender={(dialog) => (
          <Form
            form={form}
            name="with-reason" // Behind it may stand another reason: a label leads to the first field of its name.
            layout="vertical"
            requiredMark={false}
            onFinish={({ reason }) => {
              setOpen(false);
              onConfirm(reason);
            }}
          >
            {dialog}
          </Form>
        )}
      >
        <Form.Item name="reason" label={reasonLabel} rules={[written(reasonLabel), atMost(REASON_MAX)]}>
          <Input.TextArea rows={4} count={counted(REASON_MAX)} />
        </Form.Item>
      </Modal>
    </>
  );
}
