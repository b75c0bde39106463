import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../text/use-problem-text.js';
import { ACCEPTED } from './file-requests.js';
import './files.css';

interface FileUploadProps {
  /** Takes the file to the house; a refusal is said below. */
  readonly onChosen: (file: File) => Promise<unknown>;
  readonly isAdding: boolean;
  readonly isBusy: boolean;
}

/** A button that adds one file, with its limits before, and why one was refused after. */
export function FileUpload({ onChosen, isAdding, isBusy }: FileUploadProps) {
  const { t } = useTranslation('files');
  const problemText = useProblemText();
  const [refusal, setRefusal] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const bring = async (file: File): Promise<void> => {
    setRefusal(null);
    await onChosen(file).catch((error: unknown) => setRefusal({ name: file.name, text: problemText(error) }));
  };
  return (
    <div className="file-add">
      <p className="quiet small">{t('limits')}</p>
      <Upload accept={ACCEPTED} maxCount={1} showUploadList={false} disabled={isBusy} beforeUpload={(file) => (void bring(file), false)}>
        <Button icon={<UploadOutlined />} loading={isAdding}>
          {t(isAdding ? 'adding' : 'add')}
        </Button>
      </Upload>
      {refusal && <Alert type="error" showIcon title={t('refused', { name: refusal.name })} description={refusal.text} />}
    </div>
  );
}
