import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { PROPOSAL_CHANGES } from '../../shared/proposal/queries.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { useTextRules } from '../../shared/forms/use-text-rules.js';
import { reply, type ReplyContent } from './handling.js';
import { contentOf, PromiseFields, type ReplyFields } from './PromiseFields.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const CHANNELS = ['IN_PERSON', 'WRITTEN', 'ONLINE'] as const;
const TEXT_MAX = 20_000;

interface ReplyFormProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
}

/** The unit's answer; it is sent once and then rated, so it asks before it sends. */
export function ReplyForm({ proposal, handling }: ReplyFormProps) {
  const { t } = useTranslation('unit');
  const { required } = useRequiredRules();
  const atMost = useTextRules();
  const { t: words } = useTranslation('proposals');
  const textOr = useTextOr();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<ReplyFields>();
  const resultCategory = Form.useWatch('resultCategory', form);
  const demand = proposal.call.resultDemands.find((one) => one.resultCategory === resultCategory)?.demand;
  const [ready, setReady] = useState<ReplyContent | null>(null);
  const kept = useKeptText({ form: 'reply', about: `${handling.id}.${handling.replies.length}` });
  const send = useAction(
    (content: ReplyContent) => reply(proposal.id, handling.id, { ...content, version: handling.version }, keyOf(content)),
    {
      done: t('reply.done'),
      changes: PROPOSAL_CHANGES,
      onDone: () => kept.forget(),
    },
  );
  return (
    <Section title={t('reply.title')}>
      <Form<ReplyFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ channel: 'ONLINE' }}
        onFinish={(fields) => setReady(contentOf(fields))}
      >
        <Form.Item name="text" label={t('reply.text')} extra={t('reply.textHint')} rules={[required(t('reply.text')), atMost(TEXT_MAX)]}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} />
        </Form.Item>
        <Form.Item name="resultCategory" label={t('reply.resultCategory')} rules={[required(t('reply.resultCategory'))]}>
          <Select
            options={proposal.call.resultCategories.map((category) => ({
              value: category,
              label: textOr(`proposals:reply.category.${category}`, category),
            }))}
          />
        </Form.Item>
        <PromiseFields demand={demand} />
        <Form.Item name="channel" label={t('reply.channel')} rules={[required(t('reply.channel'))]}>
          <Radio.Group
            aria-label={t('reply.channel')}
            optionType="button"
            buttonStyle="solid"
            options={CHANNELS.map((channel) => ({ value: channel, label: words(`reply.channel.${channel}`) }))}
          />
        </Form.Item>
        <KeptNote kept={kept} />
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {t('reply.submit')}
        </Button>
      </Form>
      <Modal
        open={ready !== null}
        title={t('reply.title')}
        okText={t('reply.submit')}
        onCancel={() => setReady(null)}
        onOk={() => {
          if (ready) send.mutate(ready);
          setReady(null);
        }}
      >
        {t(proposal.track === 'SUGGESTION' ? 'reply.confirmSuggestion' : 'reply.confirm')}
      </Modal>
    </Section>
  );
}
