import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { COMMITMENT_CHANGES, type CommitmentView } from '../../shared/commitments/commitment-queries.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { noteProgress } from './ledger-requests.js';

export const TEXT_MAX = 5_000;

interface Fields {
  readonly text: string;
  readonly link?: string;
}

/** How far it is, for everybody who may see the promise. */
export function NoteForm({ commitment: { id, version } }: { readonly commitment: CommitmentView }) {
  const { t } = useTranslation('ledger');
  const { written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText({ form: 'progress', about: id });
  const note = useAction(({ text, link }: Fields) => noteProgress(id, { text, link: link?.trim() || null, version }), {
    done: t('note.done'),
    changes: COMMITMENT_CHANGES,
    // At once: the form is made anew when the next version is there, and what was sent is nothing to bring back.
    onTaken: () => {
      form.resetFields();
      kept.forget();
    },
  });
  return (
    <Form<Fields> form={form} name="note" layout="vertical" requiredMark={false} onFinish={(fields) => note.mutate(fields)}>
      <Form.Item name="text" label={t('note.text')} rules={[written(t('note.text')), atMost(TEXT_MAX)]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} count={counted(TEXT_MAX)} />
      </Form.Item>
      <Form.Item name="link" label={t('link')} extra={t('linkHint')} rules={[{ type: 'url', message: t('linkHint') }]}>
        <Input inputMode="url" />
      </Form.Item>
      <KeptNote kept={kept} />
      <Button htmlType="submit" loading={note.isPending}>
        {t('note.submit')}
      </Button>
    </Form>
  );
}
