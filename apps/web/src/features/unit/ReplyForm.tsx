import { Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HandlingView, ProposalView } from '../../api/shapes.js';
import { KeptNote } from '../../shared/kept-text/KeptNote.js';
import type { KeptText } from '../../shared/kept-text/kept-text.js';
import { useKeptText } from '../../shared/kept-text/use-kept-text.js';
import { DESK_CHANGES, fetchDesk, type ReplyDeskView, saveDraft, type Work } from '../../shared/reply-desk/reply-desk-queries.js';
import { Section } from '../../shared/page/Section.js';
import { useAction } from '../../shared/forms/use-action.js';
import { useRetryKey } from '../../shared/forms/use-retry-key.js';
import { useTextOr } from '../../shared/text/use-text-or.js';
import { useTextRules } from '../../shared/forms/use-text-rules.js';
import { reply, type ReplyContent } from './handling.js';
import { contentOf, fieldsOf, NOTHING, type ReplyFields, writtenOf } from './reply-fields.js';
import { ReplySaving } from './reply-saving.js';
import { SavedReplyNote } from './SavedReplyNote.js';
import { PromiseFields } from './PromiseFields.js';
import { ReplyEvidence } from './ReplyEvidence.js';
import { useRequiredRules } from '../../shared/forms/use-required-rules.js';

const CHANNELS = ['IN_PERSON', 'WRITTEN', 'ONLINE'] as const;
const TEXT_MAX = 20_000;

interface ReplyFormProps {
  readonly proposal: ProposalView;
  readonly handling: HandlingView;
  readonly desk: ReplyDeskView;
}

/** The unit's answer: it saves itself as a draft. It is sent once and then rated, so it asks before it sends. */
export function ReplyForm({ proposal, handling, desk }: ReplyFormProps) {
  const { t } = useTranslation('unit');
  const { required } = useRequiredRules();
  const atMost = useTextRules();
  const { t: words } = useTranslation('proposals');
  const { t: ofFiles } = useTranslation('files');
  const textOr = useTextOr();
  const keyOf = useRetryKey();
  const [form] = Form.useForm<ReplyFields>();
  const resultCategory = Form.useWatch('resultCategory', form);
  const demand = proposal.call.resultDemands.find((one) => one.resultCategory === resultCategory)?.demand;
  const [ready, setReady] = useState<ReplyContent | null>(null);
  const kept = useKeptText({ form: 'reply', about: `${handling.id}.${handling.replies.length}`, basis: desk.version });
  const work = { proposalId: proposal.id, handlingId: handling.id };
  const initial = desk.draft ? writtenOf(desk.draft) : NOTHING;
  const files = desk.draft?.files.length ?? 0;
  const saving = useReplySaving({ work, desk, kept });
  const waitsFor = desk.steps.filter((step) => step.isDemanded && step.state !== 'DONE');
  const send = useAction(
    (content: ReplyContent) => reply(proposal.id, handling.id, { ...content, version: handling.version }, keyOf(content)),
    {
      done: t('reply.done'),
      changes: DESK_CHANGES,
      onDone: () => kept.forget(),
    },
  );
  return (
    <Section title={t('reply.title')}>
      <Form<ReplyFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={fieldsOf(initial)}
        onFinish={(fields) => void saving.flush().then((isSaved) => isSaved && setReady(contentOf(fields)))}
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
        <PromiseFields demand={demand} isShown={files > 0} />
        <ReplyEvidence work={work} desk={desk} saving={saving} />
        <Form.Item name="channel" label={t('reply.channel')} rules={[required(t('reply.channel'))]}>
          <Radio.Group
            aria-label={t('reply.channel')}
            optionType="button"
            buttonStyle="solid"
            options={CHANNELS.map((channel) => ({ value: channel, label: words(`reply.channel.${channel}`) }))}
          />
        </Form.Item>
        <SavedReplyNote saving={saving} work={work} />
        <KeptNote kept={kept} />
        <Button
          type="primary"
          htmlType="submit"
          disabled={waitsFor.length > 0 || !handling.allowedActions.includes('reply')}
          loading={send.isPending}
        >
          {t('reply.submit')}
        </Button>
        {waitsFor.length > 0 && <p className="quiet small">{t('reply.waitsFor', { count: waitsFor.length })}</p>}
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
        {files > 0 && <p>{ofFiles('evidence.with', { count: files })}</p>}
      </Modal>
    </Section>
  );
}

interface ReplySavingOptions {
  readonly work: Work;
  readonly desk: ReplyDeskView;
  readonly kept: KeptText;
}

/** A reply that saves itself while it is written, and what this device keeps of it: only what the server does not have. */
function useReplySaving({ work, desk, kept }: ReplySavingOptions): ReplySaving {
  const client = useQueryClient();
  const [saving] = useState(
    () =>
      new ReplySaving(
        { save: (draft) => saveDraft(work, draft), desk: () => fetchDesk(work) },
        kept.basis ?? desk.version,
        desk.draft ? writtenOf(desk.draft) : NOTHING,
        (reply, version) => {
          kept.stored(fieldsOf(reply));
          kept.rebase(version);
          void client.invalidateQueries({ queryKey: ['reply-desk', work.handlingId] });
        },
      ),
  );
  useEffect(() => {
    document.addEventListener('visibilitychange', saving.leave);
    return () => {
      document.removeEventListener('visibilitychange', saving.leave);
      saving.leave();
    };
  }, [saving]);
  return saving;
}
