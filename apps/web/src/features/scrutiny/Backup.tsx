import { PrinterOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fingerprint } from '../../shared/sealed/Fingerprint.js';
import '../../shared/page/sheet-to-print.css';
import type { OwnKey } from '../../shared/sealed/device-store.js';

interface BackupProps {
  readonly own: OwnKey;
  /** What the sheet is for: the title of the vote, and who keeps it. */
  readonly ballot: string;
  readonly holder: string;
  /** What is lost with it. */
  readonly advice: string;
  readonly title: string;
  readonly sendLabel: string;
  readonly isBusy: boolean;
  readonly onSend: () => void;
}

/** The private half once, to be written down or printed: nothing is sent before somebody says that it is. */
export function Backup({ own, ballot, holder, advice, title, sendLabel, isBusy, onSend }: BackupProps) {
  const { t } = useTranslation('scrutiny');
  const [isWritten, setWritten] = useState(false);
  return (
    <>
      <p>{advice}</p>
      <div className="key-sheet sheet-to-print">
        <h3 className="text-head">{title}</h3>
        <p>{t('key.ballot', { title: ballot })}</p>
        <p>{t('key.holder', { name: holder })}</p>
        <Fingerprint text={own.privateKey.replaceAll('"', '')} />
        <p className="quiet small">{t('key.sheet', { ballotId: own.ballotId })}</p>
      </div>
      <div className="key-steps">
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('key.print')}
        </Button>
        <Checkbox checked={isWritten} onChange={({ target }) => setWritten(target.checked)}>
          {t('key.written')}
        </Checkbox>
        <Button type="primary" size="large" disabled={!isWritten} loading={isBusy} onClick={onSend}>
          {sendLabel}
        </Button>
      </div>
    </>
  );
}
