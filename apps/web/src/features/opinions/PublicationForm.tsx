import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { SUBJECT_MAX, TEXT_MAX } from './NewOpinionPage.js';
import { OPINION_CHANGES, type OpinionDetail, publish } from './opinion-requests.js';

interface Fields {
  readonly subject: string;
  readonly text: string;
  readonly reply: string;
}

/** What everybody reads: the words as they stand, until the committee takes out what could name somebody. */
export function PublicationForm({ opinion: { id, version, subject, text, steps } }: { readonly opinion: OpinionDetail }) {
  const { t } = useTranslation('opinions');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'opinion-publication', about: id });
  const send = useAction((fields: Fields) => publish(id, { ...fields, version }), {
    done: t('publish.done'),
    changes: OPINION_CHANGES,
    onDone: () => kept.forget(),
  });
  const reply = [...steps].reverse().find(({ kind }) => kind === 'REPLY')?.text ?? '';
  const long = { autoSize: { minRows: 3, maxRows: 12 }, count: counted(TEXT_MAX) };
  return (
    <Form<Fields>
      form={form}
      name="publication"
      layout="vertical"
      requiredMark={false}
      initialValues={{ subject, text, reply }}
      onFinish={(fields) => send.mutate(fields)}
    >
      <p className="quiet">{t('publish.hint')}</p>
      <Form.Item name="subject" label={t('subject')} rules={[written(t('subject')), atMost(SUBJECT_MAX)]}>
        <Input count={counted(SUBJECT_MAX)} />
      </Form.Item>
      <Form.Item name="text" label={t('text')} rules={[written(t('text')), atMost(TEXT_MAX)]}>
        <Input.TextArea {...long} />
      </Form.Item>
      <Form.Item name="reply" label={t('publish.reply')} rules={[written(t('publish.reply')), atMost(TEXT_MAX)]}>
        <Input.TextArea {...long} />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button htmlType="submit" loading={send.isPending}>
        {t('publish.submit')}
      </Button>
    </Form>
  );
}
