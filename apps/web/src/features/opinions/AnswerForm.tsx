import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { TEXT_MAX } from './NewOpinionPage.js';
import { OPINION_CHANGES, type OpinionDetail, replyTo } from './opinion-requests.js';

interface Fields {
  readonly text: string;
}

/** The unit, or the committee, answers whoever suggested it. */
export function AnswerForm({ opinion: { id, version } }: { readonly opinion: OpinionDetail }) {
  const { t } = useTranslation('opinions');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'opinion-reply', about: id });
  const send = useAction(({ text }: Fields) => replyTo(id, { text, version }), {
    done: t('reply.done'),
    changes: OPINION_CHANGES,
    onDone: () => kept.forget(),
  });
  return (
    <Form<Fields> form={form} name="reply" layout="vertical" requiredMark={false} onFinish={(fields) => send.mutate(fields)}>
      <Form.Item name="text" label={t('reply.text')} extra={t('reply.hint')} rules={[written(t('reply.text')), atMost(TEXT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} count={counted(TEXT_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('reply.submit')}
      </Button>
    </Form>
  );
}
