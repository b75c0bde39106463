import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DownloadButton } from '../forms/DownloadButton.js';
import type { FileView } from './file-requests.js';
import './files.css';

const KIBIBYTE = 1024;
const DIGITS = 12;

interface FileRowsProps {
  readonly files: readonly FileView[];
  readonly label?: string;
  readonly fetchFile: (id: string) => Promise<Blob>;
  /** Left out where they may not be changed. */
  readonly onRemove?: ((id: string) => void) | undefined;
  readonly isBusy?: boolean;
}

/** Files by name, size and digest, each to be fetched, and taken away by whoever may. */
export function FileRows({ files, label, fetchFile, onRemove, isBusy = false }: FileRowsProps) {
  const { t } = useTranslation('files');
  return (
    <ul className="rows" aria-label={label}>
      {files.map(({ id, name, bytes, sha256 }) => (
        <li key={id} className="file-row">
          <span>
            {name}
            <span className="quiet small" title={sha256}>
              {t('facts', { size: Math.max(1, Math.round(bytes / KIBIBYTE)), digest: sha256.slice(0, DIGITS) })}
            </span>
          </span>
          <DownloadButton label={t('fetch')} title={t('fetchName', { name })} fileName={name} fetchFile={() => fetchFile(id)} />
          {onRemove && (
            <Button disabled={isBusy} aria-label={t('removeName', { name })} onClick={() => onRemove(id)}>
              {t('remove')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
