import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { EmptyState } from '../../shared/page/EmptyState.js';
import { Page } from '../../shared/page/Page.js';
import { QueryView } from '../../shared/page/QueryView.js';
import { OPINION_CHANGES, type OpinionBoxView, putIn, useOpinionBox } from './opinion-requests.js';
import { useRuleText } from './use-rule-text.js';

export const [SUBJECT_MAX, TEXT_MAX] = [100, 5_000];

interface Fields {
  readonly subject: string;
  readonly text: string;
}

/** A member writes what they suggest; who learns of the name is said before they do. */
export function NewOpinionPage() {
  const { t } = useTranslation('opinions');
  const box = useOpinionBox();
  return (
    <Page title={t('new.title')} back="/opinions">
      <Card>
        <QueryView query={box} lines={6}>
          {(data) => (data.isOpen ? <Writing box={data} /> : <EmptyState text={t('new.closed')} hint={t('new.closedHint')} />)}
        </QueryView>
      </Card>
    </Page>
  );
}

function Writing({ box }: { readonly box: OpinionBoxView }) {
  const { t } = useTranslation('opinions');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const ruleText = useRuleText();
  const navigate = useNavigate();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'opinion', about: 'new' });
  const send = useAction((fields: Fields) => putIn(fields, keyOf(fields)), {
    done: t('new.done'),
    changes: OPINION_CHANGES,
    onDone: ({ id }) => {
      kept.forget();
      void navigate(`/opinions/${id}`);
    },
  });
  return (
    <Form<Fields> form={form} name="opinion" layout="vertical" requiredMark={false} onFinish={(fields) => send.mutate(fields)}>
      <Alert
        className="section"
        type="info"
        title={t('new.who')}
        description={t('new.when', { decide: ruleText(box.decideWithin), answer: ruleText(box.answerWithin) })}
      />
      <Form.Item name="subject" label={t('subject')} rules={[written(t('subject')), atMost(SUBJECT_MAX)]}>
        <Input count={counted(SUBJECT_MAX)} />
      </Form.Item>
      <Form.Item name="text" label={t('text')} extra={t('new.textHint')} rules={[written(t('text')), atMost(TEXT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 20 }} count={counted(TEXT_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('new.submit')}
      </Button>
      <p className="quiet small">{t('new.limits', { day: box.perDayMax, waiting: box.waitingMax })}</p>
    </Form>
  );
}
