import { Modal } from 'antd';
import type { ReactNode } from 'react';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the button does, with its numbers. */
  readonly action: string;
  readonly cancel: string;
  /** Something is lost by it. */
  readonly isGrave?: boolean;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Asks again before an act that is not taken back, with the numbers that it is about; whoever only presses Enter does not do it. */
export function ConfirmDialog({ title, action, cancel, isGrave = false, isBusy, onConfirm, onCancel, children }: ConfirmDialogProps) {
  return (
    <Modal
      open
      title={title}
      okText={action}
      cancelText={cancel}
      okButtonProps={{ danger: isGrave, loading: isBusy }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      {children}
    </Modal>
  );
}
