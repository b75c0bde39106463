import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { judge, OPINION_CHANGES, type OpinionDetail } from './opinion-requests.js';

const COMMENT_MAX = 2_000;

interface Fields {
  readonly helped: boolean;
  readonly comment?: string;
}

/** Whether the answer helped; the committee alone learns it. */
export function JudgementForm({ opinion: { id, version } }: { readonly opinion: OpinionDetail }) {
  const { t } = useTranslation('opinions');
  const { required } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'opinion-judgement', about: id });
  const send = useAction(({ helped, comment }: Fields) => judge(id, { helped, comment: comment?.trim() || null, version }), {
    done: t('judge.done'),
    changes: OPINION_CHANGES,
    onDone: () => kept.forget(),
  });
  return (
    <Form<Fields> form={form} name="judgement" layout="vertical" requiredMark={false} onFinish={(fields) => send.mutate(fields)}>
      <p className="quiet">{t('judge.hint')}</p>
      <Form.Item name="helped" label={t('judge.helped')} rules={[required(t('judge.helped'))]}>
        <Radio.Group options={[true, false].map((value) => ({ value, label: t(value ? 'judge.is_true' : 'judge.is_false') }))} />
      </Form.Item>
      <Form.Item name="comment" label={t('judge.comment')} rules={[atMost(COMMENT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} count={counted(COMMENT_MAX)} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {t('judge.submit')}
      </Button>
    </Form>
  );
}
