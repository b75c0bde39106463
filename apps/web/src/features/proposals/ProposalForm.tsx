import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptText } from '../../shared/kept-text/kept-text.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { counted, useTextRules } from '../../shared/forms/use-text-rules.js';
import { CHARACTERS_MAX, type ProposalContent } from './writing/proposal-content.js';
import type { DraftSaving } from './writing/draft-saving.js';
import { SavedNote } from './writing/SavedNote.js';

interface ProposalFormProps {
  readonly initial?: ProposalContent;
  readonly submitLabel: string;
  readonly isSaving: boolean;
  readonly kept: KeptText;
  /** Saves by itself what is written. */
  readonly saving?: DraftSaving;
  /** Any part may stay empty for now. */
  readonly mayBeIncomplete?: boolean;
  readonly onSubmit: (content: ProposalContent) => void;
  /** What stands beside the button. */
  readonly aside?: ReactNode;
}

/** Subject, grounds and measures of one matter. */
export function ProposalForm({
  initial,
  submitLabel,
  isSaving,
  kept,
  saving,
  mayBeIncomplete = false,
  onSubmit,
  aside,
}: ProposalFormProps) {
  const { t } = useTranslation('proposals');
  const atMost = useTextRules();
  const rules = (field: string, max: number) => [
    ...(mayBeIncomplete ? [] : [{ required: true, whitespace: true, message: t('required', { field }) }]),
    atMost(max),
  ];
  return (
    <Form<ProposalContent>
      layout="vertical"
      requiredMark={false}
      {...(initial ? { initialValues: initial } : {})}
      onFinish={onSubmit}
      scrollToFirstError
    >
      <Form.Item name="subject" label={t('subject')} extra={t('subjectHint')} rules={rules(t('subject'), CHARACTERS_MAX.subject)}>
        <Input count={counted(CHARACTERS_MAX.subject)} />
      </Form.Item>
      <Form.Item name="grounds" label={t('grounds')} extra={t('groundsHint')} rules={rules(t('grounds'), CHARACTERS_MAX.grounds)}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
      </Form.Item>
      <Form.Item name="measures" label={t('measures')} extra={t('measuresHint')} rules={rules(t('measures'), CHARACTERS_MAX.measures)}>
        <Input.TextArea autoSize={{ minRows: 5, maxRows: 16 }} />
      </Form.Item>
      <Form.Item name="category" label={t('category')} extra={t('categoryHint')} rules={[atMost(CHARACTERS_MAX.category)]}>
        <Input />
      </Form.Item>
      <KeptNote kept={kept} />
      {saving && <SavedNote saving={saving} />}
      <div className="toolbar">
        <Button type="primary" htmlType="submit" loading={isSaving}>
          {submitLabel}
        </Button>
        {aside}
      </div>
    </Form>
  );
}
