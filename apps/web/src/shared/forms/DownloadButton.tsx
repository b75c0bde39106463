import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useAction } from './use-action.js';

interface DownloadButtonProps {
  readonly label: string;
  /** What a screen reader calls it, where the label alone would not say of what. */
  readonly title: string;
  /** Under which name it is kept. */
  readonly fileName: string;
  readonly fetchFile: () => Promise<Blob>;
}

/** Fetches a file with the token of who is signed in, and keeps it on this device. */
export function DownloadButton({ label, title, fileName, fetchFile }: DownloadButtonProps) {
  const fetching = useAction(async () => saveFile(await fetchFile(), fileName));
  return (
    <Button icon={<DownloadOutlined />} aria-label={title} loading={fetching.isPending} onClick={() => fetching.mutate()}>
      {label}
    </Button>
  );
}

/** Keeps a file on this device under a name, as a download. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
