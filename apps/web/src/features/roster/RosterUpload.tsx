import { UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../../shared/text/formats.js';
import { useSessions } from '../../shared/congress/members.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { Preview } from './Preview.js';
import { type RosterImport, uploadRoster } from './roster-requests.js';
import { type Unreadable, unreadableOf, useUnreadableText } from './unreadable.js';

const SPREADSHEETS = '.xlsx,.csv';

/** A spreadsheet is checked row by row, shown, and written only when that is confirmed. */
export function RosterUpload() {
  const { t, i18n } = useTranslation('roster');
  const sessions = useSessions();
  const [sessionId, setSession] = useState<string | null>(null);
  const [roster, setRoster] = useState<RosterImport | null>(null);
  const [unreadable, setUnreadable] = useState<Unreadable | null>(null);
  const unreadableText = useUnreadableText();
  const refuse = (error: unknown) => {
    const why = unreadableOf(error);
    setUnreadable(why);
    return why !== null;
  };
  const upload = useAction((file: File) => uploadRoster(file, sessionId), { onDone: setRoster, onRefused: refuse });
  const bring = (file: File) => {
    setUnreadable(null);
    setRoster(null);
    upload.mutate(file);
    return false;
  };
  const seating = [
    { value: '', label: t('import.noSession') },
    ...(sessions.data ?? []).filter(({ state }) => state !== 'CLOSED').map(({ id, title }) => ({ value: id, label: title })),
  ];
  return (
    <Section title={t('import.title')}>
      <p className="quiet">{t('import.intro')}</p>
      <p className="quiet">{t('import.columns')}</p>
      <Form layout="vertical" className="act-fields roster-upload">
        <Form.Item label={t('import.session')} htmlFor="roster-session">
          <Select
            id="roster-session"
            className="roster-session"
            value={sessionId ?? ''}
            options={seating}
            disabled={upload.isPending}
            onChange={(id: string) => (setSession(id === '' ? null : id), setRoster(null))}
          />
        </Form.Item>
        <Form.Item>
          <Upload accept={SPREADSHEETS} maxCount={1} showUploadList={false} beforeUpload={bring}>
            <Button type={roster ? 'default' : 'primary'} icon={<UploadOutlined />} loading={upload.isPending}>
              {t(upload.isPending ? 'import.reading' : roster ? 'import.other' : 'import.choose')}
            </Button>
          </Upload>
        </Form.Item>
      </Form>
      {unreadable && (
        <Alert className="section" type="error" showIcon title={t('unreadable.title')} description={unreadableText(unreadable)} />
      )}
      {roster?.confirmedAt && (
        <Alert
          className="section"
          type="success"
          showIcon
          title={t('import.doneTitle', { fileName: roster.fileName, at: formatInstant(roster.confirmedAt, i18n.language) })}
        />
      )}
      {roster && <Preview key={roster.importId} roster={roster} onRenewed={setRoster} />}
    </Section>
  );
}
