import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ExclusionsDialogProps {
  readonly exclusions: readonly string[];
  /** What the button says. */
  readonly action: string;
  /** What handing it in means. */
  readonly question: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What the call does not take, point by point: handed in once every one is ticked. */
export function ExclusionsDialog({ exclusions, action, question, isBusy, onConfirm, onCancel }: ExclusionsDialogProps) {
  const { t } = useTranslation('proposals');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const left = exclusions.length - ticked.length;
  return (
    <Modal
      open
      title={t('submit.exclusions.title')}
      okText={action}
      okButtonProps={{ disabled: left > 0, loading: isBusy }}
      onOk={onConfirm}
      onCancel={onCancel}
    >
      <p>{t('submit.exclusions.intro')}</p>
      <Checkbox.Group className="exclusions" value={[...ticked]} onChange={(values) => setTicked(values)}>
        {exclusions.map((exclusion) => (
          <Checkbox key={exclusion} value={exclusion}>
            {t('submit.exclusions.none', { exclusion })}
          </Checkbox>
        ))}
      </Checkbox.Group>
      <p className="quiet" aria-live="polite">
        {left > 0 ? t('submit.exclusions.left', { count: left }) : question}
      </p>
    </Modal>
  );
}
