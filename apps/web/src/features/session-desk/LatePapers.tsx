import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { LinkButton } from '../../shared/page/LinkButton.js';
import { formatDate } from '../../shared/text/formats.js';

const REASON_MAX = 500;

interface LatePapersProps {
  readonly sessionId: string;
  /** The titles of those that are late. */
  readonly late: readonly string[];
  readonly lastDay: string;
  readonly isBusy: boolean;
  readonly onOpen: (reason: string) => void;
}

/** Papers that keep the session from opening, and the reason for which it opens nevertheless. */
export function LatePapers({ sessionId, late, lastDay, isBusy, onOpen }: LatePapersProps) {
  const { t, i18n } = useTranslation('papers');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const kept = useKeptText({ form: 'late-papers', about: sessionId });
  return (
    <Form<{ readonly reason: string }>
      name="late-papers"
      layout="vertical"
      requiredMark={false}
      onFinish={({ reason }) => {
        kept.forget();
        onOpen(reason);
      }}
    >
      <Alert
        className="section"
        type="warning"
        showIcon
        title={t('open.late', { count: late.length, last: formatDate(lastDay, i18n.language) })}
        description={
          <>
            <ul>
              {late.map((title) => (
                <li key={title}>{title}</li>
              ))}
            </ul>
            <p>{t('open.do')}</p>
            <LinkButton to={`/sessions/${sessionId}/agenda`}>{t('open.toPapers')}</LinkButton>
          </>
        }
      />
      <Form.Item name="reason" label={t('open.reason')} rules={[written(t('open.reason')), atMost(REASON_MAX)]}>
        <Input.TextArea rows={3} count={counted(REASON_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" size="large" htmlType="submit" loading={isBusy}>
        {t('open.action', { count: late.length })}
      </Button>
    </Form>
  );
}
