import { DownloadOutlined } from '@ant-design/icons';
import { Button, Form, Progress, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessions } from '../../shared/congress/members.js';
import { saveFile } from '../../shared/forms/DownloadButton.js';
import { useAction } from '../../shared/forms/use-action.js';
import { Section } from '../../shared/page/Section.js';
import { EXPORT_TABLES, type ExportFile, type ExportTable, fetchExport, fileNameOf, type Received } from './export-requests.js';

const KILOBYTE = 1_024;
const inKilobytes = (bytes: number): number => Math.ceil(bytes / KILOBYTE);

/** Everything that the reader may read, as a file of the format that they choose. */
export function ExportSection() {
  const { t, i18n } = useTranslation('history');
  const sessions = useSessions();
  const [sessionId, setSession] = useState<string | null>(null);
  const [table, setTable] = useState<ExportTable>('matters');
  const [received, setReceived] = useState<Received | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const fetching = useAction(async (format: ExportFile['format']) => {
    setReceived(null);
    setSaved(null);
    const name = fileNameOf({ format });
    saveFile(await fetchExport({ format, sessionId, language }, setReceived), name);
    setSaved(name);
  });
  const button = (format: ExportFile['format'], label: string) => (
    <Button
      key={format}
      icon={<DownloadOutlined />}
      aria-label={t('export.fetch', { file: label })}
      loading={fetching.isPending && fetching.variables === format}
      disabled={fetching.isPending && fetching.variables !== format}
      onClick={() => fetching.mutate(format)}
    >
      {label}
    </Button>
  );
  const sessionChoices = [
    { value: '', label: t('export.allSessions') },
    ...(sessions.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <Section title={t('export.title')}>
      <p className="quiet">{t('export.hint')}</p>
      <Form layout="vertical" className="act-fields history-fields">
        <Form.Item label={t('export.session')} htmlFor="export-session">
          <Select
            id="export-session"
            value={sessionId ?? ''}
            options={sessionChoices}
            disabled={fetching.isPending}
            onChange={(id: string) => setSession(id === '' ? null : id)}
          />
        </Form.Item>
        <Form.Item>
          <div className="file-formats">
            {button('xlsx', t('export.xlsx'))}
            {button('json', t('export.json'))}
          </div>
        </Form.Item>
        <Form.Item label={t('export.tables')} htmlFor="export-table">
          <Select
            id="export-table"
            value={table}
            options={EXPORT_TABLES.map((value) => ({ value, label: t(`export.table.${value}`) }))}
            disabled={fetching.isPending}
            onChange={setTable}
          />
        </Form.Item>
        <Form.Item>{button(table, t('export.csv', { table: t(`export.table.${table}`) }))}</Form.Item>
      </Form>
      <div aria-live="polite">
        {fetching.isPending && <Receiving received={received} />}
        {!fetching.isPending && saved && <p>{t('export.done', { file: saved })}</p>}
      </div>
    </Section>
  );
}

/** How far a file is: it is put together first, and then arrives. */
function Receiving({ received }: { readonly received: Received | null }) {
  const { t } = useTranslation('history');
  if (received === null) return <p>{t('export.preparing')}</p>;
  const { done, whole } = received;
  if (whole === null) return <p>{t('export.receivingSome', { done: inKilobytes(done) })}</p>;
  return (
    <>
      <Progress percent={Math.round((done / whole) * 100)} />
      <p>{t('export.receiving', { done: inKilobytes(done), whole: inKilobytes(whole) })}</p>
    </>
  );
}
