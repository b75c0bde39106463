import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptText } from '../../shared/kept-text/kept-text.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import type { ProposalContent } from './filing.js';

const SUBJECT_MAX = 200;
const TEXT_MAX = 20_000;
const CATEGORY_MAX = 40;

interface ProposalFormProps {
  readonly initial?: ProposalContent;
  readonly submitLabel: string;
  readonly isSaving: boolean;
  readonly kept: KeptText;
  readonly onSubmit: (content: ProposalContent) => void;
  /** What stands beside the button. */
  readonly aside?: ReactNode;
}

/** Subject, grounds and measures of one matter. */
export function ProposalForm({ initial, submitLabel, isSaving, kept, onSubmit, aside }: ProposalFormProps) {
  const { t } = useTranslation('proposals');
  const atMost = useTextRules();
  const rules = (field: string, max: number) => [{ required: true, whitespace: true, message: t('required', { field }) }, atMost(max)];
  return (
    <Form<ProposalContent>
      layout="vertical"
      requiredMark={false}
      {...(initial ? { initialValues: initial } : {})}
      onFinish={onSubmit}
      scrollToFirstError
    >
      <Form.Item name="subject" label={t('subject')} extra={t('subjectHint')} rules={rules(t('subject'), SUBJECT_MAX)}>
        <Input count={counted(SUBJECT_MAX)} />
      </Form.Item>
      <Form.Item name="grounds" label={t('grounds')} extra={t('groundsHint')} rules={rules(t('grounds'), TEXT_MAX)}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
      </Form.Item>
      <Form.Item name="measures" label={t('measures')} extra={t('measuresHint')} rules={rules(t('measures'), TEXT_MAX)}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
      </Form.Item>
      <Form.Item name="category" label={t('category')} extra={t('categoryHint')} rules={[atMost(CATEGORY_MAX)]}>
        <Input />
      </Form.Item>
      <KeptNote kept={kept} />
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {submitLabel}
        </Button>
        {aside}
      </div>
    </Form>
  );
}
