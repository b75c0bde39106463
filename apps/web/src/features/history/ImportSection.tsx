import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSessions } from '../../shared/congress/members.js';
import { useAction } from '../../shared/forms/use-action.js';
import { Section } from '../../shared/page/Section.js';
import { formatInstant } from '../../shared/text/formats.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { type HistoryImport, type Unreadable, unreadableOf, uploadHistory } from './import-requests.js';
import { ImportPreview } from './ImportPreview.js';

const SPREADSHEETS = '.xlsx,.csv';

/** A table of earlier matters is checked row by row, shown, and written only when that is confirmed. */
export function ImportSection() {
  const { t, i18n } = useTranslation('history');
  const sessions = useSessions();
  const [chosen, setSession] = useState<string | null>(null);
  const [table, setTable] = useState<HistoryImport | null>(null);
  const [unreadable, setUnreadable] = useState<Unreadable | null>(null);
  const refuse = (error: unknown) => {
    const why = unreadableOf(error);
    setUnreadable(why);
    return why !== null;
  };
  const over = (sessions.data ?? []).filter(({ state, closesAt }) => state === 'CLOSED' || new Date(closesAt) <= new Date());
  const sessionId = chosen ?? over[0]?.id ?? null;
  const upload = useAction((file: File) => uploadHistory(file, sessionId ?? ''), { onDone: setTable, onRefused: refuse });
  const bring = (file: File) => {
    setUnreadable(null); // What was looked at stays until the next table can be read.
    upload.mutate(file);
    return false;
  };
  return (
    <Section title={t('import.title')}>
      <p className="quiet">{t('import.intro')}</p>
      <p className="quiet">{t('import.columns')}</p>
      {sessions.data && over.length === 0 && <Alert className="section" type="info" showIcon title={t('import.noSession')} />}
      <Form layout="vertical" className="act-fields history-fields">
        <Form.Item label={t('import.session')} htmlFor="import-session">
          <Select
            id="import-session"
            value={sessionId}
            options={over.map(({ id, title }) => ({ value: id, label: title }))}
            disabled={upload.isPending || over.length === 0}
            onChange={(id: string) => (setSession(id), setTable(null))}
          />
        </Form.Item>
        <Form.Item>
          <Upload accept={SPREADSHEETS} maxCount={1} showUploadList={false} beforeUpload={bring} disabled={sessionId === null}>
            <Button type={table ? 'default' : 'primary'} icon={<UploadOutlined />} loading={upload.isPending} disabled={sessionId === null}>
              {t(upload.isPending ? 'import.reading' : table ? 'import.other' : 'import.choose')}
            </Button>
          </Upload>
        </Form.Item>
      </Form>
      {unreadable && <UnreadableNotice fileName={upload.variables?.name ?? ''} unreadable={unreadable} />}
      {table?.confirmedAt && (
        <Alert
          className="section"
          type="success"
          showIcon
          title={t('import.doneTitle', { fileName: table.fileName, at: formatInstant(table.confirmedAt, i18n.language) })}
        />
      )}
      {table && <ImportPreview key={table.importId} table={table} onRenewed={setTable} />}
    </Section>
  );
}

interface UnreadableNoticeProps {
  readonly fileName: string;
  readonly unreadable: Unreadable;
}

function UnreadableNotice({ fileName, unreadable: { reason, column, row } }: UnreadableNoticeProps) {
  const { t } = useTranslation('history');
  const textOr = useTextOr();
  const why = textOr(`history:import.unreadable.reasons.${reason}`, t('import.unreadable.otherwise'), {
    column: textOr(`history:import.column.${column}`, column ?? ''),
  });
  return (
    <Alert
      className="section"
      type="error"
      showIcon
      title={t('import.unreadable.title', { fileName })}
      description={row === null ? why : t('import.unreadable.row', { row, why })}
    />
  );
}
