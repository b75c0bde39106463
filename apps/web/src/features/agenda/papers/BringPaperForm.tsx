import { Button, Form, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PapersView } from '../../../shared/congress/papers.js';
import { useAction } from '../../../shared/forms/use-action.js';
import { useRequiredRules } from '../../../shared/forms/use-required-rules.js';
import { counted, useTextRules } from '../../../shared/forms/use-text-rules.js';
import { ACCEPTED, bringPaper, PAPER_CHANGES } from './paper-requests.js';

const TITLE_MAX = 200;

/** A topic of the agenda, which a paper belongs to. */
export interface Topic {
  readonly id: string;
  readonly title: string;
}

interface Fields {
  readonly itemId: string;
  readonly title: string;
}

/** Brings in a paper of an item; what was typed stays where the file is refused. */
export function BringPaperForm({ topics, view }: { readonly topics: readonly Topic[]; readonly view: PapersView }) {
  const { t } = useTranslation('papers');
  const { required, written } = useRequiredRules();
  const atMost = useTextRules();
  const [form] = Form.useForm<Fields>();
  const [file, setFile] = useState<File | null>(null);
  const bring = useAction(
    ({ itemId, title, content }: Fields & { readonly content: File }) =>
      bringPaper(view.sessionId, { itemId, title }, content, view.version),
    {
      done: t('bring.done'),
      changes: PAPER_CHANGES,
      onDone: () => {
        form.resetFields();
        setFile(null);
      },
    },
  );
  /** A paper is mostly called as its item is. */
  const proposeTitle = (itemId: string) => {
    if (!form.getFieldValue('title')) form.setFieldValue('title', topics.find(({ id }) => id === itemId)?.title ?? '');
  };
  return (
    <Form<Fields>
      form={form}
      name="paper"
      layout="vertical"
      requiredMark={false}
      onFinish={(fields) => file && bring.mutate({ ...fields, content: file })}
    >
      <h3 className="text-head">{t('bring.title')}</h3>
      <Form.Item name="itemId" label={t('bring.item')} rules={[required(t('bring.item'))]}>
        <Select onChange={proposeTitle} options={topics.map(({ id, title }, nth) => ({ value: id, label: `${nth + 1}. ${title}` }))} />
      </Form.Item>
      <Form.Item name="title" label={t('bring.name')} rules={[written(t('bring.name')), atMost(TITLE_MAX)]}>
        <Input autoComplete="off" count={counted(TITLE_MAX)} />
      </Form.Item>
      <p className="quiet small">{t('bring.limits')}</p>
      <div className="toolbar">
        <Upload accept={ACCEPTED} maxCount={1} showUploadList={false} beforeUpload={(chosen) => (setFile(chosen), false)}>
          <Button>{file ? t('bring.chosen', { name: file.name }) : t('bring.choose')}</Button>
        </Upload>
        <Button type="primary" htmlType="submit" disabled={file === null} loading={bring.isPending}>
          {t('bring.action')}
        </Button>
      </div>
    </Form>
  );
}
